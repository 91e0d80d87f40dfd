import { Socket } from 'socket.io';
import { WebSocket } from 'ws';
import { Advies } from '../../server/advies/advies.ts';
import { Adviezenkast } from '../../server/advies/adviezenkast.ts';
import { Namenloos } from '../../server/advies/leest.ts';
import { Casussen } from '../../server/casus/casus.ts';
import { Toegangsfeiten } from '../../server/casus/toegangsfeiten.ts';
import { Klok } from '../../server/kern/klok.ts';
import { Weigering } from '../../server/kern/weigering.ts';
import { Live } from '../../server/lijnen/live/live.ts';
import { Overlegvolgers } from '../../server/lijnen/live/overlegvolgers.ts';
import { cursorBericht, updateBericht } from '../../server/lijnen/sync/berichten.ts';
import { Lijn } from '../../server/lijnen/sync/lijn.ts';
import { Uitvoer } from '../../server/lijnen/sync/uitvoer.ts';
import { Zichten } from '../../server/lijnen/sync/zichten.ts';
import { Agendakast } from '../../server/overleg/agendakast.ts';
import { Gesprekken } from '../../server/overleg/gesprekken.ts';
import { Tafel } from '../../server/overleg/tafel.ts';
import { Tafelbladen } from '../../server/overleg/tafelblad.ts';
import { Tafelstukken } from '../../server/overleg/tafelstukken.ts';
import { Weergave } from '../../server/overleg/weergave.ts';
import { Wijzers } from '../../server/overleg/wijzers.ts';
import { Afdrukken } from '../../server/plan/afdruk.ts';
import { Kaartenkast } from '../../server/plan/kaarten.ts';
import { MijnRegie } from '../../server/plan/mijn-regie.ts';
import { Plan } from '../../server/plan/plan.ts';
import { Sinds } from '../../server/plan/sinds.ts';
import { type Kaartnieuws, Uitzichten } from '../../server/plan/uitzicht.ts';
import { Zoeken } from '../../server/plan/zoeken.ts';
import { Regie } from '../../server/regie/regie.ts';
import { Kamer } from '../../server/teksten/kamer.ts';
import { Woordschrijvers } from '../../server/teksten/schrijvers.ts';
import { Kijk, rollenVoor, Toegang } from '../../server/toegang/toegang.ts';
import { Verzoeken } from '../../server/toegang/verzoeken.ts';
import { VoorAdvies } from '../../server/toegang/voor-advies.ts';
import type { Afdruk } from '../../shared/contract/afdruk.ts';
import { Beslisser } from '../../shared/need-to-know/beslissing.ts';
import type {
  CompartimentFeit,
  DeelnemerFeit,
  NoodtoegangFeit,
  UitsluitingFeit,
} from '../../shared/need-to-know/feiten.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { rolLabels } from '../../shared/plan/rollen.ts';
import { maakFrame } from '../../shared/sync/frame.ts';
import { bytesUit } from '../server/opstelling.ts';
import { DESKUNDIGE } from './gezelschap.ts';
import type { Kant } from './kant.ts';
import type { Soort } from './opdrachten.ts';

/** A mistake that somebody could make, put into the running code. @returns how to take it out again */
type Lek = (kanten: readonly Kant[]) => () => void;

const HALVE_DAG_MS = 12 * 60 * 60 * 1000;

/** Replaces a method for as long as a test takes. */
function vervang<T extends object, N extends keyof T>(
  waar: T,
  naam: N,
  door: (oud: T[N]) => T[N],
): () => void {
  const oud = waar[naam];
  waar[naam] = door(oud);
  return () => {
    waar[naam] = oud;
  };
}

/** The server in which a run is going on: the other side has none then. */
function bezig(kanten: readonly Kant[]): Kant['tafel'][] {
  return kanten.filter(({ isBezig }) => isBezig).map(({ tafel }) => tafel);
}

/** Counts rows without anybody's look between. */
function tel(kanten: readonly Kant[], vraag: string, casusId: string): number {
  return bezig(kanten)
    .map((tafel) => tafel.database.sqlite.prepare<[string], number>(vraag).pluck().get(casusId) ?? 0)
    .reduce((a, b) => a + b, 0);
}

const KAARTEN =
  'select count(*) from kaarten k join compartimenten c on c.id = k.compartiment_id where c.casus_id = ?';

const CONCEPTEN = 'select count(*) from compartimenten where casus_id = ? and concept_voor is not null';

const IN_CONCEPTEN =
  'select count(*) from tekstwijzigingen w join compartimenten c on c.id = w.compartiment_id where c.casus_id = ? and c.concept_voor is not null';

const SCHRIJVERS =
  'select count(distinct a.persoon_id) from tekstauteurs a join compartimenten c on c.id = a.compartiment_id where c.casus_id = ?';

const SCHERMEN = 'select count(*) from schermen where overleg_id = ?';

const GEWEIGERD = 'select count(*) from overdrachten where casus_id = ? and geweigerd_op is not null';

const TEKSTEN =
  'select count(*) from tekstwijzigingen w join compartimenten c on c.id = w.compartiment_id where c.casus_id = ?';

/** Every line there is, from now on. */
function metLijnen(lek: (lijnen: ReadonlySet<Lijn>) => () => void): () => void {
  const lijnen = new Set<Lijn>();
  const terug = [
    vervang(Zichten.prototype, 'pasToe', (oud) => {
      return function (this: Zichten, lijn, kijk, sluit) {
        lijnen.add(lijn);
        return oud.call(this, lijn, kijk, sluit);
      };
    }),
    lek(lijnen),
  ];
  return () => {
    for (const een of terug) een();
  };
}

const KAARTEN_ROND = `select count(*) from kaarten k join compartimenten c on c.id = k.compartiment_id
  where c.casus_id = (select casus_id from compartimenten where id = ?)`;

