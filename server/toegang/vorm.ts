import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import { precies } from '../../shared/contract/precies.ts';
import { isBekend } from '../../shared/need-to-know/namen.ts';
import type { Zichtregel } from '../../shared/need-to-know/zicht.ts';
import type { Deelneming, RechtRij } from '../casus/casus.ts';
import type { Kijk } from './kijk.ts';

/** A deelnemer as one person may know them; period, members and whether the others know for the regisseur alone. */
export function deelnemerVoor(kijk: Kijk, deelnemer: Deelneming): Deelnemer {
  const iedereen: Deelnemer = {
    id: deelnemer.id,
    zetel: deelnemer.zetel,
    naam: deelnemer.naam,
    organisatie: deelnemer.organisatie,
    functie: deelnemer.functie,
    telefoon: deelnemer.telefoon,
    regisseur: deelnemer.regisseur,
    ik: deelnemer.id === kijk.ik.id,
    ...teBevestigen(kijk, deelnemer),
  };
  const { waarvoor, grondslag } = deelnemer;
  const { regels } = kijk.beslisser;
  // One's own: what they ask, they ask for that, unless they say otherwise; and whether naming them counts (NK20).
  if (!kijk.ik.regisseur)
    return deelnemer.id === kijk.ik.id
      ? { ...iedereen, waarvoor, grondslag, bekend: isBekend(deelnemer, regels) }
      : iedereen;
  return precies<Deelnemer>()({
    ...iedereen,
    medewerkerId: deelnemer.persoonId,
    // ST2: who was removed can't be chosen, and so must not be sent back.
    lidIds: deelnemer.lidIds?.filter((lidId) => kijk.kentLid(lidId)) ?? null,
    bekend: isBekend(deelnemer, regels),
    bekendSinds: deelnemer.bekendSinds,
    discreet: regels.zetels.get(deelnemer.zetel)?.discreet === true,
    van: new Date(deelnemer.van).toISOString(),
    tot: deelnemer.tot === null ? null : new Date(deelnemer.tot).toISOString(),
    waarvoor: deelnemer.waarvoor,
    grondslag: deelnemer.grondslag,
  });
}

/** What somebody waits for, of who may confirm them; nothing for anybody else (NK12). */
function teBevestigen(kijk: Kijk, deelnemer: Deelneming): Pick<Deelnemer, 'teBevestigen'> {
  const delen = kijk.teBevestigen(deelnemer);
  return delen.length === 0 ? {} : { teBevestigen: delen.map(({ id }) => id) };
}

/** A tile of the board; at `dat` it says what kind of thing, about whom, and whom to ask, and nothing else (NK4). */
export function compartimentVoor(kijk: Kijk, regel: Zichtregel): Compartiment {
  const compartiment = kijk.rij(regel.compartiment);
  const { id, categorie, lidId } = compartiment;
  if (regel.niveau === 'dat') {
    const houder = kijk.vragenAan(compartiment);
    return {
      id,
      categorie,
      lidId,
      organisatie: null,
      niveau: 'dat',
      geopend: false,
      publiek: null,
      vragenAan: houder && { naam: houder.naam, organisatie: houder.organisatie, telefoon: houder.telefoon },
      enAnderen: regel.enAnderen,
      wachtOpCollega: kijk.beslisser.wachtAchterTegel(kijk.ik, compartiment) !== null,
      eigen: false,
      recht: null,
      rechten: null,
    };
  }
  const { deelnemerIds, discreet } = kijk.publiek(compartiment);
  // Named to everyone who reads there, like a right (NK20). Who may still take a question on reads nothing but that.
  const plaatsIds = compartiment.besloten
    ? []
    : kijk.beslisser.lezendePlaatsen(compartiment).map((plaats) => plaats.id);
  const deskundigen = kijk.beeld.plaatsen
    .filter((plaats) => plaatsIds.includes(plaats.id))
    .map(({ naam, organisatie: waar }) => `${naam}, ${waar}`);
  return {
    id,
    categorie,
    lidId,
    organisatie:
      compartiment.organisatieId === null
        ? null
        : (kijk.beeld.organisaties.get(compartiment.organisatieId) ?? null),
    niveau: regel.niveau,
    geopend: kijk.leestNu(id),
    publiek: {
      deelnemerIds: [...deelnemerIds],
      discreet,
      ...(deskundigen.length === 0 ? {} : { deskundigen }),
    },
    vragenAan: null,
    enAnderen: false,
    wachtOpCollega: false,
    eigen: compartiment.organisatieId !== null && compartiment.organisatieId === kijk.ik.organisatieId,
    recht: mijnRechtVoor(kijk, id),
    rechten: kijk.bewaart(compartiment) ? kijk.rechtenOp(id).map(({ recht }) => rechtVoor(recht)) : null,
  };
}

function mijnRechtVoor(kijk: Kijk, compartimentId: string): Compartiment['recht'] {
  const recht = kijk.mijnRecht(compartimentId);
  return recht === null ? null : { id: recht.id, tot: eindeVan(recht) };
}

/** A right without why it was given. */
export function rechtVoor(recht: RechtRij) {
  const { id, deelnemerId, niveau, van } = recht;
  return { id, deelnemerId, niveau, van: new Date(van).toISOString(), tot: eindeVan(recht) };
}

function eindeVan({ tot }: RechtRij): string | null {
  return tot === null ? null : new Date(tot).toISOString();
}
