import * as Y from 'yjs';
import { Koppeling } from '../../../../../client/editor/koppeling/koppeling.ts';

const VELD = 'veld';

/** Somebody at an editor, without a browser. */
export class Iemand {
  readonly doc = new Y.Doc();
  readonly koppeling: Koppeling;
  readonly uit: Uint8Array[] = [];

  constructor(clientId: number) {
    this.doc.clientID = clientId;
    this.koppeling = new Koppeling(this.doc.getText(VELD), { samenOngedaanMs: 60_000 });
    this.doc.on('update', (update: Uint8Array, herkomst: unknown) => {
      if (herkomst !== 'net') this.uit.push(update);
    });
  }

  get regels(): string {
    return this.koppeling.state.doc.children.map(({ textContent }) => textContent).join('\n');
  }

  /** @param pos where in the editor; where the caret is without it */
  typ(tekst: string, pos?: number): void {
    this.koppeling.voerUit(this.koppeling.state.tr.insertText(tekst, pos));
  }

  wis(van: number, tot: number): void {
    this.koppeling.voerUit(this.koppeling.state.tr.delete(van, tot));
  }
}

/** Everything that is on its way arrives, and what it brings about. */
export function wissel(wie: readonly Iemand[]): void {
  while (wie.some(({ uit }) => uit.length > 0)) {
    const onderweg = wie.map(({ uit }) => uit.splice(0));
    for (const [n, updates] of onderweg.entries())
      for (const [m, naar] of wie.entries())
        if (n !== m) for (const update of updates) Y.applyUpdate(naar.doc, update, 'net');
  }
}

/** All that one knows arrives at the other at once, and what that brings about stays on its way. */
export function hoort(naar: Iemand, van: Iemand): void {
  Y.applyUpdate(naar.doc, Y.encodeStateAsUpdate(van.doc, Y.encodeStateVector(naar.doc)), 'net');
}