const VRAGEN = 'select count(*) from adviesvragen where casus_id = ?';

const ROND_EEN = 'select versie from kaarten where id = ?';

/** What the engine decides with other facts of a deelnemer and a compartment than there are. */
function zonderUitsluitingen({ feiten, regels, moment }: Beslisser): Beslisser {
  return new Beslisser({ ...feiten, uitsluitingen: [] }, regels, moment);
}

/** The same where everybody is confirmed for everything. */
function bevestigd({ feiten, regels, moment }: Beslisser): Beslisser {
  const bevestigingen = feiten.deelnemers.flatMap((wie) =>
    feiten.compartimenten.map((deel) => ({ deelnemerId: wie.id, compartimentId: deel.id })),
  );
  return new Beslisser({ ...feiten, bevestigingen }, regels, moment);
}

function geldtHier(
  { moment }: Beslisser,
  feiten: readonly (UitsluitingFeit | NoodtoegangFeit)[],
  deelnemer: DeelnemerFeit,
  compartiment: CompartimentFeit,
): boolean {
  return feiten.some(
    (feit) =>
      feit.deelnemerId === deelnemer.id && feit.compartimentId === compartiment.id && moment.geldt(feit),
  );
}

function isNotities({ categorie }: CompartimentFeit): boolean {
  return categorie === 'regie';
}

function metDelen(afdruk: Afdruk, delen: readonly CompartimentFeit[]): Afdruk {
  const meer = delen.map(({ id, categorie, lidId }) => ({ id, categorie, lidId, organisatie: null }));
  return { ...afdruk, compartimenten: [...afdruk.compartimenten, ...meer] };
}

const GEWEIGERD_DOOR = "select door_id from toegangsbesluiten where verzoek_id = ? and besluit = 'afgewezen'";

const WEIGERINGEN = `select count(*) from toegangsbesluiten b join toegangsverzoeken v on v.id = b.verzoek_id
  where v.deelnemer_id = ? and b.besluit = 'afgewezen'`;

const NEEN_OP_VRAAG = "select count(*) from toegangsbesluiten where verzoek_id = ? and besluit = 'afgewezen'";

const NEEN_VOOR_ADVIES = `select count(*) from toegangsbesluiten b join toegangsverzoeken v on v.id = b.verzoek_id
  where v.adviesvraag_id = ? and b.besluit = 'afgewezen'`;

/** Who looks where a mistake shows to few: else most runs pass it by. */
export const VOOR: Readonly<Record<string, number>> = {
  'a status for advice that tells that nobody keeps anything there': 0,
  'how many others refused for advice': 0,
  'a right that outlives the signing': DESKUNDIGE,
  'a right that was ended by hand and holds on': 7,
  'a right that is over by the clock, heard half a day later': 7,
  'what an afspraak that was made of an advice says, to who advised': DESKUNDIGE,
  'a seat that opens what its organisation keeps, unconfirmed': 4,
  'a note of the regisseur in a print for the household': 0,
  'somebody discreet in a print': 0,
  'a print for a household of which somebody knows nobody, so for nobody': 8,
  'a limit on asking for advice that is counted over the whole casus': 2,
  'a count of hidden kaarten in a cell of mijn regie': 0,
  // Who writes the plan, and whose casus has members enough that one of whom they don't know stays named.
  'an answer to a repeated command that isn’t masked': 0,
};

/** Who sits at the table from the start, the first first, where it takes that: else they would in few runs. */
export const ZIT: Readonly<Record<string, readonly number[]>> = {
  // Of two of one organisation the second waits for the first.
  'a seat that opens what its organisation keeps, unconfirmed': [5, 4],
};

const OVER_ADVIES = ['advies_stel', 'advies_neem', 'advies_haal'] as const;

/** What is done more often than in other runs, where few of those come upon a mistake. */
export const VAAK: Readonly<Record<string, readonly Soort[]>> = {
  'a seat that opens what its organisation keeps, unconfirmed': ['kaart_maak', 'bord'],
  'a count of hidden kaarten in a cell of mijn regie': ['mijn_regie'],
  'how many others write in that casus, in who wrote a text': ['schrijvers', 'tekst_typ', 'tekst_open'],
  'how many concepts people are writing': ['concept_begin', 'concept_typ', 'bord'],
  'who refused a request': ['verzoek_doe', 'verzoek_besluit', 'verzoek_lijst'],
  'a status for advice that tells that nobody keeps anything there': [...OVER_ADVIES, 'verzoek_besluit'],
  'how many others refused for advice': [...OVER_ADVIES, 'verzoek_besluit'],
  'a right that outlives the signing': [...OVER_ADVIES, 'advies_teken'],
  'a count of what is left out of others’ parts': ['advies_kijk_na', 'kaart_maak'],
  'a limit on asking for advice that is counted over the whole casus': ['advies_stel'],
  'a print for a household of which somebody knows nobody, so for nobody': ['lid_weg', 'zetel_geef'],
};

