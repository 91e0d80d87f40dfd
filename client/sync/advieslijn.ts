import { opLosseLijn } from './losse-lijn.ts';

/**
 * Follows a question for advice, which one may read without taking part in its casus (OV11), until the function that it
 * gives is called. On a line of its own: no board stands beside it, and a board doesn't carry this.
 * @param volger `haal`: fetch it again, for it is otherwise for me, or I may have missed something
 */
export function volgAdvies(
  adviesvraagId: string,
  { haal, verbinding }: { readonly haal: () => void; readonly verbinding: (open: boolean) => void },
): () => void {
  return opLosseLijn({
    volg: (socket) => {
      socket.off('advies').on('advies', haal);
      socket.emit('advies:volg', { adviesvraagId }, haal);
    },
    haal,
    verbinding,
  });
}
