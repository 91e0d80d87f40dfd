import type { Route } from '../../server/http/route.ts';

const GEBEURTENISSEN = [
  'casus:volg ok',
  'casus:volg geweigerd',
  'casus:verlaat ok',
  'overleg:volg ok',
  'overleg:volg geweigerd',
  'overleg:wijs ok',
  'overleg:wijs geweigerd',
  'overleg',
  'wijzer',
  'kaart',
  'kaart (weg)',
  'versie verouderd',
  'opnieuw gevraagd',
  'uitsluiting',
  'acuut_gevaar',
  'zicht',
  'verzoek',
  'advies',
  'aanwezig',
  'sync zicht',
  'sync sluit',
  'sync opgeslagen',
  'sync opgeslagen (gelijk)',
  'sync geweigerd',
  'sync opnieuw',
  'sync stap 1',
  'sync stap 2',
  'sync update',
  'sync cursors',
  'sync gesloten 4401',
  'sync gesloten 4403',
] as const;

export type Gebeurtenis = (typeof GEBEURTENISSEN)[number] | 'casus:verlaat geweigerd';

/** How often each route and event was reached, and with what outcome. */
export class Dekking {
  readonly #routes = new Map<
    string,
    { patroon: RegExp; methode: string; gelukt: number; geweigerd: number }
  >();
  readonly #gebeurtenissen = new Map<string, number>(GEBEURTENISSEN.map((naam) => [naam, 0]));

  kent(routes: readonly Route[]): void {
    for (const { methode, pad } of [...routes, { methode: 'get', pad: '/openapi.json' }]) {
      const sleutel = `${methode.toUpperCase()} ${pad}`;
      if (this.#routes.has(sleutel)) continue;
      this.#routes.set(sleutel, {
        patroon: new RegExp(`^${pad.replaceAll(/\{\w+\}/g, '[^/]+').replace('.', '\\.')}$`),
        methode: methode.toUpperCase(),
        gelukt: 0,
        geweigerd: 0,
      });
    }
  }

  telVerzoek(methode: string, pad: string, status: number): void {
    const zonderVraag = pad.split('?')[0] ?? pad;
    for (const route of this.#routes.values()) {
      if (route.methode !== methode || !route.patroon.test(zonderVraag)) continue;
      if (status < 400) route.gelukt += 1;
      else route.geweigerd += 1;
      return;
    }
  }

  telGebeurtenis(naam: string): void {
    this.#gebeurtenissen.set(naam, (this.#gebeurtenissen.get(naam) ?? 0) + 1);
  }

  /** Routes and events that were never reached with success. */
  ontbreekt(): string[] {
    return [
      ...[...this.#routes].filter(([, { gelukt }]) => gelukt === 0).map(([naam]) => naam),
      ...[...this.#gebeurtenissen].filter(([, aantal]) => aantal === 0).map(([naam]) => naam),
    ];
  }

  tabel(): string {
    const rij = (naam: string, a: string | number, b: string | number): string =>
      `${naam.padEnd(64)} ${String(a).padStart(8)} ${String(b).padStart(9)}`;
    return [
      rij('route', 'gelukt', 'geweigerd'),
      ...[...this.#routes].map(([naam, { gelukt, geweigerd }]) => rij(naam, gelukt, geweigerd)),
      rij('socket.io and sync', 'keer', ''),
      ...[...this.#gebeurtenissen].map(([naam, aantal]) => rij(naam, aantal, '')),
    ].join('\n');
  }
}
