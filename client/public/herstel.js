// ST16: a page of which only a part came loads anew by itself, as soon as the server answers. A plain script, in no bundle: it
// is there when that isn't. Each time that it didn't help it waits longer.
(() => {
  const KEREN = 'regietafel:herstel';
  let isBezig = false;

  async function herstel() {
    if (isBezig) return;
    isBezig = true;
    const keren = Number(sessionStorage.getItem(KEREN));
    sessionStorage.setItem(KEREN, String(keren + 1));
    for (let wacht = 1_000 * 2 ** Math.min(keren, 5); ; wacht = Math.min(2 * wacht, 15_000)) {
      await new Promise((klaar) => setTimeout(klaar, wacht));
      try {
        if ((await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(10_000) })).ok) break;
      } catch {
        // The server isn't there yet, or the line.
      }
    }
    location.reload();
  }

  // Not what is fetched later, while somebody types: who needs that says so itself.
  const begin = [...document.querySelectorAll('script')];

  addEventListener(
    'error',
    ({ target }) => {
      if (begin.includes(target)) void herstel();
    },
    true,
  );
  addEventListener('regietafel:herstel', herstel);
  // What stands so long is whole.
  setTimeout(() => {
    if (!isBezig) sessionStorage.removeItem(KEREN);
  }, 60_000);
})();
