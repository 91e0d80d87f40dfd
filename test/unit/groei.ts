/**
 * How many times as long it takes of four times as much: some four where the time grows with what there is, sixteen where
 * each letter is looked at for each. A ratio, not a time: the machine may be busy with others.
 * @param doe what is measured, of a text
 */
export function groeiVan(doe: (tekst: string) => void, heel: string): number {
  const kwart = heel.slice(0, heel.length / 4);
  const duur = (tekst: string): number => {
    // Of this process alone, and not of a wait for its turn.
    const begin = process.cpuUsage();
    doe(tekst);
    const { user, system } = process.cpuUsage(begin);
    return user + system + 1;
  };
  duur(kwart);
  const [kort, lang] = [duur(kwart), duur(heel)];
  if (lang > LANG) return lang / kort;
  const verhouding = (): number => {
    const tijden = [1, 2, 3].map(() => [duur(kwart), duur(heel)] as const);
    return Math.min(...tijden.map(([, lang]) => lang)) / Math.min(...tijden.map(([kort]) => kort));
  };
  // Another ran between; what grows with the square does so each time.
  let kleinste = verhouding();
  for (let ronde = 0; ronde < 5 && kleinste >= TE_VEEL; ronde += 1)
    kleinste = Math.min(kleinste, verhouding());
  return kleinste;
}

/** What `groeiVan` stays below, of what grows with its length. */
export const TE_VEEL = 9;
/** Above this, in µs, the machine doesn't make the difference, and trying again would take long. */
const LANG = 1_000_000;
