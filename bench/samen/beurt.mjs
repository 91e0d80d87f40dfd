import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Lasten } from './lasten.mjs';
import { leesNa } from './nalezen.mjs';
import { Serverproces } from './serverproces.mjs';

/** Beside the product, so on the disk that its data would stand on; a temporary folder is memory on some machines. */
const WERKMAP = fileURLToPath(new URL('../../.cache/', import.meta.url));

/** A fresh folder on this disk while `doe` runs. */
export async function metMap(doe) {
  mkdirSync(WERKMAP, { recursive: true });
  const map = mkdtempSync(join(WERKMAP, 'bench-'));
  try {
    return await doe(map);
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}

/**
 * One server, once, on an empty folder: connect, write, measure, count, and read back after a restart.
 *
 * @returns what it took; `fouten` says what did not come out as it must
 */
export function beurt(server, maten) {
  return metMap(async (map) => {
    let proces = await Serverproces.start(server, map, maten.profiel);
    const lasten = new Lasten(maten.lasten);
    try {
      const kamers = (await server.kamers(proces.adres, maten)).map((kamer) => ({
        ...kamer,
        schrijvers: maten.schrijvers,
      }));
      const leeg = await proces.geheugen();
      await lasten.begin(server.lijn, kamers);
      await lasten.schrijf(maten);
      await wacht(maten.opwarmen * 1000);
      const inGebruik = await proces.geheugen();
      await lasten.open();
      const stopProfiel = maten.profiel === null ? () => {} : proces.profileer(maten.profiel);
      const voor = await proces.meet();
      await wacht(maten.seconden * 1000);
      const na = await proces.meet();
      await stopProfiel();
      const uitkomsten = await lasten.sluit();
      await proces.stop();
      const geteld = tel(uitkomsten, maten);
      let heel = null;
      if (server.bewaart) {
        proces = await Serverproces.start(server, map);
        heel = await leesNa(server.lijn, await server.opnieuw(proces.adres, kamers), geteld.teksten);
        await proces.stop();
      }
      const { teksten, ...rest } = geteld;
      return {
        ...rest,
        cpuPerAflevering: (na.cpu - voor.cpu) / (rest.afleveringen + rest.cursorsGezien),
        geschrevenPerWijziging:
          na.geschreven === null ? null : (na.geschreven - voor.geschreven) / rest.wijzigingen,
        stil: na.stil === null ? null : (na.stil - voor.stil) / 1e3 / maten.seconden,
        cpuServer: (na.cpu - voor.cpu) / 1e6 / maten.seconden,
        rss: na.rss,
        inGebruik,
        perKamer: (inGebruik - leeg) / kamers.length,
        heel,
        fouten: [
          ...rest.fouten,
          ...(server.belooft && heel !== teksten.size
            ? [`na herstart ${heel} van ${teksten.size} teksten`]
            : []),
        ],
      };
    } finally {
      proces.breekAf();
      lasten.breekAf();
    }
  });
}

/** Adds up what the processes counted, and holds it against what had to come. */
export function tel(uitkomsten, { mensen, seconden }) {
  const som = (wat) => uitkomsten.reduce((totaal, uitkomst) => totaal + wat(uitkomst), 0);
  const kamers = uitkomsten.flatMap((uitkomst) => uitkomst.kamers);
  const gemaakt = kamers.reduce((totaal, { wijzigingen }) => totaal + wijzigingen, 0);
  const aangekomen = kamers.reduce((totaal, { afleveringen }) => totaal + afleveringen, 0);
  const verwacht = gemaakt * (mensen - 1);
  const onbevestigd = kamers.filter(({ isBevestigd }) => !isBevestigd);
  const anders = kamers.filter(({ zelfdeTekst }) => !zelfdeTekst);
  const inVenster = som(({ duren }) => duren.length);
  const verwachtInVenster = som(({ wijzigingen }) => wijzigingen) * (mensen - 1);
  const duren = opVolgorde(uitkomsten.map((uitkomst) => uitkomst.duren));
  const cursorduren = opVolgorde(uitkomsten.map((uitkomst) => uitkomst.cursorduren));
  return {
    wijzigingen: som(({ wijzigingen }) => wijzigingen),
    perSeconde: som(({ wijzigingen }) => wijzigingen) / seconden,
    afleveringen: som(({ afleveringen }) => afleveringen),
    gemaakt,
    aangekomen,
    p50: deel(duren, 0.5),
    p95: deel(duren, 0.95),
    p99: deel(duren, 0.99),
    cursorsGezien: cursorduren.length,
    cursorP50: deel(cursorduren, 0.5),
    cursorP99: deel(cursorduren, 0.99),
    cpuLast: som(({ cpu }) => cpu) / 1e6 / seconden,
    teksten: new Map(kamers.map(({ naam, tekst }) => [naam, tekst])),
    fouten: [
      ...(aangekomen === verwacht ? [] : [`${aangekomen} afleveringen van ${verwacht}`]),
      ...(inVenster === verwachtInVenster ? [] : [`${inVenster} tijden van ${verwachtInVenster}`]),
      ...(onbevestigd.length === 0 ? [] : [`${onbevestigd.length} schrijvers zonder alle bevestigingen`]),
      ...(anders.length === 0 ? [] : [`${anders.length} lezers met een andere tekst`]),
    ],
  };
}

/** All that was measured, the shortest first. */
export function opVolgorde(stukken) {
  const alles = new Float64Array(stukken.reduce((som, { length }) => som + length, 0));
  let plaats = 0;
  for (const stuk of stukken) {
    alles.set(stuk, plaats);
    plaats += stuk.length;
  }
  return alles.sort();
}

/** @returns below which so large a part of them lies; undefined when there are none */
export function deel(duren, p) {
  return duren[Math.min(duren.length - 1, Math.floor(duren.length * p))];
}
