import { Kijk } from '../../../../client/casus/kijk.ts';
import type { Bord } from '../../../../shared/contract/casussen.ts';
import type { Compartiment } from '../../../../shared/contract/compartimenten.ts';
import type { Deelnemer } from '../../../../shared/contract/deelnemers.ts';
import type { Lijsten } from '../../../../shared/contract/lijsten.ts';
import type { Veld } from '../../../../shared/contract/velden.ts';

export function veld(id: string, compartimentId: string, deel: Partial<Veld> = {}): Veld {
  return {
    id,
    compartimentId,
    leefgebied: null,
    kaartId: null,
    naam: 'houd rekening met',
    conceptVoor: null,
    uitgangspunt: null,
    concept: false,
    ...deel,
  };
}

export function compartiment(id: string, deel: Partial<Compartiment> = {}): Compartiment {
  return {
    id,
    categorie: 'hulp',
    lidId: null,
    organisatie: null,
    niveau: 'schrijven',
    geopend: true,
    publiek: { deelnemerIds: ['ik', 'tom'], discreet: true },
    vragenAan: null,
    enAnderen: false,
    wachtOpCollega: false,
    eigen: false,
    recht: null,
    rechten: null,
    ...deel,
  };
}

export function deelnemer(id: string, deel: Partial<Deelnemer> = {}): Deelnemer {
  return {
    id,
    zetel: 'jeugd',
    naam: `Naam van ${id}`,
    organisatie: 'Gemeente',
    functie: '',
    telefoon: '',
    regisseur: false,
    ik: id === 'ik',
    ...deel,
  };
}

/** How somebody looks at a board of mother and child. */
export function kijk(deel: Partial<Bord>, gekozenLid: string | null = null): Kijk {
  const bord: Bord = {
    id: 'casus',
    label: '26-4Q7K',
    status: 'in_uitvoering',
    leden: [
      { id: 'moeder', rol: 'moeder' },
      { id: 'kind', rol: 'kind' },
    ],
    deelnemers: [deelnemer('ik', { zetel: 'participatie' }), deelnemer('tom')],
    compartimenten: [],
    regie: {
      regisseurId: 'tom',
      houderId: 'tom',
      sinds: '2026-01-01T00:00:00.000Z',
      waarneming: null,
      voorstel: null,
      weging: null,
      eerder: [],
    },
    velden: [],
    kaarten: [],
    onleesbaar: [],
    ...deel,
  };
  return new Kijk({ bord, aanwezig: [] }, LIJSTEN, '2026-11-22', gekozenLid);
}

const GEEN = { waarvoor: null, grondslag: null };

const LIJSTEN: Lijsten = {
  waarvoor: [],
  grondslag: [],
  soortHulp: [],
  expertise: [],
  zetels: [
    {
      code: 'participatie',
      naam: 'Participatie',
      discreet: false,
      brengtIn: true,
      kernteam: true,
      regisseert: true,
      gebruikelijk: GEEN,
    },
    {
      code: 'jeugd',
      naam: 'Jeugd',
      discreet: false,
      brengtIn: true,
      kernteam: true,
      regisseert: true,
      gebruikelijk: GEEN,
    },
    {
      code: 'gezondheidszorg',
      naam: 'Gezondheidszorg',
      discreet: true,
      brengtIn: false,
      kernteam: false,
      regisseert: true,
      gebruikelijk: GEEN,
    },
  ],
  categorieen: [],
  leefgebieden: [{ code: 'wonen', naam: 'Wonen', achtergrond: ['wonen'] }],
  rollen: [],
  wetten: [],
  uitkomsten: [],
  standen: [],
  statussen: [],
  matrixversie: '1',
  omvang: { tekstLetOp: 100_000, tekst: 200_000, kaarten: 500, stappen: 200 },
  termijnen: { rechtDagen: 90, verzoekWerkdagen: 5 },
};
