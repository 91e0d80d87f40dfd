import { opLosseLijn } from './losse-lijn.ts';

/**
 * Follows an overleg that one is in (OV3), until the function that it gives is called.
 * @param volger `haal`: fetch it again, for it is otherwise for me, or I may have missed something
 */
export function volgOverleg(
  overlegId: string,
  { haal, verbinding }: { readonly haal: () => void; readonly verbinding: (open: boolean) => void },
): () => void {
  return opLosseLijn({
    volg: (socket) => {
      socket.off('overleg').on('overleg', haal);
      socket.emit('overleg:volg', { overlegId }, haal);
    },
    haal,
    verbinding,
  });
}
