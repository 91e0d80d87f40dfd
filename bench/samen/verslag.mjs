import { mediaan } from './mediaan.mjs';

/** What the table and the aims are about: medians over the rounds. */
export function vatSamen(server, beurten) {
  const midden = (wat) => mediaan(beurten.map(wat));
  return {
    server: server.naam,
    titel: server.titel,
    cpuPerAflevering: midden((een) => een.cpuPerAflevering),
    cpuServer: midden((een) => een.cpuServer),
    cpuLast: midden((een) => een.cpuLast),
    p50: midden((een) => een.p50),
    p95: midden((een) => een.p95),
    p99: midden((een) => een.p99),
    cursorP50: midden((een) => een.cursorP50),
    cursorP99: midden((een) => een.cursorP99),
    geschrevenPerWijziging: beurten.some((een) => een.geschrevenPerWijziging === null)
      ? null
      : midden((een) => een.geschrevenPerWijziging),
    stil: beurten.some((een) => een.stil === null) ? null : midden((een) => een.stil),
    rss: midden((een) => een.rss),
    inGebruik: midden((een) => een.inGebruik),
    perKamer: midden((een) => een.perKamer),
    perSeconde: midden((een) => een.perSeconde),
    aangekomen: beurten.reduce((som, een) => som + een.aangekomen, 0),
    fouten: beurten.flatMap((een, ronde) => een.fouten.map((fout) => `ronde ${ronde + 1}: ${fout}`)),
    heel: server.bewaart ? Math.min(...beurten.map((een) => een.heel)) : null,
    beurten,
  };
}

/** A table for people, in Markdown. */
export function tabel(uitkomsten, { kamers, tempo, cursors }) {
  const basis = uitkomsten.find(({ server }) => server === 'y-websocket');
  const kolommen = [
    ['server', ({ titel }) => titel],
    ['CPU per aflevering, µs', (een) => cijfers(een.cpuPerAflevering, 2)],
    ['× y-websocket', (een) => (basis === undefined ? '–' : cijfers(maalBasis(een, basis), 2))],
    ...(tempo === 0
      ? []
      : [
          ['p50, ms', (een) => cijfers(een.p50, 2)],
          ['p95, ms', (een) => cijfers(een.p95, 2)],
          ['p99, ms', (een) => cijfers(een.p99, 2)],
        ]),
    ...(cursors === 0
      ? []
      : [
          ['cursor p50, ms', (een) => cijfers(een.cursorP50, 2)],
          ['cursor p99, ms', (een) => cijfers(een.cursorP99, 2)],
        ]),
    [
      'op schijf per wijziging, kB',
      ({ geschrevenPerWijziging }) =>
        geschrevenPerWijziging === null ? '–' : cijfers(geschrevenPerWijziging / 1e3, 1),
    ],
    ['lus stil, %', ({ stil }) => (stil === null ? '–' : cijfers(Math.max(0, stil) * 100, 1))],
    ['geheugen (in gebruik), MB', (een) => `${mb(een.rss)} (${mb(een.inGebruik)})`],
    ['per kamer in gebruik, kB', (een) => cijfers(een.perKamer / 1e3, 0)],
    ['server, last: kernen', (een) => `${cijfers(een.cpuServer, 2)}, ${cijfers(een.cpuLast, 2)}`],
    ['wijzigingen per s', (een) => cijfers(een.perSeconde, 0)],
    ['heel na herstart', ({ heel }) => (heel === null ? 'bewaart niet' : `${heel} van ${kamers}`)],
  ];
  const regel = (cellen) => `| ${cellen.join(' | ')} |`;
  return [
    regel(kolommen.map(([naam]) => naam)),
    regel(kolommen.map((_, n) => (n === 0 ? '---' : '---:'))),
    ...uitkomsten.map((een) => regel(kolommen.map(([, cel]) => cel(een)))),
  ].join('\n');
}

/** What we aim at, and whether this run came there; empty when the product or its measure was left out. */
export function doelen(uitkomsten, commit, { last }) {
  const onze = uitkomsten.find(({ server }) => server === 'regietafel');
  const basis = uitkomsten.find(({ server }) => server === 'y-websocket');
  if (onze === undefined) return [];
  const traagste = commit + 2;
  if (last === 'cursors') return [doel('p99 van een cursor', onze.cursorP99, 20, 'ms')];
  if (last !== 'een') return [];
  return [
    ...(basis === undefined
      ? []
      : [doel('CPU per aflevering', maalBasis(onze, basis), 0.9, '× y-websocket in het geheugen')]),
    doel('p50', onze.p50, traagste, 'ms: een commit en 2 ms'),
    doel('p99', onze.p99, 10, 'ms, als er niets anders op de machine gebeurt'),
    doel('per kamer in gebruik', onze.perKamer / 1e3, 300, 'kB'),
  ];
}

const maalBasis = (een, basis) => een.cpuPerAflevering / basis.cpuPerAflevering;

function doel(wat, gemeten, hoogstens, eenheid) {
  return {
    wat,
    gemeten,
    hoogstens,
    gehaald: gemeten <= hoogstens,
    zin: `${wat}: ${cijfers(gemeten, 2)}; hoogstens ${cijfers(hoogstens, 2)} ${eenheid}. ${gemeten <= hoogstens ? 'Gehaald.' : 'Niet gehaald.'}`,
  };
}

/** A number as it is written in Dutch; what was not to be measured has none. */
const cijfers = (getal, achter) => (Number.isFinite(getal) ? getal.toFixed(achter).replace('.', ',') : '–');
const mb = (bytes) => (bytes / 1e6).toFixed(0);
