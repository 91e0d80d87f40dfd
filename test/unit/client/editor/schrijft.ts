import type { Command, EditorState, Plugin } from 'prosemirror-state';
import * as Y from 'yjs';
import { Koppeling } from '../../../../client/editor/koppeling/koppeling.ts';
import { keurUpdate } from '../../../../server/teksten/poort/poort.ts';
import type { Uitkomst } from '../../../../server/teksten/poort/uitkomst.ts';

export const VELD = 'veld';

/** The server's document, and what the gate said of each update that came. */
export class Server {
  readonly doc = new Y.Doc();
  readonly uitkomsten: Uitkomst[] = [];

  constructor() {
    this.doc.getText(VELD);
  }

  get tekst(): Y.Text {
    return this.doc.getText(VELD);
  }

  ontvang(update: Uint8Array, clientId: number): void {
    const kamer = { doc: this.doc, velden: new Set([VELD]), eigenIds: new Set([clientId]) };
    this.uitkomsten.push(keurUpdate(update, kamer));
    Y.applyUpdate(this.doc, update);
  }
}

/** Somebody at the editor, without a browser: its state and commands, and the binding that writes what they do. */
export class Schrijver {
  readonly doc = new Y.Doc();
  readonly koppeling: Koppeling;
  readonly #server: Server;

  constructor(server: Server, plugins: readonly Plugin[] = []) {
    this.#server = server;
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(server.doc), 'server');
    this.koppeling = new Koppeling(this.tekst, { plugins, samenOngedaanMs: 0 });
    this.doc.on('update', (update: Uint8Array, herkomst: unknown) => {
      if (herkomst !== 'server') server.ontvang(update, this.doc.clientID);
    });
  }

  get tekst(): Y.Text {
    return this.doc.getText(VELD);
  }

  get state(): EditorState {
    return this.koppeling.state;
  }

  /** Does a command. @returns whether it could be done */
  doe(opdracht: Command): boolean {
    return opdracht(this.state, (tr) => this.koppeling.voerUit(tr));
  }

  typ(tekst: string): void {
    this.doe((state, dispatch) => {
      dispatch?.(state.tr.insertText(tekst));
      return true;
    });
  }

  /** Takes in what the others wrote. */
  haalOp(): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#server.doc, Y.encodeStateVector(this.doc)), 'server');
  }
}
