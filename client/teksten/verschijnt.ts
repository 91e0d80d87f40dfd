/** So many frames something may take to appear: about two seconds. */
const BEURTEN = 120;

/** Waits until something stands in the page. @returns null when it doesn't come */
export async function verschijnt<T>(vind: () => T | null): Promise<T | null> {
  for (let beurt = 0; beurt < BEURTEN; beurt += 1) {
    const gevonden = vind();
    if (gevonden !== null) return gevonden;
    await new Promise(requestAnimationFrame);
  }
  return null;
}
