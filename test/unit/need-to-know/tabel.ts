/**
 * The two tables of need-to-know.md, copied as they stand there, and the lists in the text around them. The
 * oracle decides with these and matrix.test.ts holds the default matrix against them.
 */

const CATEGORIEEN = `
| categorie | holds | subject | kept by an organisation | opens | in acute danger | proposal for keeping |
| --- | --- | --- | --- | --- | --- | --- |
| plan | doelen, afspraken, besluiten, integrale analyse, gewenst resultaat | household or member | – | by itself | content | 15 y |
| hulp | who helps with what, since when; "houd rekening met" per leefgebied | household or member | – | by itself | content | 15 y |
| inwoner | own story, wishes, goals, in their own words | member | – | by itself | content | 15 y |
| naam | names, birth date | member | – | by itself | content | with the casus |
| adres | address | member | – | on request | noodkaart | with the casus |
| contact | how and when to reach them ("bel, geen brief", "niet samen uitnodigen"), without the reason | member | – | by itself | content | with the casus |
| werk | obligations, re-integration, capacity | household or member | yes | on request | content | 10 y after the benefit |
| inkomen | benefit, income | household or member | yes | on request | content | 10 y after the benefit |
| financien | debts, budget, bewind | household or member | yes | on request | content | 5 y after its end |
| wmo | support, care at home, day activities, welfare work | household or member | yes | on request | noodkaart | 15 y |
| jeugd | youth help | household or member | yes | on request | noodkaart | 20 y after the last change |
| gezondheid | physical and mental health, addiction | household or member | yes | on request | noodkaart | 20 y |
| veiligheid | violence, safety agreements, Veilig Thuis | household or member | yes | on request | noodkaart | 20 y |
| wonen | rent, eviction, nuisance | household or member | yes | on request | content | 5 y |
| onderwijs | school, absence | household or member | yes | on request | content | 5 y |
| advies | questions to and advice of the gedragsdeskundige | member | – | on request | noodkaart | 15 y |
| regie | the regisseur's notes, handover | household | – | by itself | noodkaart | 15 y |
| concept | what one person is still writing; nobody else's, the regisseur's neither | – | its author | by itself | – | until shared, at most 6 weeks |
| kring | content for a named list of people (a later issue); the regisseur has \`dat\` | household or member | its maker | on request | noodkaart | as its subject matter |`;

const MATRIX = `
| | participatie | inkomen | wmo | jeugd | schuldhulp | gezondheidszorg | jeugdhulp | jeugdbescherming | gedragsdeskundige | onderwijs | leerplicht | wonen | werk | welzijn | veiligheid | vertegenwoordiger | gezin | netwerk | +regisseur |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| plan | S | L | S | S | S | L | L | L | · | D | D | D | D | D | D | D | L | D | S |
| hulp | S | D | S | S | S | S | S | S | · | · | · | · | · | · | · | · | · | · | S |
| inwoner | L | · | L | L | L | L | L | L | · | · | · | · | · | L | · | · | S | · | S |
| naam | L | L | L | L | L | L | L | L | · | L | L | L | L | L | L | L | L | · | S |
| adres | L | L | L | L | L | L | L | L | · | D | L | D | D | · | L | L | L | · | S |
| contact | L | L | L | L | L | L | L | L | · | L | L | L | L | L | L | L | L | · | S |
| werk | S | D | D | · | · | · | · | · | · | · | · | · | S | · | · | · | · | · | D |
| inkomen | L | S | · | · | L | · | · | · | · | · | · | · | · | · | · | D | · | · | D |
| financien | D | D | D | · | S | · | · | · | · | · | · | · | · | · | · | L | · | · | D |
| wmo | D | · | S | D | D | D | · | · | · | · | · | · | · | S | · | · | · | · | D |
| jeugd | D | · | D | S | · | D | S | S | · | · | D | · | · | · | D | · | · | · | D |
| gezondheid | D | · | D | D | · | S | D | D | · | · | · | · | · | · | · | · | · | · | D |
| veiligheid | · | · | D | D | · | D | D | S | · | · | · | · | · | · | S | · | · | · | D |
| wonen | D | D | D | D | L | · | · | D | · | · | · | S | · | · | · | · | · | · | D |
| onderwijs | D | · | · | D | · | · | D | D | · | S | S | · | · | · | · | · | · | · | D |
| advies | D | · | D | D | D | D | D | D | S | · | · | · | · | · | · | · | · | · | D |
| regie | · | · | · | · | · | · | · | · | · | · | · | · | · | · | · | · | · | · | S |`;

/** Discreet zetels (NK20). */
export const DISCREET =
  'gezondheidszorg, jeugdhulp, jeugdbescherming, veiligheid, gedragsdeskundige, gezin, netwerk'.split(', ');

/** Zetels that acute danger is never for (NK25). */
export const NOOIT_ACUUT = 'gezin, netwerk, vertegenwoordiger, wonen, onderwijs, werk'.split(', ');

/** Zetels that bring a casus (below the matrix). */
export const BRENGT_IN = ['participatie', 'inkomen', 'wmo', 'jeugd', 'schuldhulp'];

/** What a regisseur from outside the municipality gets · on (below the matrix). */
export const BUITEN_GEMEENTE_NIETS = ['inkomen', 'financien'];

/** One row of a table: text by column heading; the first column has an empty heading in the matrix. */
export type Tabelrij = Readonly<Record<string, string>>;

function lees(tabel: string): Tabelrij[] {
  const [kop = [], , ...rijen] = tabel
    .trim()
    .split('\n')
    .map((regel) =>
      regel
        .split('|')
        .slice(1, -1)
        .map((cel) => cel.trim()),
    );
  return rijen.map((cellen) => Object.fromEntries(kop.map((naam, i) => [naam, cellen[i] ?? ''])));
}

/** The table under "Compartments". */
export const CATALOGUS = lees(CATEGORIEEN);

/** The table under "The default matrix": one row a category, its name under ''. */
export const MATRIXRIJEN = lees(MATRIX);

/** The zetels, in the order of the heading of the matrix. */
export const ZETELS = Object.keys(MATRIXRIJEN[0] ?? {}).filter((kop) => kop !== '' && kop !== '+regisseur');