export const LEKKEN: Readonly<Record<string, Lek>> = {
  'a right that is over by the clock, heard half a day later': () =>
    vervang(Klok.prototype, 'loopAf', (oud) => {
      return function (this: Klok) {
        if (this.nu() > this.volgende + HALVE_DAG_MS) oud.call(this);
      };
    }),

  'acute danger that opens for who is excluded': () =>
    vervang(Beslisser.prototype, 'beslis', (oud) => {
      return function (this: Beslisser, deelnemer, compartiment, spoor) {
        const inNood = geldtHier(this, this.feiten.noodtoegangen, deelnemer, compartiment);
        return oud.call(inNood ? zonderUitsluitingen(this) : this, deelnemer, compartiment, spoor);
      };
    }),

  'a seat that opens what its organisation keeps, unconfirmed': () =>
    vervang(Beslisser.prototype, 'beslis', (oud) => {
      return function (this: Beslisser, deelnemer, compartiment, spoor) {
        const wie = this.wachtOpBevestiging(deelnemer, compartiment) ? bevestigd(this) : this;
        return oud.call(wie, deelnemer, compartiment, spoor);
      };
    }),

  'content opened where only the noodkaart may': () =>
    vervang(Beslisser.prototype, 'beslis', (oud) => {
      return function (this: Beslisser, deelnemer, compartiment, spoor) {
        const beslissing = oud.call(this, deelnemer, compartiment, spoor);
        return beslissing.noodkaart ? { niveau: 'lezen', noodkaart: true } : beslissing;
      };
    }),

  'an answer to a repeated command that isn’t masked': () =>
    vervang(Plan.prototype, 'gemaakt', (oud) => {
      return function (this: Plan, kijk, kaartId) {
        const terug = vervang(Kijk.prototype, 'kentLid', () => () => true);
        try {
          return oud.call(this, kijk, kaartId);
        } finally {
          terug();
        }
      };
    }),

  'a count of all kaarten on the board': (kanten) =>
    vervang(Plan.prototype, 'kop', (oud) => {
      return function (this: Plan, kijk) {
        const kop = oud.call(this, kijk);
        return { ...kop, label: `${kop.label} ${tel(kanten, KAARTEN, kijk.beeld.id)}` };
      };
    }),

  'a count of hidden kaarten in a cell of mijn regie': (kanten) =>
    vervang(MijnRegie.prototype, 'overzicht', (oud) => {
      return function (this: MijnRegie, wie) {
        return oud.call(this, wie).map((regel) => {
          const cel = regel.cellen.nietBekeken;
          const aantal = (cel?.aantal ?? 0) + tel(kanten, KAARTEN, regel.casusId);
          return cel === null
            ? regel
            : { ...regel, cellen: { ...regel.cellen, nietBekeken: { ...cel, aantal } } };
        });
      };
    }),

  'how many others write in that casus, in who wrote a text': (kanten) =>
    vervang(Woordschrijvers.prototype, 'voor', (oud) => {
      return function (this: Woordschrijvers, kijk, compartiment, veldId) {
        const { wie, ...rest } = oud.call(this, kijk, compartiment, veldId);
        const aantal = tel(kanten, SCHRIJVERS, kijk.beeld.id);
        return { ...rest, wie: [...wie, { deelnemerId: kijk.ik.id, clientIds: [aantal] }] };
      };
    }),

  'a concept over a text, to who reads that text': () =>
    vervang(Beslisser.prototype, 'beslis', (oud) => {
      return function (this: Beslisser, deelnemer, compartiment, spoor) {
        const waarover = this.feiten.compartimenten.find(({ id }) => id === compartiment.over);
        if (waarover === undefined || !isMinstens(oud.call(this, deelnemer, waarover).niveau, 'lezen'))
          return oud.call(this, deelnemer, compartiment, spoor);
        return { niveau: 'lezen', noodkaart: false };
      };
    }),

  'how much was tried in a concept and taken back, in the text that it is brought into': (kanten) =>
    vervang(Kamer.prototype, 'wijzig', (oud) => {
      return function (this: Kamer, clientId, doe) {
        const geprobeerd = tel(kanten, IN_CONCEPTEN, this.casusId);
        return oud.call(this, clientId, (doc) => {
          doe(doc);
          const [veld] = this.velden;
          if (veld === undefined || geprobeerd === 0) return;
          doc.getText(veld).insert(0, 'x'.repeat(geprobeerd));
          doc.getText(veld).delete(0, geprobeerd);
        });
      };
    }),

  'how many concepts people are writing': (kanten) =>
    vervang(Plan.prototype, 'kop', (oud) => {
      return function (this: Plan, kijk) {
        const kop = oud.call(this, kijk);
        return { ...kop, label: `${kop.label} ${tel(kanten, CONCEPTEN, kijk.beeld.id)}` };
      };
    }),

  'that the regie is being handed over, to who isn’t in it': () =>
    vervang(Regie.prototype, 'voor', (oud) => {
      return function (this: Regie, kijk) {
        const voor = oud.call(this, kijk);
        const open = this.overdragen.open(kijk.beeld.id);
        if (open === undefined) return voor;
        const tot = new Date(open.van).toISOString();
        return { ...voor, eerder: [...voor.eerder, { tot, naam: null, zetel: null }] };
      };
    }),

  'how often the regie was refused': (kanten) =>
    vervang(Plan.prototype, 'kop', (oud) => {
      return function (this: Plan, kijk) {
        const kop = oud.call(this, kijk);
        return { ...kop, label: `${kop.label} ${tel(kanten, GEWEIGERD, kijk.beeld.id)}` };
      };
    }),

  'a 403 where a hidden kaart should be a 404': (kanten) =>
    vervang(Plan.prototype, 'eisKaart', (oud) => {
      return function (this: Plan, kijk, kaartId) {
        try {
          return oud.call(this, kijk, kaartId);
        } catch (fout) {
          if (tel(kanten, 'select count(*) from kaarten where id = ?', kaartId) === 0) throw fout;
          throw new Weigering(403, 'niet_opengesteld', 'Dit is niet voor u.');
        }
      };
    }),

  'the name of somebody who is not bekend': () => vervang(Kijk.prototype, 'kent', () => () => true),

  'who refused a request': (kanten) =>
    vervang(Verzoeken.prototype, 'lijst', (oud) => {
      return function (this: Verzoeken, kijk) {
        return oud.call(this, kijk).map((een) => {
          const door = bezig(kanten)
            .map((tafel) =>
              tafel.database.sqlite.prepare<[string], string>(GEWEIGERD_DOOR).pluck().get(een.id),
            )
            .find((id) => id !== undefined);
          if (een.rol !== 'vrager' || door === undefined) return een;
          return { ...een, gezegd: [{ deelnemerId: door, reden: null }] };
        });
      };
    }),

  'a status for advice that tells that nobody keeps anything there': (kanten) =>
    vervang(VoorAdvies.prototype, 'gevraagd', (oud) => {
      return function (this: VoorAdvies, kijk, vraagId) {
        return oud
          .call(this, kijk, vraagId)
          .map((een) =>
            tel(kanten, NEEN_OP_VRAAG, een.verzoek.id) > 0 ? { ...een, status: 'afgelopen' as const } : een,
          );
      };
    }),

  'how many others refused for advice': (kanten) =>
    vervang(Adviezenkast.prototype, 'eigenOpeningen', (oud) => {
      return function (this: Adviezenkast, id) {
        const eigen = oud.call(this, id);
        return Array.from({ length: 1 + tel(kanten, NEEN_VOOR_ADVIES, id) }, () => eigen).flat();
      };
    }),

  'a right that was ended by hand and holds on': () =>
    vervang(Toegangsfeiten.prototype, 'beeindigRecht', () => () => undefined),

  'a right that outlives the signing': () => vervang(Adviezenkast.prototype, 'sluit', () => () => undefined),

  'a name in what a question opened': () =>
    vervang(Namenloos.prototype, 'zin', () => (tekst) => [{ soort: 'tekst', tekst }]),

  'what an afspraak that was made of an advice says, to who advised': (kanten) =>
    vervang(Advies.prototype, 'toon', (oud) => {
      return function (this: Advies, blik, metTeksten) {
        const gezien = oud.call(this, blik, metTeksten);
        if (blik.kijk !== null || gezien.afspraken.length === 0) return gezien;
        const tekst = bezig(kanten)
          .flatMap(({ app }) => app.stappen.lees(() => app.plan.kaartenIn(blik.beeld.compartimenten)))
          .flatMap(({ inhoud }) => (inhoud.soort === 'afspraak' ? [inhoud.titel] : []))
          .join();
        return { ...gezien, toelichting: [[{ soort: 'tekst', tekst }]] };
      };
    }),

  'the casus to who advises on it': () =>
    vervang(Advies.prototype, 'toon', (oud) => {
      return function (this: Advies, blik, metTeksten) {
        const { id, label } = blik.beeld;
        return { ...oud.call(this, blik, metTeksten), casus: { id, label } };
      };
    }),

  'a question for advice that another took on, to who sits at a table of its casus': (kanten) =>
    vervang(
      Advies.prototype,
      'lopendeVan',
      () => (casusId) =>
        bezig(kanten).flatMap(({ app }) =>
          app.stappen.lees(() => app.casussen.beeld(casusId)?.adviesvragen.map(({ id }) => id) ?? []),
        ),
    ),

  'a board to who advises': () =>
    vervang(Toegang.prototype, 'kijk', (oud) => {
      return function (this: Toegang, casusId, wie) {
        const eigen = oud.call(this, casusId, wie);
        const opPlaats = eigen === null ? this.opPlaats(casusId, wie) : null;
        const heeftPlaats = opPlaats?.beeld.plaatsen.some(({ persoonId }) => persoonId === wie.persoonId);
        const [inbrenger] = opPlaats?.beeld.deelnemers ?? [];
        if (heeftPlaats !== true || inbrenger === undefined) return eigen;
        return oud.call(this, casusId, { ...wie, persoonId: inbrenger.persoonId });
      };
    }),

  'a count of what is left out of others’ parts': (kanten) =>
    vervang(Advies.prototype, 'kijkNa', (oud) => {
      return function (this: Advies, kijk, ids, kosten) {
        const { treffers } = oud.call(this, kijk, ids, kosten);
        const totaal = String(tel(kanten, KAARTEN, kijk.beeld.id));
        const compartimentId = ids[0] ?? '';
        return { treffers: [...treffers, { compartimentId, soort: 'een naam', tekst: totaal }] };
      };
    }),

  'a badge by a refusal': (kanten) =>
    vervang(Verzoeken.prototype, 'kop', (oud) => {
      return function (this: Verzoeken, kijk) {
        return `${oud.call(this, kijk)} ${tel(kanten, WEIGERINGEN, kijk.ik.id)}`;
      };
    }),

  'the name of who holds a right to everyone in the casus': () =>
    vervang(Kijk.prototype, 'genoemd', (oud) => {
      return function (this: Kijk) {
        return new Set([...oud.call(this), ...this.beeld.rechten.map(({ deelnemerId }) => deelnemerId)]);
      };
    }),

  'who carries out an afspraak via the regisseur': () =>
    vervang(Kaartenkast.prototype, 'in', (oud) => {
      return function (this: Kaartenkast, lijst) {
        return oud.call(this, lijst).map((rij) => {
          const door = rij.via?.uitvoerderId ?? null;
          if (rij.inhoud.soort !== 'afspraak' || door === null) return rij;
          return { ...rij, inhoud: { ...rij.inhoud, uitvoerders: [door] } };
        });
      };
    }),

  'who really set a step in the regisseur’s name': () =>
    vervang(Kaartenkast.prototype, 'in', (oud) => {
      return function (this: Kaartenkast, lijst) {
        return oud.call(this, lijst).map((rij) => ({
          ...rij,
          stappen: rij.stappen.map((stap) => ({
            ...stap,
            persoonId: rij.via?.auteurs[stap.id] ?? stap.persoonId,
          })),
        }));
      };
    }),

  'that another carries it out via the regisseur, by an event': () =>
    vervang(Uitzichten.prototype, 'nieuws', (oud) => {
      return function (this: Uitzichten, kijk, wijzigingen) {
        const anders = wijzigingen.flatMap(({ voor, na }) =>
          na !== null && voor !== null && voor.via !== na.via ? [this.een(kijk, na)] : [],
        );
        const extra = anders.flatMap((kaart) =>
          kaart === null ? [] : [{ compartimentId: kaart.compartimentId, kaart }],
        );
        return [...oud.call(this, kijk, wijzigingen), ...extra];
      };
    }),

  'an event to everyone in the casus': () => {
    const sockets = new Set<Socket>();
    const terug = [
      vervang(Socket.prototype, 'join', (oud) => {
        return function (this: Socket, kamer) {
          sockets.add(this);
          return oud.call(this, kamer);
        };
      }),
      vervang(Live.prototype, 'stuurKaarten', (oud) => {
        return function (this: Live, gebeurtenis) {
          oud.call(this, gebeurtenis);
          for (const socket of sockets) socket.emit('zicht', { casusId: gebeurtenis.casusId });
        };
      }),
    ];
    return () => {
      for (const een of terug) een();
    };
  },

  'a versie that follows how often a kaart was written': (kanten) => {
    const plant = ({ database: { kluis } }: Kant['tafel']): void => {
      vervang(kluis, 'stempel', (oud) => (compartimentId, soort, gezien) => {
        if (soort !== 'kaart') return oud(compartimentId, soort, gezien);
        const { id } = gezien as { id: string }; // of a kaart
        return oud(compartimentId, soort, [gezien, tel(kanten, ROND_EEN, id)]);
      });
    };
    for (const { bijBegin } of kanten) bijBegin.add(plant);
    return () => {
      for (const { bijBegin } of kanten) bijBegin.delete(plant);
    };
  },

  'a kaart event to everyone who reads it, whatever changed in it': () =>
    vervang(Uitzichten.prototype, 'nieuws', () => {
      return function (this: Uitzichten, kijk, wijzigingen) {
        return wijzigingen.flatMap(({ voor, na }): Kaartnieuws[] => {
          const kaart = na === null ? null : this.een(kijk, na);
          if (kaart !== null) return [{ compartimentId: kaart.compartimentId, kaart }];
          const was = voor === null ? null : this.een(kijk, voor);
          return was === null ? [] : [{ compartimentId: was.compartimentId, weg: was.id }];
        });
      };
    }),

  'the moment at which a kaart was written last, whatever changed in it': (kanten) =>
    vervang(Kaartenkast.prototype, 'vervang', (oud) => {
      return function (this: Kaartenkast, kaart, compartiment, nieuw) {
        const na = oud.call(this, kaart, compartiment, nieuw);
        for (const tafel of bezig(kanten)) {
          tafel.database.sqlite
            .prepare('update kaarten set gewijzigd_op = ? where id = ?')
            .run(tafel.klok.nu, na.id);
        }
        return na;
      };
    }),

  'a change out of sight, as one since somebody was here': () =>
    vervang(Plan.prototype, 'bereikt', (oud) => {
      return function (this: Plan, kijk) {
        return oud.call(this, kijk).map((kaart) => ({
          ...kaart,
          inhoud: { ...kaart.inhoud, titel: `${kaart.inhoud.titel} ${kaart.versie}` },
        }));
      };
    }),

  'how much changed out of sight since somebody was here': (kanten) =>
    vervang(Sinds.prototype, 'bezoek', (oud) => {
      return function (this: Sinds, kijk, ik) {
        const sinds = oud.call(this, kijk, ik);
        const meer = Array.from({ length: tel(kanten, KAARTEN, kijk.beeld.id) }, () => ({
          soort: 'doel' as const,
          leefgebied: null,
        }));
        return { ...sinds, weg: [...sinds.weg, ...meer] };
      };
    }),

  'a role label in a title as who knows all members reads it': () =>
    vervang(Uitzichten.prototype, 'alle', (oud) => {
      return function (this: Uitzichten, kijk) {
        const labels = rolLabels(kijk.beeld.leden);
        const alle = kijk.beeld.leden.map(({ id }) => ({ id, rol: labels.get(id) ?? '' }));
        return oud.call(this, kijk, rollenVoor(kijk, alle));
      };
    }),

  'whether there is more to be found, by all there is': (kanten) =>
    vervang(Zoeken.prototype, 'zoek', (oud) => {
      return function (this: Zoeken, kijk, getypt) {
        const gezocht = oud.call(this, kijk, getypt);
        const meer = tel(kanten, KAARTEN, kijk.beeld.id) % 2 === 1;
        return { ...gezocht, uitkomst: { ...gezocht.uitkomst, meer } };
      };
    }),

  'in mijn werk, how much is new of all there is': (kanten) =>
    vervang(Sinds.prototype, 'aantal', () => (kijk) => tel(kanten, KAARTEN, kijk.beeld.id)),

  'an order that tells how many there are': (kanten) =>
    vervang(Kaartenkast.prototype, 'in', (oud) => {
      return function (this: Kaartenkast, lijst) {
        const gevonden = oud.call(this, lijst);
        const aantal = tel(kanten, KAARTEN_ROND, lijst[0]?.id ?? '');
        return aantal % 2 === 0 ? gevonden : gevonden.toReversed();
      };
    }),

  'a tile that is there only when something is in it': (kanten) =>
    vervang(Kijk.prototype, 'zicht', (oud) => {
      return function (this: Kijk) {
        return oud.call(this).filter(({ niveau, compartiment }) => {
          if (niveau !== 'dat') return true;
          const zelfde = this.beeld.compartimenten.filter(
            (een) => een.categorie === compartiment.categorie && een.lidId === compartiment.lidId,
          );
          return zelfde.some(
            ({ id }) => tel(kanten, 'select count(*) from kaarten where compartiment_id = ?', id) > 0,
          );
        });
      };
    }),

  '"and who takes part discreetly" only when somebody does': () =>
    vervang(Kijk.prototype, 'publiek', (oud) => {
      return function (this: Kijk, compartiment) {
        const { zetels } = this.beslisser.regels;
        const discreet = this.beeld.deelnemers.some(({ zetel }) => zetels.get(zetel)?.discreet === true);
        return { ...oud.call(this, compartiment), discreet };
      };
    }),

  'a note of the regisseur in a print for the household': () =>
    vervang(Afdrukken.prototype, 'maak', (oud) => {
      return function (this: Afdrukken, kijk, vraag) {
        const { afdruk, ...rest } = oud.call(this, kijk, vraag);
        const notities = vraag.voor !== 'gezin' ? [] : kijk.leesbaar().filter(isNotities);
        return { ...rest, afdruk: metDelen(afdruk, notities) };
      };
    }),

  'somebody discreet in a print': () =>
    vervang(Afdrukken.prototype, 'maak', (oud) => {
      return function (this: Afdrukken, kijk, vraag) {
        const { afdruk, ...rest } = oud.call(this, kijk, vraag);
        const mensen = kijk.bekenden().map(({ id, zetel, naam, organisatie, telefoon, regisseur }) => ({
          id,
          zetel,
          naam,
          organisatie,
          telefoon,
          regisseur,
        }));
        return { ...rest, afdruk: { ...afdruk, mensen } };
      };
    }),

  'a print that is less for what somebody unseen may not read': () =>
    vervang(Afdrukken.prototype, 'maak', (oud) => {
      return function (this: Afdrukken, kijk, vraag) {
        const { afdruk, ...rest } = oud.call(this, kijk, vraag);
        const compartimenten = afdruk.compartimenten.filter(({ id }) =>
          kijk.beeld.deelnemers.every((een) => kijk.beslisser.niveau(een, kijk.rij({ id })) !== 'verborgen'),
        );
        return { ...rest, afdruk: { ...afdruk, compartimenten } };
      };
    }),

  'a print for a household of which somebody knows nobody, so for nobody': () =>
    vervang(Afdrukken.prototype, 'maak', (oud) => {
      return function (this: Afdrukken, kijk, vraag) {
        if (vraag.voor !== 'gezin' || kijk.leden().length > 0) return oud.call(this, kijk, vraag);
        const { afdruk, ...rest } = oud.call(this, kijk, { ...vraag, voor: 'mij' });
        return { ...rest, afdruk: { ...afdruk, voor: 'gezin' } };
      };
    }),

  'members numbered among all of them': () =>
    vervang(Kijk.prototype, 'leden', (oud) => {
      return function (this: Kijk) {
        const labels = rolLabels(this.beeld.leden);
        return oud.call(this).map(({ id }) => ({ id, rol: labels.get(id) ?? '' }));
      };
    }),

  'an answer to a hidden deelnemer that differs from one to nobody': () =>
    vervang(Kijk.prototype, 'bekende', (oud) => {
      return function (this: Kijk, deelnemerId) {
        const bekende = oud.call(this, deelnemerId);
        if (bekende === undefined && this.beeld.deelnemers.some(({ id }) => id === deelnemerId)) {
          throw new Weigering(422, 'medewerker_onbekend', 'Deze deelnemer is niet bekend bij u.');
        }
        return bekende;
      };
    }),

  'a limit that is counted over the whole casus': (kanten) =>
    vervang(Kaartenkast.prototype, 'voegToe', (oud) => {
      return function (this: Kaartenkast, compartiment, inhoud, persoonId) {
        if (tel(kanten, KAARTEN_ROND, compartiment.id) >= 4)
          throw new Weigering(422, 'te_veel_kaarten', 'Er staat al te veel in deze casus.');
        return oud.call(this, compartiment, inhoud, persoonId);
      };
    }),

  'a limit on asking for advice that is counted over the whole casus': (kanten) =>
    vervang(Advies.prototype, 'stel', (oud) => {
      return function (this: Advies, kijk, nieuw) {
        if (tel(kanten, VRAGEN, kijk.beeld.id) > 0)
          throw new Weigering(422, 'te_veel_vragen', 'Er staan hier al te veel vragen om advies open.');
        return oud.call(this, kijk, nieuw);
      };
    }),

  'kanaal numbers that count up': (kanten) => {
    for (const { stroom } of kanten) {
      let volgende = 0;
      stroom.bytes = (tekst, aantal) => {
        if (aantal !== 4) return bytesUit(tekst, aantal);
        volgende += 1;
        const bytes = Buffer.alloc(4);
        bytes.writeUInt32BE(volgende);
        return bytes;
      };
    }
    return () => {
      for (const { stroom } of kanten) stroom.bytes = bytesUit;
    };
  },

  'a zicht that lists a hidden compartment': (kanten) =>
    vervang(Lijn.prototype, 'meld', (oud) => {
      return function (this: Lijn, bericht) {
        if (bericht.type !== 'zicht') return oud.call(this, bericht);
        const open = bezig(kanten).flatMap((tafel) => [...tafel.app.teksten.kamers.values()]);
        const meer = open
          .filter(
            ({ casusId, plek }) =>
              casusId === this.casusId && !bericht.kanalen.some((een) => een.compartiment === plek.id),
          )
          .map(({ plek }) => ({
            kanaal: 5000,
            compartiment: plek.id,
            niveau: 'lezen' as const,
            tijdperk: plek.tijdperk,
          }));
        return oud.call(this, { ...bericht, kanalen: [...bericht.kanalen, ...meer] });
      };
    }),

  'a zicht that is sent again at a hidden change': () =>
    vervang(Zichten.prototype, 'meld', (oud) => {
      return function (this: Zichten, lijn) {
        lijn.gemeld = '';
        return oud.call(this, lijn);
      };
    }),

  'typing that goes to every line of the casus': () =>
    metLijnen((lijnen) =>
      vervang(Uitvoer.prototype, 'deel', (oud) => {
        return function (this: Uitvoer, zaal, update, behalve) {
          oud.call(this, zaal, update, behalve);
          // After the tick, when it is on disk.
          queueMicrotask(() => {
            for (const lijn of lijnen) {
              if (lijn.casusId !== zaal.kamer.casusId) continue;
              lijn.stuur(maakFrame(4999, updateBericht(update)));
              lijn.spoel();
            }
          });
        };
      }),
    ),

  'a cursor to who doesn’t have its kanaal open': () =>
    metLijnen((lijnen) =>
      vervang(Uitvoer.prototype, 'deelCursors', (oud) => {
        return function (this: Uitvoer, zaal, ids, van, naam) {
          oud.call(this, zaal, ids, van, naam);
          queueMicrotask(() => {
            for (const lijn of lijnen) {
              if (lijn.casusId !== zaal.kamer.casusId) continue;
              lijn.stuur(
                maakFrame(4999, cursorBericht(zaal.cursors.schrijf(ids, 1, () => ({ naam: 'deelnemer' })))),
              );
              lijn.spoel();
            }
          });
        };
      }),
    ),

  'cursor clocks that count what others got': () =>
    vervang(Uitvoer.prototype, 'aan', (oud) => {
      return function (this: Uitvoer, kanaal, maak) {
        for (let i = 0; i < 3000; i++) kanaal.zaal.cursors.tik();
        return oud.call(this, kanaal, maak);
      };
    }),

  'a cursor under the name of somebody who isn’t known': () =>
    vervang(Zichten.prototype, 'toonNamen', (oud) => {
      return function (this: Zichten, lijn, kijk, uitvoer) {
        oud.call(this, lijn, kijk, uitvoer);
        lijn.kent = new Set(kijk?.beeld.deelnemers.map(({ id }) => id));
      };
    }),

  'a text with what was typed and deleted before': () =>
    vervang(Kamer.prototype, 'pasToe', (oud) => {
      return function (this: Kamer, update) {
        this.doc.gc = false;
        return oud.call(this, update);
      };
    }),

  'an opgeslagen that counts what others type': (kanten) =>
    vervang(Uitvoer.prototype, 'bevestig', (oud) => {
      return function (this: Uitvoer, kanaal) {
        kanaal.ontvangen = tel(kanten, TEKSTEN, kanaal.kamer.casusId);
        oud.call(this, kanaal);
      };
    }),

  'a resting state that depends on hidden text': (kanten) =>
    vervang(Kamer.prototype, 'stand', (oud) => {
      return function (this: Kamer) {
        return tel(kanten, TEKSTEN, this.casusId) % 2 === 0 ? oud.call(this) : 'otherwise';
      };
    }),

  'a line to a forbidden casus that closes otherwise than one to none': () => {
    let bestaat = false;
    let casus = false;
    const terug = [
      vervang(Casussen.prototype, 'beeld', (oud) => {
        return function (this: Casussen, casusId) {
          const beeld = oud.call(this, casusId);
          casus = beeld !== null;
          return beeld;
        };
      }),
      vervang(Toegang.prototype, 'kijk', (oud) => {
        return function (this: Toegang, casusId, wie) {
          const kijk = oud.call(this, casusId, wie);
          bestaat = kijk === null && casus;
          return kijk;
        };
      }),
      vervang(WebSocket.prototype, 'close', (oud) => {
        return function (this: WebSocket, code, reden) {
          return oud.call(this, code === 4403 && bestaat ? 4404 : code, reden);
        };
      }),
    ];
    return () => {
      for (const een of terug) een();
    };
  },

  'an overleg that counts its steps for who waits': () =>
    vervang(Weergave.prototype, 'een', (oud) => {
      return function (this: Weergave, blik, wie) {
        const antwoord = oud.call(this, blik, wie);
        return { ...antwoord, naam: `${antwoord.naam} ${blik.overleg.versie}` };
      };
    }),

  'the item that is open, by its id, to who waits': () =>
    vervang(Weergave.prototype, 'een', (oud) => {
      return function (this: Weergave, blik, wie) {
        const antwoord = oud.call(this, blik, wie);
        return { ...antwoord, plaats: `${antwoord.plaats} ${blik.overleg.agendapuntId ?? ''}` };
      };
    }),

  'a message to who follows an overleg, per step': () => {
    const volgers = new Map<Parameters<Overlegvolgers['volg']>[0], string>();
    const terug = [
      vervang(Overlegvolgers.prototype, 'volg', (oud) => {
        return function (this: Overlegvolgers, socket, wie, overlegId) {
          const mag = oud.call(this, socket, wie, overlegId);
          if (mag) volgers.set(socket, overlegId);
          return mag;
        };
      }),
      vervang(Overlegvolgers.prototype, 'herzie', (oud) => {
        return function (this: Overlegvolgers, overlegIds) {
          oud.call(this, overlegIds);
          for (const [socket, overlegId] of volgers)
            if (overlegIds.includes(overlegId)) socket.emit('overleg', { overlegId });
        };
      }),
    ];
    return () => {
      for (const een of terug) een();
    };
  },

  'a time that tells how many steps others took': () =>
    vervang(Weergave.prototype, 'een', (oud) => {
      return function (this: Weergave, blik, wie) {
        const antwoord = oud.call(this, blik, wie);
        const later = (op: string | null) =>
          op === null ? null : new Date(Date.parse(op) + blik.overleg.versie * 60_000).toISOString();
        return {
          ...antwoord,
          einde: later(antwoord.einde) ?? antwoord.einde,
          agendapunten: antwoord.agendapunten.map((punt) => ({ ...punt, verwacht: later(punt.verwacht) })),
        };
      };
    }),

  'a kaart on the tafelblad that nobody laid there': (kanten) =>
    vervang(Tafelstukken.prototype, 'toon', (oud) => {
      return function (this: Tafelstukken, blik, open) {
        const stukken = oud.call(this, blik, open);
        const id = blik.blad.id;
        const tekst = `${tel(kanten, KAARTEN, blik.blad.casusId)} kaarten`;
        return { ...stukken, gelegd: [...stukken.gelegd, { id, soort: null, tekst, vanMij: false }] };
      };
    }),

  'a text on the tafelblad that nobody laid there': (kanten) =>
    vervang(Tafelstukken.prototype, 'toon', (oud) => {
      return function (this: Tafelstukken, blik, open) {
        const stukken = oud.call(this, blik, open);
        const id = blik.blad.id;
        const tekst = `${tel(kanten, TEKSTEN, blik.blad.casusId)} keer getypt`;
        return { ...stukken, gelegd: [...stukken.gelegd, { id, soort: 'tekst', tekst, vanMij: false }] };
      };
    }),

  'what was laid on the table, to who is kept out of where it stands': () =>
    vervang(Beslisser.prototype, 'isUitgesloten', () => () => false),

  'how many big screens an overleg has, to who doesn’t lead it': (kanten) =>
    vervang(Weergave.prototype, 'een', (oud) => {
      return function (this: Weergave, blik, wie) {
        const antwoord = oud.call(this, blik, wie);
        return { ...antwoord, plaats: `${antwoord.plaats} ${tel(kanten, SCHERMEN, blik.overleg.id)}` };
      };
    }),

  'how often a hand went up at a table, to who waits': () => {
    const keren = new WeakMap<Gesprekken, number>();
    const terug = [
      vervang(Gesprekken.prototype, 'steekOp', (oud) => {
        return function (this: Gesprekken, blik, op) {
          oud.call(this, blik, op);
          keren.set(this, (keren.get(this) ?? 0) + 1);
        };
      }),
      vervang(Gesprekken.prototype, 'van', (oud) => {
        return function (this: Gesprekken, overleg, wie) {
          const gesprek = oud.call(this, overleg, wie);
          const iemand = { id: overleg.id, naam: `${keren.get(this) ?? 0} keer` };
          const niets = { aanTafel: [], handen: [], beurt: iemand, ronde: null };
          return gesprek ?? { ...niets, agendapuntId: overleg.id, ik: overleg.id };
        };
      }),
    ];
    return () => {
      for (const een of terug) een();
    };
  },

  'a guest whose place outlives the item': () =>
    vervang(Tafel.prototype, 'sluit', (oud) => {
      return function (this: Tafel, ...wat) {
        const terug = vervang(Agendakast.prototype, 'zetPlaatsen', () => () => {});
        try {
          oud.apply(this, wat);
        } finally {
          terug();
        }
      };
    }),

  'when an item is expected, to its guest': () =>
    vervang(Weergave.prototype, 'een', (oud) => {
      return function (this: Weergave, blik, wie) {
        const antwoord = oud.call(this, blik, wie);
        const na = (blik.punten[0]?.punt.volgorde ?? 0) * 5 * 60_000;
        const verwacht = new Date(blik.overleg.begin + na).toISOString();
        const agendapunten = antwoord.agendapunten.map((een) =>
          een.als === 'gast' ? { ...een, verwacht } : een,
        );
        return { ...antwoord, agendapunten };
      };
    }),

  'who points at a table, to who follows the overleg and waits': () => {
    const gewezen = new Map<string, NonNullable<ReturnType<Wijzers['van']>>>();
    const terug = [
      vervang(Wijzers.prototype, 'wijs', (oud) => {
        return function (this: Wijzers, vraag, wie, lijn) {
          const gelukt = oud.call(this, vraag, wie, lijn);
          const { overlegId, agendapuntId, plaats } = vraag;
          if (gelukt && plaats !== null)
            gewezen.set(overlegId, { agendapuntId, plaats, wie: { id: overlegId, naam: 'iemand' } });
          return gelukt;
        };
      }),
      vervang(Wijzers.prototype, 'van', (oud) => {
        return function (this: Wijzers, overleg, wie) {
          return oud.call(this, overleg, wie) ?? gewezen.get(overleg.id) ?? null;
        };
      }),
    ];
    return () => {
      for (const een of terug) een();
    };
  },

  'a pointer at what stands on a board and not on the table': () =>
    vervang(Tafelbladen.prototype, 'staatErop', () => () => true),

  'that a table fills, to who waits': () => {
    let keer = 0;
    const terug = [
      vervang(Tafelbladen.prototype, 'schik', (oud) => {
        return function (this: Tafelbladen, ...wat) {
          keer += 1;
          return oud.apply(this, wat);
        };
      }),
      vervang(Weergave.prototype, 'een', (oud) => {
        return function (this: Weergave, blik, wie) {
          const antwoord = oud.call(this, blik, wie);
          return { ...antwoord, plaats: `${antwoord.plaats}${keer % 2 === 0 ? '' : '.'}` };
        };
      }),
    ];
    return () => {
      for (const een of terug) een();
    };
  },

  'somebody at the table of whom the others may not know': () =>
    vervang(Tafel.prototype, 'magErbij', () => () => true),

  'an item of an overleg, by its label, to a member who has no place at it': () =>
    vervang(Agendakast.prototype, 'plaatsen', () => {
      // Everyone has one.
      return () => Object.assign([], { find: () => ({ persoonId: '', als: 'meedenker' }) });
    }),
};
