import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Beslisser } from '../../../shared/need-to-know/beslissing.ts';
import { laadMatrix, type Matrix } from '../../../shared/need-to-know/matrix.ts';
import { Moment } from '../../../shared/need-to-know/moment.ts';
import { kentBijNaam, kentLid } from '../../../shared/need-to-know/namen.ts';
import { bronhoudersVan, publiekVoor, vragenAan } from '../../../shared/need-to-know/publiek.ts';
import { verklaar } from '../../../shared/need-to-know/uitleg.ts';
import { zichtVan } from '../../../shared/need-to-know/zicht.ts';
import { type Geval, geval, NU, RUNS, standaardgeval } from './casussen.ts';
import { Orakel, tafelUitMatrix, tafelUitTekst } from './orakel.ts';

/** More runs take longer. Milliseconds a test. */
const TIJD = 30_000 + 100 * RUNS;

const wijzen = [
  {
    naam: 'onder willekeurige regels',
    gevallen: geval(),
    tafel: ({ matrix }: Geval) => tafelUitMatrix(matrix),
  },
  { naam: 'onder de tabellen van need-to-know.md', gevallen: standaardgeval(), tafel: () => tafelUitTekst() },
];

describe.each(wijzen)('motor en orakel zeggen hetzelfde $naam', { timeout: TIJD }, ({ gevallen, tafel }) => {
  const vergelijk = (controle: (motor: Beslisser, orakel: Orakel, geval: Geval) => void) => {
    expect.hasAssertions();
    fc.assert(
      fc.property(gevallen, (een) => {
        const motor = new Beslisser(een.feiten, laadMatrix(een.matrix), new Moment(NU));
        controle(motor, new Orakel(een.feiten, tafel(een), NU), een);
      }),
      { numRuns: RUNS },
    );
  };

  test('niveau en noodkaart van iedereen op alles', () => {
    vergelijk((motor, orakel, { feiten }) => {
      const paren = feiten.deelnemers.flatMap((d) => feiten.compartimenten.map((c) => [d, c] as const));
      expect(paren.map(([d, c]) => ({ d: d.id, c: c.id, ...motor.beslis(d, c) }))).toEqual(
        paren.map(([d, c]) => ({
          d: d.id,
          c: c.id,
          niveau: orakel.niveau(d, c),
          noodkaart: orakel.noodkaart(d, c),
        })),
      );
    });
  });

  test('het zicht van iedereen, in volgorde (NK4)', () => {
    vergelijk((motor, orakel, { feiten }) => {
      for (const d of feiten.deelnemers) {
        const zicht = zichtVan(motor, d).map(({ compartiment: { id, categorie, lidId }, ...rest }) => ({
          wat: rest.niveau === 'dat' ? `dicht: ${categorie} ${lidId ?? 'huishouden'}` : id,
          ...rest,
        }));
        expect(zicht).toEqual(orakel.zicht(d));
      }
    });
  });

  test('wie wie bij naam kent (NK20)', () => {
    vergelijk((motor, orakel, { feiten, genoemd }) => {
      for (const kijker of feiten.deelnemers) {
        const kent = feiten.deelnemers.filter((d) => kentBijNaam(kijker, d, genoemd, motor.regels));
        expect(kent.map((d) => d.id)).toEqual(orakel.kent(kijker, genoemd));
      }
    });
  });

  test('wie van welke leden weet (NK2)', () => {
    vergelijk((_, orakel, { feiten }) => {
      for (const kijker of feiten.deelnemers) {
        const leden = feiten.leden.map((lid) => lid.id);
        expect(leden.filter((lid) => kentLid(kijker, lid))).toEqual(orakel.kentLeden(kijker));
      }
    });
  });

  test('wat een plaats geeft (OV11)', () => {
    fc.assert(
      fc.property(geval(), ({ matrix, feiten }) => {
        const motor = new Beslisser(feiten, laadMatrix(matrix), new Moment(NU));
        const orakel = new Orakel(feiten, tafelUitMatrix(matrix), NU);
        for (const plaats of feiten.plaatsen ?? [])
          expect(feiten.compartimenten.map((c) => [c.id, motor.niveauOpPlaats(plaats, c)])).toEqual(
            feiten.compartimenten.map((c) => [c.id, orakel.niveauOpPlaats(plaats, c)]),
          );
      }),
      { numRuns: RUNS },
    );
  });

  test('het publiek van alles voor iedereen (NK20)', () => {
    vergelijk((motor, orakel, { feiten, genoemd }) => {
      for (const kijker of feiten.deelnemers) {
        expect(feiten.compartimenten.map((c) => [c.id, publiekVoor(motor, kijker, c, genoemd)])).toEqual(
          feiten.compartimenten.map((c) => [c.id, orakel.publiek(kijker, c, genoemd)]),
        );
      }
    });
  });

  test('wie bronhouder is (NK12)', () => {
    vergelijk((motor, orakel, { feiten }) => {
      const houders = feiten.compartimenten.map((c) => [c.id, bronhoudersVan(motor, c).map((d) => d.id)]);
      expect(houders).toEqual(feiten.compartimenten.map((c) => [c.id, orakel.bronhouders(c)]));
    });
  });

  test('aan wie iemand iets vraagt (NK4)', () => {
    vergelijk((motor, orakel, { feiten, genoemd }) => {
      for (const kijker of feiten.deelnemers) {
        expect(
          feiten.compartimenten.map((c) => [c.id, vragenAan(motor, kijker, c, genoemd)?.id ?? null]),
        ).toEqual(feiten.compartimenten.map((c) => [c.id, orakel.vragenAan(kijker, c, genoemd)]));
      }
    });
  });
});

