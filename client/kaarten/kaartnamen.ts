import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';

/** What a sort of kaart is called on screen. */
interface Kaartnaam {
  /** With its article: `het doel`. */
  readonly naam: string;
  /** Above a form that makes one, and above one that changes one. */
  readonly nieuw: string;
  readonly wijzig: string;
}

/** What each sort is called. */
export const KAARTNAMEN: Readonly<Record<Kaartsoort, Kaartnaam>> = {
  kracht: noem('de kracht', 'Wat gaat goed?', 'Kracht wijzigen'),
  zorgpunt: noem('het zorgpunt', 'Waar maakt u zich zorgen over?', 'Zorgpunt wijzigen'),
  doel: noem('het doel', 'Nieuw doel', 'Doel wijzigen'),
  afspraak: noem('de afspraak', 'Nieuwe afspraak', 'Afspraak wijzigen'),
  besluit: noem('het besluit', 'Nieuw besluit', 'Besluit wijzigen'),
  beschikking: noem('de beschikking', 'Nieuwe beschikking', 'Beschikking wijzigen'),
  vraag: noem('de vraag', 'Vraag aan tafel', 'Vraag aan tafel wijzigen'),
  wet: noem('de wet', 'Wet toevoegen', 'Wet wijzigen'),
  expertise: noem('de kennis', 'Kennis die nodig is', 'Kennis die nodig is wijzigen'),
  gezin_weet: noem('het antwoord', 'Weet het gezin hiervan?', 'Weet het gezin hiervan?'),
  contactpersoon: noem('de vaste contactpersoon', 'Vaste contactpersoon', 'Vaste contactpersoon'),
  veiligheid_nu: noem('het antwoord', 'Is het nu veilig?', 'Is het nu veilig?'),
  herziening: noem('de datum', 'Plan opnieuw bekijken', 'Plan opnieuw bekijken'),
  hulp: noem('de hulp', 'Hulp toevoegen', 'Hulp wijzigen'),
  besproken: noem('de datum', 'Besproken op', 'Besproken op'),
  naam: noem('de naam', 'Naam invullen', 'Naam wijzigen'),
  adres: noem('het adres', 'Adres invullen', 'Adres wijzigen'),
  contact: noem('de contactwens', 'Contactwens invullen', 'Contactwens wijzigen'),
  noodkaart: noem('de uitleg bij acuut gevaar', 'Bij acuut gevaar', 'Bij acuut gevaar wijzigen'),
};

function noem(naam: string, nieuw: string, wijzig: string): Kaartnaam {
  return { naam, nieuw, wijzig };
}
