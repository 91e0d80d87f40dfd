// ST16: a page of which only a part came loads anew by itself, as soon as the server answers. It stands in the page, before
// all else (vite.config.ts): it is there when nothing more comes. Each time that it didn't help it waits longer.
(() => {
  const KEREN = 'regietafel:herstel';
  /** So long what isn't here yet may be on its way: over a line that stalls nobody says that it doesn't come. */
  const ONDERWEG_MS = 25_000;
  /** So long a page takes to come in the place of this one, or somebody to say that it mustn't. */
  const WISSEL_MS = 30_000;
  let keren = leesKeren();
  let isKapot = false;
  let isBezig = false;
  /** Since when it is whole, or isn't. */
  let sinds = performance.now();
  let wasHeel = false;

  /** Whether all of it is here that is asked for: its start, its style, and the screen. */
  function isHeel() {
    const nogNiet = document.querySelector('.rt-nog-niet');
    if (nogNiet === null || getComputedStyle(nogNiet).display !== 'none') return false;
    return document.querySelector('main > .rt-laden, main > .rt-niet-geladen') === null;
  }

  function geduld() {
    const isZeker = isKapot || document.querySelector('main > .rt-niet-geladen') !== null;
    return (isZeker ? 1_000 : ONDERWEG_MS) * 2 ** Math.min(keren, 3);
  }

  function kijk() {
    const heel = isHeel();
    if (heel !== wasHeel) sinds = performance.now();
    wasHeel = heel;
    const duur = performance.now() - sinds;
    // What stands so long is whole.
    if (heel && duur > 60_000 && keren > 0) bewaarKeren(0);
    if (!heel && duur > geduld()) void herstel();
  }

  async function herstel() {
    if (isBezig) return;
    isBezig = true;
    for (let wacht = 1_000; !(await isDeServerEr()); wacht = Math.min(2 * wacht, 15_000)) await pauze(wacht);
    // Somebody may have gone to what is here, and type there.
    if (!isHeel()) {
      bewaarKeren(keren + 1);
      location.reload();
      await pauze(WISSEL_MS);
    }
    isBezig = false;
  }

  async function isDeServerEr() {
    try {
      return (await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(10_000) })).ok;
    } catch {
      return false;
    }
  }

  function pauze(ms) {
    return new Promise((klaar) => setTimeout(klaar, ms));
  }

  /** A browser may keep nothing for a page. */
  function leesKeren() {
    try {
      return Number(sessionStorage.getItem(KEREN));
    } catch {
      return 0;
    }
  }

  function bewaarKeren(nu) {
    keren = nu;
    try {
      sessionStorage.setItem(KEREN, String(nu));
    } catch {
      // As above.
    }
  }

  // Of what is fetched later, who needs it says so itself: then this is whole.
  const bijFout = () => {
    isKapot = true;
  };
  addEventListener('error', bijFout, true);
  addEventListener('load', () => removeEventListener('error', bijFout, true));
  setInterval(kijk, 1_000);
})();
