/**
 * Run in a page before all else: counts how much moves once the board stands, by what isn't one's own doing, and what.
 * It leans on nothing outside itself.
 */
export function telVerschuiving() {
  /** @type {{ op: number, som: number, wat: string[] }} */
  const telling = { op: 0, som: 0, wat: [] };
  Object.assign(globalThis, { verschuiving: telling });
  new PerformanceObserver((lijst) => {
    for (const een of lijst.getEntries()) {
      const { hadRecentInput, value, sources } = /** @type {any} */ (een);
      if (telling.op === 0 || hadRecentInput) continue;
      telling.som += value;
      for (const { node, previousRect, currentRect } of sources) {
        const naam = node?.className || node?.localName || node?.textContent || '?';
        telling.wat.push(
          `${naam}: ${previousRect.y} → ${currentRect.y}, ${previousRect.height} → ${currentRect.height}`,
        );
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
  const kijk = () => {
    if (document.querySelector('#bord-nu-kop') === null) requestAnimationFrame(kijk);
    else telling.op = performance.now();
  };
  requestAnimationFrame(kijk);
}

/**
 * The same for words about what is closed: the largest share that they had at any moment since the board stood.
 * @param {() => { 'slot %': number }} meetBlad
 */
export function volgSlotwoorden(meetBlad) {
  const gezien = { meeste: 0, keren: 0 };
  Object.assign(globalThis, { slotwoorden: gezien });
  const kijk = () => {
    if (document.querySelector('#bord-nu-kop') !== null) {
      gezien.meeste = Math.max(gezien.meeste, meetBlad()['slot %']);
      gezien.keren += 1;
    }
    requestAnimationFrame(kijk);
  };
  requestAnimationFrame(kijk);
}
