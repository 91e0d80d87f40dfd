import type { Node } from 'prosemirror-model';
import { type Command, EditorState, type Plugin } from 'prosemirror-state';
import { initProseMirrorDoc, updateYFragment, ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { schema } from '../../../../client/editor/schema.ts';
import { keurUpdate } from '../../../../server/plan/sync/poort/poort.ts';
import type { Uitkomst } from '../../../../server/plan/sync/poort/uitkomst.ts';

export const VELD = 'veld';

/** The server's document, and what the gate said of each update that came. */
export class Server {
  readonly doc = new Y.Doc();
  readonly uitkomsten: Uitkomst[] = [];

  constructor() {
    this.doc.getXmlFragment(VELD);
  }

  ontvang(update: Uint8Array, clientId: number): void {
    const kamer = { doc: this.doc, velden: new Set([VELD]), eigenIds: new Set([clientId]) };
    this.uitkomsten.push(keurUpdate(update, kamer));
    Y.applyUpdate(this.doc, update);
  }
}

/** Somebody at the editor, without a browser: the editor's state and commands, and y-prosemirror's way into Yjs. */
export class Schrijver {
  readonly doc = new Y.Doc();
  readonly fragment = this.doc.getXmlFragment(VELD);
  readonly undo = new Y.UndoManager(this.fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTimeout: 0,
  });
  state: EditorState;
  #meta: ReturnType<typeof initProseMirrorDoc>['meta'];
  readonly #server: Server;

  constructor(server: Server, plugins: readonly Plugin[] = []) {
    this.#server = server;
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(server.doc), 'server');
    const { doc, meta } = initProseMirrorDoc(this.fragment, schema);
    this.#meta = meta;
    this.state = EditorState.create({ schema, doc: gevuld(doc), plugins: [...plugins] });
    this.doc.on('update', (update: Uint8Array, herkomst: unknown) => {
      if (herkomst !== 'server') server.ontvang(update, this.doc.clientID);
    });
  }

  /** Does a command, and hands the result to Yjs. @returns whether it could be done */
  doe(opdracht: Command): boolean {
    return opdracht(this.state, (tr) => {
      this.state = this.state.apply(tr);
      if (!tr.docChanged) return;
      this.doc.transact(
        () => updateYFragment(this.doc, this.fragment, this.state.doc, this.#meta),
        ySyncPluginKey,
      );
    });
  }

  typ(tekst: string): void {
    this.doe((state, dispatch) => {
      dispatch?.(state.tr.insertText(tekst));
      return true;
    });
  }

  /** Takes in what the others wrote, or what undo changed. */
  haalOp(): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#server.doc, Y.encodeStateVector(this.doc)), 'server');
    const { doc, meta } = initProseMirrorDoc(this.fragment, schema);
    this.#meta = meta;
    this.state = EditorState.create({ schema, doc: gevuld(doc) });
  }
}

/** An editor has a paragraph where the text has none; that one is not written. */
function gevuld(doc: Node): Node {
  return doc.childCount > 0 ? doc : (schema.topNodeType.createAndFill() ?? doc);
}
