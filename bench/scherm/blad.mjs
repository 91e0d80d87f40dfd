/**
 * Evaluated in a page that shows a board, so it leans on nothing outside itself.
 * @returns {{ schermen: number, 'plan %': number, 'slot %': number }} its height in windows, which percentage of the
 *   first one is plan, and which percentage of words is about what is closed
 */
export function meetBlad() {
  /** @param {Element} vak */
  const zichtbaar = (vak) => {
    const { top, bottom, left, right } = vak.getBoundingClientRect();
    return (
      Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) *
      Math.max(0, Math.min(right, innerWidth) - Math.max(left, 0))
    );
  };
  // The question with its facts, what must happen, what is known.
  const plan = [
    ...document.querySelectorAll('.bord-kop__titel, .bord-kop__citaat, .bord-links > *, .bord-midden > *'),
  ];
  const alles = [...document.querySelectorAll('.rt-kop, .bord-kop, .bord-kolom > *')];
  /** @param {readonly Element[]} delen */
  const som = (delen) => delen.reduce((tot, deel) => tot + zichtbaar(deel), 0);
  /** @param {readonly HTMLElement[]} delen */
  const woorden = (delen) => delen.flatMap(({ innerText }) => innerText.split(/\s+/).filter(Boolean)).length;
  /** @type {NodeListOf<HTMLElement>} */
  const slot = document.querySelectorAll('.bord-dicht, .bord-gebied__dicht');
  return {
    schermen: Number((document.documentElement.scrollHeight / innerHeight).toFixed(2)),
    'plan %': Math.round((100 * som(plan)) / som(alles)),
    'slot %': Number(
      ((100 * woorden([...slot])) / woorden([...document.querySelectorAll('main')])).toFixed(1),
    ),
  };
}
