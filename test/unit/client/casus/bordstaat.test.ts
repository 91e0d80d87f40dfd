import { describe, expect, it } from 'vitest';
import {
  type Bordstaat,
  metAanwezig,
  metBericht,
  metBord,
  metKaart,
  metOpening,
  zonderKaart,
} from '../../../../client/casus/bordstaat.ts';
import type { Bord } from '../../../../shared/contract/casussen.ts';
import type { Compartiment } from '../../../../shared/contract/compartimenten.ts';
import type { Deelnemer } from '../../../../shared/contract/deelnemers.ts';
import type { Kaart } from '../../../../shared/contract/kaarten.ts';

function compartiment(id: string, deel: Partial<Compartiment> = {}): Compartiment {
  return {
    id,
    categorie: 'plan',
    lidId: null,
    organisatie: null,
    niveau: 'schrijven',
    geopend: true,
    publiek: { deelnemerIds: [], discreet: true },
    vragenAan: null,
    enAnderen: false,
    wachtOpCollega: false,
    eigen: false,
    recht: null,
    rechten: null,
    ...deel,
  };
}

function kaart(id: string, deel: Partial<Kaart> = {}): Kaart {
  const basis = { soort: 'vraag' as const, titel: id, id, compartimentId: 'plan', versie: 'a', door: null };
  // The tests below only use what all sorts have.
  return { ...basis, gewijzigdOp: '2026-11-20T10:00:00.000Z', ...deel } as Kaart;
}

function deelnemer(id: string): Deelnemer {
  return {
    id,
    zetel: 'jeugd',
    naam: id,
    organisatie: 'Gemeente',
    functie: '',
    telefoon: '',
    regisseur: false,
    ik: false,
  };
}

function bord(deel: Partial<Bord> = {}): Bord {
  return {
    id: 'casus',
    label: '26-4Q7K',
    status: 'in_uitvoering',
    leden: [],
    deelnemers: [deelnemer('tom')],
    compartimenten: [
      compartiment('plan'),
      compartiment('dicht', { niveau: 'dat', geopend: false, publiek: null }),
    ],
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
    kaarten: [kaart('een')],
    onleesbaar: [],
    ...deel,
  };
}

function staat(deel: Partial<Bord> = {}): Bordstaat {
  return { bord: bord(deel), aanwezig: [] };
}

const ids = (van: Bordstaat) => van.bord.kaarten.map(({ id }) => id);

describe('a kaart that the server tells of', () => {
  it('is added when it is new, and leaves the others as they are', () => {
    const eerst = staat();
    const daarna = metBericht(eerst, { kaart: kaart('twee') });
    expect(ids(daarna)).toEqual(['een', 'twee']);
    expect(daarna.bord.kaarten[0]).toBe(eerst.bord.kaarten[0]);
  });

  it('takes the place of its older version', () => {
    const later = { versie: 'b', titel: 'nieuwer', gewijzigdOp: '2026-11-20T11:00:00.000Z' };
    const daarna = metKaart(staat(), kaart('een', later));
    expect(daarna.bord.kaarten.map(({ titel }) => titel)).toEqual(['nieuwer']);
  });

  it('changes nothing when it is older or the same: the state is the same object', () => {
    const nu = staat({ kaarten: [kaart('een', { versie: 'b', gewijzigdOp: '2026-11-20T11:00:00.000Z' })] });
    expect(metKaart(nu, kaart('een', { versie: 'a' }))).toBe(nu);
    expect(metKaart(nu, kaart('een', { versie: 'b', gewijzigdOp: '2026-11-20T11:00:00.000Z' }))).toBe(nu);
  });

  it('ST11: is taken in when only references changed, which leave its moment as it is', () => {
    const anders = kaart('een', { versie: 'b', titel: 'met een ander erin' });
    expect(metKaart(staat(), anders).bord.kaarten).toEqual([anders]);
  });

  it('NK7: is refused from a compartment that is closed, not opened, or unknown', () => {
    const nu = staat();
    expect(metKaart(nu, kaart('laat', { compartimentId: 'dicht' }))).toBe(nu);
    expect(metKaart(nu, kaart('laat', { compartimentId: 'elders' }))).toBe(nu);
  });

  it('NK22: is taken in without a compartment, for it names me', () => {
    expect(ids(metKaart(staat(), kaart('genoemd', { compartimentId: null })))).toEqual(['een', 'genoemd']);
  });

  it('NK22: does not replace the whole that I read by the part that names me', () => {
    const nu = staat();
    expect(metKaart(nu, kaart('een', { compartimentId: null }))).toBe(nu);
  });

  it('goes when it is gone; another stays', () => {
    const nu = staat();
    expect(ids(metBericht(nu, { weg: 'een' }))).toEqual([]);
    expect(zonderKaart(nu, 'twee')).toBe(nu);
  });

  it('takes its text along; my concept for that text stays, and has nowhere to go', () => {
    const veld = {
      compartimentId: 'plan',
      leefgebied: null,
      naam: 'toelichting',
      conceptVoor: null,
      uitgangspunt: null,
    };
    const concept = { ...veld, id: 'concept', kaartId: null, concept: true, conceptVoor: 'tekst' };
    const nu = staat({
      kaarten: [kaart('een')],
      velden: [
        { ...veld, id: 'tekst', kaartId: 'een', concept: false },
        { ...veld, id: 'ander', kaartId: 'twee', concept: false },
        concept,
      ],
    });
    const { velden } = zonderKaart(nu, 'een').bord;
    expect(velden.map(({ id }) => id)).toEqual(['ander', 'concept']);
    expect(velden[1]?.conceptVoor).toBeNull();
  });
});

describe('the board fetched again', () => {
  it('NK7: leaves nothing of what closed', () => {
    const nu = staat({ kaarten: [kaart('een', { titel: 'geheim' })] });
    const dicht = bord({
      compartimenten: [compartiment('plan', { niveau: 'dat', geopend: false })],
      kaarten: [],
    });
    expect(JSON.stringify(metBord(nu, dicht))).not.toContain('geheim');
  });

  it('keeps who is present, of who is still on it', () => {
    const nu = metAanwezig(staat(), ['tom', 'onbekend']);
    expect(nu.aanwezig).toEqual(['tom']);
    expect(metBord(nu, bord()).aanwezig).toEqual(['tom']);
    expect(metBord(nu, bord({ deelnemers: [] })).aanwezig).toEqual([]);
  });
});

describe('opening', () => {
  it('brings in what stands in it, and takes what comes after', () => {
    const nu = staat({
      compartimenten: [compartiment('op-verzoek', { niveau: 'lezen', geopend: false })],
      kaarten: [],
    });
    const erin = kaart('erin', { compartimentId: 'op-verzoek' });
    expect(metKaart(nu, erin)).toBe(nu);
    const open = metOpening(nu, 'op-verzoek', { velden: [], kaarten: [erin], onleesbaar: false });
    expect(open.bord.compartimenten[0]?.geopend).toBe(true);
    expect(ids(metKaart(open, kaart('later', { compartimentId: 'op-verzoek' })))).toEqual(['erin', 'later']);
  });
});
