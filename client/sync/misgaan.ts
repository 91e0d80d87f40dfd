/** Does what may go wrong: it is shown as any uncaught error is, and keeps what comes after it from nothing. */
export function meldAlsHetMisgaat(doe: () => void): void {
  try {
    doe();
  } catch (fout) {
    queueMicrotask(() => {
      throw fout;
    });
  }
}
