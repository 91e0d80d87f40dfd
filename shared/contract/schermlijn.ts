/** Where a big screen hears what is on it, in a namespace of `/live` of its own: it asks nothing there. */
export const SCHERMRUIMTE = '/scherm';

/** What the server tells a big screen (OV4), for socket.io. */
export interface SchermVanServer {
  /** With which its requests say that they are of the same screen as this line. */
  lijn: (bericht: { sleutel: string }) => void;
  /** What is on it is otherwise: fetch it again; `donker`: nothing, from now on. */
  scherm: (bericht: { donker: boolean }) => void;
  /** It is cut off. */
  los: () => void;
  /** Whether this line is still there. */
  erbij: (antwoord: () => void) => void;
}
