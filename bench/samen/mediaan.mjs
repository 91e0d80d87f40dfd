/** The middle one; the higher of the two where there are two. */
export function mediaan(getallen) {
  return getallen.toSorted((a, b) => a - b)[Math.floor(getallen.length / 2)];
}
