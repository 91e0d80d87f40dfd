/**
 * What the build puts in place of `lib0/logging` (vite.config.ts): Yjs says a few things with it, and the original brings
 * along what colours text and writes it into a page, 3 kB compressed.
 */
export const [ORANGE, BOLD, UNBOLD, RED] = ['', '', '', ''];

export function print(...delen: readonly unknown[]): void {
  console.log(delen.join(''));
}

export function warn(...delen: readonly unknown[]): void {
  console.warn(delen.join(''));
}