const onderwerpVan = ({ categorie, lidId }: { categorie: string; lidId: string | null }): string =>
  `${categorie} ${lidId}`;

describe('wat voor elke casus geldt', { timeout: TIJD }, () => {
  const voorElke = (controle: (geval: Geval, motor: Beslisser) => void) => {
    expect.hasAssertions();
    fc.assert(
      fc.property(geval(), (een) => {
        controle(een, new Beslisser(een.feiten, laadMatrix(een.matrix), new Moment(NU)));
        // A casus without a tile to look at is no failure.
        expect(een.feiten.deelnemers.length).toBeGreaterThan(0);
      }),
      { numRuns: RUNS },
    );
  };

  test('NK1: wie nu niet meedoet, krijgt niets', () => {
    voorElke(({ feiten }, motor) => {
      for (const d of feiten.deelnemers.filter((een) => een.van > NU || (een.tot ?? NU + 1) <= NU)) {
        expect(zichtVan(motor, d)).toEqual([]);
        expect(feiten.compartimenten.filter((c) => motor.niveau(d, c) !== 'verborgen')).toEqual([]);
      }
    });
  });

  test('NK4: hooguit één dichte tegel per categorie en onderwerp, nooit van een organisatie', () => {
    voorElke(({ feiten }, motor) => {
      for (const d of feiten.deelnemers) {
        const dicht = zichtVan(motor, d).filter((regel) => regel.niveau === 'dat');
        const waarover = dicht.map(({ compartiment }) => `${compartiment.categorie} ${compartiment.lidId}`);
        expect(new Set(waarover).size).toBe(waarover.length);
        expect(dicht.map(({ compartiment }) => compartiment.organisatieId)).toEqual(dicht.map(() => null));
      }
    });
  });

  test('NK5, NK16: wat het zicht noemt, heeft ook op zichzelf dat niveau; wat het niet noemt, is niet te lezen', () => {
    voorElke(({ feiten }, motor) => {
      for (const d of feiten.deelnemers) {
        const zicht = zichtVan(motor, d);
        expect(zicht.map(({ compartiment }) => motor.niveau(d, compartiment))).toEqual(
          zicht.map(({ niveau }) => niveau),
        );
        const genoemd = new Set(zicht.map(({ compartiment }) => compartiment.id));
        const rest = feiten.compartimenten.filter((c) => !genoemd.has(c.id)).map((c) => motor.niveau(d, c));
        expect(rest.filter((niveau) => niveau === 'lezen' || niveau === 'schrijven')).toEqual([]);
      }
    });
  });

  test('NK4, NK6: wat iemand niet mag lezen, mag er evengoed niet zijn', () => {
    voorElke(({ feiten }, motor) => {
      for (const d of feiten.deelnemers) {
        const eigenRegels = new Set(
          [...feiten.rechten, ...feiten.uitsluitingen, ...feiten.noodtoegangen]
            .filter((regel) => regel.deelnemerId === d.id)
            .map((regel) => regel.compartimentId),
        );
        const blijft = feiten.compartimenten.filter(
          (c) =>
            c.organisatieId === null ||
            eigenRegels.has(c.id) ||
            !['verborgen', 'dat'].includes(motor.niveau(d, c)),
        );
        const zonder = new Beslisser({ ...feiten, compartimenten: blijft }, motor.regels, new Moment(NU));
        expect(zichtVan(zonder, d)).toEqual(zichtVan(motor, d));
      }
    });
  });

  test('NK8: een uitsluiting laat hooguit "dat" over en voegt niets toe aan de uitleg', () => {
    voorElke(({ feiten, matrix }, motor) => {
      // What is really kept: not a tegel, nor a concept, which nobody else knows of.
      const echt = feiten.compartimenten.filter(
        (c) => c.makerId === null && (c.organisatieId !== null || !perOrganisatie(matrix, c.categorie)),
      );
      for (const d of feiten.deelnemers) {
        const erbij = echt.map((c) => ({ deelnemerId: d.id, compartimentId: c.id, van: NU, tot: null }));
        const uitsluitingen = [...feiten.uitsluitingen, ...erbij];
        const uit = new Beslisser({ ...feiten, uitsluitingen }, motor.regels, new Moment(NU));
        const daarna = echt.map((c) => uit.beslis(d, c));
        expect(daarna.filter(({ niveau }) => niveau === 'lezen' || niveau === 'schrijven')).toEqual([]);
        expect(daarna.filter(({ noodkaart }) => noodkaart)).toEqual([]);
        // Never a tile that only exclusion makes, but of one's own organisation: that it closed can't be hidden.
        const vanEigen = new Set(
          echt.filter(({ organisatieId }) => organisatieId === d.organisatieId).map(onderwerpVan),
        );
        const tegels = (welke: Beslisser) =>
          zichtVan(welke, d)
            .filter(({ niveau, compartiment: c }) => niveau === 'dat' && perOrganisatie(matrix, c.categorie))
            .map(({ compartiment }) => onderwerpVan(compartiment))
            .filter((onderwerp) => !vanEigen.has(onderwerp));
        const open = new Beslisser({ ...feiten, uitsluitingen: [] }, motor.regels, new Moment(NU));
        const al = new Set(tegels(open));
        expect(tegels(uit).filter((tegel) => !al.has(tegel))).toEqual([]);
        const steedsDat = echt.filter((c) => motor.niveau(d, c) === 'dat' && uit.niveau(d, c) === 'dat');
        expect(steedsDat.map((c) => verklaar(uit, d, c))).toEqual(
          steedsDat.map((c) => verklaar(motor, d, c)),
        );
      }
    });
  });

  test('NK9: de uitleg geeft het niveau dat geldt, en elk "dat" van een categorie dezelfde woorden', () => {
    voorElke(({ feiten }, motor) => {
      for (const d of feiten.deelnemers) {
        const woorden = new Map<string, unknown>();
        for (const c of feiten.compartimenten) {
          const uitleg = verklaar(motor, d, c);
          expect(uitleg.niveau).toBe(motor.niveau(d, c));
          if (uitleg.niveau === 'verborgen') expect(uitleg.regels).toEqual([]);
          else expect(uitleg.regels.length).toBeGreaterThan(0);
          if (uitleg.niveau !== 'dat') continue;
          // NK12: one's own seat that waits adds its line, and nothing else does.
          const wacht = motor.wachtAchterTegel(d, c) !== null;
          expect(uitleg.regels.some(({ id }) => id === 'NK12')).toBe(wacht);
          const rest = uitleg.regels.filter(({ id }) => id !== 'NK12');
          expect(rest).toEqual(woorden.get(c.categorie) ?? rest);
          woorden.set(c.categorie, rest);
        }
      }
    });
  });

  test('de motor kent geen categorie of zetel bij naam: onder andere namen zegt hij hetzelfde', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(standaardgeval(), ({ feiten, matrix }) => {
        const motor = new Beslisser(feiten, laadMatrix(matrix), new Moment(NU));
        const anders = {
          ...feiten,
          deelnemers: feiten.deelnemers.map((d) => ({ ...d, zetel: `x_${d.zetel}` })),
          compartimenten: feiten.compartimenten.map((c) => ({ ...c, categorie: `x_${c.categorie}` })),
        };
        const ander = new Beslisser(anders, laadMatrix(hernoemd(matrix)), new Moment(NU));
        const alles = (b: Beslisser) =>
          b.feiten.deelnemers.flatMap((d) => b.feiten.compartimenten.map((c) => b.beslis(d, c)));
        expect(alles(ander)).toEqual(alles(motor));
      }),
      { numRuns: RUNS },
    );
  });
});

function perOrganisatie(matrix: Matrix, categorie: string): boolean {
  return matrix.categorieen.some((een) => een.code === categorie && een.perOrganisatie);
}

/** The same matrix with other codes for every category and zetel. */
function hernoemd(matrix: Matrix): Matrix {
  const sleutels = <T>(rij: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(rij).map(([naam, waarde]) => [`x_${naam}`, waarde]));
  return {
    ...matrix,
    kernteamSchrijft: `x_${matrix.kernteamSchrijft}`,
    zetels: matrix.zetels.map((zetel) => ({ ...zetel, code: `x_${zetel.code}` })),
    categorieen: matrix.categorieen.map((categorie) => ({ ...categorie, code: `x_${categorie.code}` })),
    cellen: sleutels(
      Object.fromEntries(Object.entries(matrix.cellen).map(([naam, rij]) => [naam, sleutels(rij)])),
    ),
    regisseur: sleutels(matrix.regisseur),
    regisseurBuitenGemeente: sleutels(matrix.regisseurBuitenGemeente),
  };
}
