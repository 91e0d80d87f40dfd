import { html, nothing, type TemplateResult } from 'lit';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { grensVan } from '../../shared/invoer/invoer.ts';
import { SOORTEN } from '../../shared/invoer/soorten.ts';
import { CASUSLABELS } from '../../shared/plan/veldlabels.ts';
import {
  aanvinklijst,
  type Fouten,
  keuzelijst,
  keuzerondjes,
  tekstregel,
  tekstvlak,
} from '../ui/formulier.ts';
import '../ui/melding.ts';
import { opsomming } from '../ui/opsomming.ts';
import { NAAM_VAN_GEGEVEN, vindPersoonsgegevens } from '../ui/persoonsgegevens.ts';
import type { Concept } from './concept.ts';
import { publiekRegel } from './wie-leest.ts';

/** What every part of the form shows and does. */
export interface Invulling {
  readonly concept: Concept;
  readonly fouten: Fouten;
  readonly lijsten: Lijsten;
  /** `jjjj-mm-dd` */
  readonly vandaag: string;
  readonly wijzig: (deel: Partial<Concept>) => void;
}

/** Whether the household knows, and since when. */
export function gezindeel({ concept, fouten, vandaag, wijzig }: Invulling): TemplateResult {
  return html`${keuzerondjes({
    id: 'gezin',
    label: CASUSLABELS.gezinWeet,
    waarde: concept.gezin,
    keuzes: [
      { code: 'ja', naam: 'Ja, ik heb het verteld' },
      { code: 'nee', naam: 'Nee, nog niet' },
    ],
    fouten,
    opKeuze: (gezin) => wijzig({ gezin: gezin === 'ja' ? 'ja' : 'nee' }),
  })}
  ${
    concept.gezin === 'ja'
      ? tekstregel({
          id: 'sinds',
          label: CASUSLABELS.sinds,
          type: 'date',
          vroegst: grensVan('gebeurd', vandaag).vroegst,
          uiterst: vandaag,
          waarde: concept.sinds,
          fouten,
          opInvoer: (sinds) => wijzig({ sinds }),
        })
      : nothing
  }
  ${
    concept.gezin === 'nee'
      ? html`<rt-melding
          soort="let-op"
          kop="Vertel het zo snel mogelijk"
          .inhoud=${'U mag de casus inbrengen. Op het bord staat dat het huishouden het nog niet weet, tot u vastlegt dat het is verteld.'}
        ></rt-melding>`
      : nothing
  }`;
}

/** The question to the table, and what goes with it. */
export function vraagdeel({ concept, fouten, lijsten, vandaag, wijzig }: Invulling): TemplateResult {
  const gevonden = [...new Set(vindPersoonsgegevens(concept.vraag, vandaag).map(({ soort }) => soort))];
  return html`
    ${tekstvlak({
      id: 'vraag',
      label: CASUSLABELS.vraag,
      uitleg: html`Eén of twee zinnen. Schrijf <strong>moeder</strong> of <strong>kind 1</strong> en geen namen,
        adressen, geboortedata of nummers. Schrijf wat er nodig is, en niet waarom.
        <span class="rt-inbrengen__publiek"
          ><strong>Leest mee</strong> zodra zij meedoen: ${publiekRegel(lijsten)}.</span
        >`,
      regels: 3,
      maximum: SOORTEN.regel.hoogstens,
      waarde: concept.vraag,
      fouten,
      opInvoer: (vraag) => wijzig({ vraag }),
    })}
    ${
      gevonden.length === 0
        ? nothing
        : html`<rt-melding
            soort="let-op"
            kop="Hier staat zo te zien ${opsomming(gevonden.map((soort) => NAAM_VAN_GEGEVEN[soort]))}"
            .inhoud=${'Iedereen die het plan leest, leest ook dit. Haal het weg en gebruik de rol, zoals moeder of kind 1.'}
          ></rt-melding>`
    }
    ${aanvinklijst({
      id: 'expertise',
      label: CASUSLABELS.expertise,
      magLeeg: true,
      gekozen: concept.expertise,
      keuzes: lijsten.expertise,
      fouten,
      opKeuze: (expertise) => wijzig({ expertise }),
    })}
    ${aanvinklijst({
      id: 'wetten',
      label: CASUSLABELS.wetten,
      magLeeg: true,
      gekozen: concept.wetten,
      keuzes: lijsten.wetten,
      fouten,
      opKeuze: (wetten) => wijzig({ wetten }),
    })}
  `;
}

/** From where, what for and on which ground. @param vanuit the places from which this person may bring a casus. */
export function grondslagdeel(invulling: Invulling, vanuit: Lijsten['zetels']): TemplateResult {
  const { concept, fouten, lijsten, wijzig } = invulling;
  return html`
    ${vanuitKeuze(invulling, vanuit)}
    ${keuzelijst({
      id: 'waarvoor',
      label: CASUSLABELS.waarvoor,
      leeg: 'Kies…',
      waarde: concept.waarvoor,
      keuzes: lijsten.waarvoor,
      fouten,
      opKeuze: (waarvoor) => wijzig({ waarvoor }),
    })}
    ${keuzelijst({
      id: 'grondslag',
      label: CASUSLABELS.grondslag,
      uitleg: 'De taak of de toestemming waardoor u dit huishouden hier mag bespreken.',
      leeg: 'Kies…',
      waarde: concept.grondslag,
      keuzes: lijsten.grondslag,
      fouten,
      opKeuze: (grondslag) => wijzig({ grondslag }),
    })}
  `;
}

function vanuitKeuze({ concept, fouten, wijzig }: Invulling, vanuit: Lijsten['zetels']): TemplateResult {
  const [enige] = vanuit;
  if (vanuit.length === 1 && enige !== undefined) {
    return html`<p class="rt-inbrengen__vanuit" id="vanuit">U doet mee <strong>vanuit ${enige.naam}</strong>.</p>`;
  }
  return keuzelijst({
    id: 'vanuit',
    label: CASUSLABELS.zetel,
    leeg: 'Kies…',
    waarde: concept.vanuit,
    keuzes: vanuit.map(({ code, naam }) => ({ code, naam: `Vanuit ${naam}` })),
    fouten,
    opKeuze: (code) => wijzig({ vanuit: code }),
  });
}
