import { easter } from 'date-easter';
import { beginVan, datumOp } from './tijd.ts';

const DAG_MS = 24 * 60 * 60 * 1000;

/** Which day of the year, by how many days after Easter. */
const NA_PASEN = { goedeVrijdag: -2, tweedePaasdag: 1, hemelvaart: 39, tweedePinksterdag: 50 } as const;

/** The same date each year: nieuwjaarsdag, bevrijdingsdag, both days of Kerst. */
const VAST = ['01-01', '05-05', '12-25', '12-26'] as const;

/** Whether somebody at a municipality works on this date (`YYYY-MM-DD`): no weekend, no day that counts as one. */
export function isWerkdag(datum: string): boolean {
  const weekdag = alsUtc(datum).getUTCDay();
  return weekdag !== 0 && weekdag !== 6 && !feestdagen(Number(datum.slice(0, 4))).has(datum);
}

/**
 * The moment at which so many working days have passed, in ms since 1970: the start of the day after the last of them.
 * The day of `moment` itself doesn't count.
 * @example naWerkdagen(friday at noon, 1) // the start of Tuesday: Monday has passed
 */
export function naWerkdagen(moment: number, dagen: number): number {
  let datum = datumOp(moment);
  for (let over = dagen; over > 0; ) {
    datum = volgende(datum);
    if (isWerkdag(datum)) over -= 1;
  }
  return beginVan(volgende(datum));
}

/**
 * The days that the law counts as holidays, by date: Algemene termijnenwet, article 3 (Goede Vrijdag by its second
 * paragraph). Koningsdag is the day before when it falls on a Sunday.
 */
function feestdagen(jaar: number): ReadonlySet<string> {
  const { month, day } = easter(jaar);
  const pasen = Date.UTC(jaar, month - 1, day);
  const koningsdag = alsUtc(`${jaar}-04-27`).getUTCDay() === 0 ? '04-26' : '04-27';
  return new Set([
    ...[...VAST, koningsdag].map((dag) => `${jaar}-${dag}`),
    ...Object.values(NA_PASEN).map((na) => new Date(pasen + na * DAG_MS).toISOString().slice(0, 10)),
  ]);
}

function volgende(datum: string): string {
  return new Date(alsUtc(datum).getTime() + DAG_MS).toISOString().slice(0, 10);
}

function alsUtc(datum: string): Date {
  return new Date(`${datum}T00:00:00Z`);
}
