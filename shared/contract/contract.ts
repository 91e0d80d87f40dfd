import * as casussen from './casussen.ts';
import * as compartimenten from './compartimenten.ts';
import * as concepten from './concepten.ts';
import * as deelnemers from './deelnemers.ts';
import { gezondheid } from './gezondheid.ts';
import { grootScherm } from './groot-scherm.ts';
import * as kaarten from './kaarten.ts';
import * as leden from './leden.ts';
import { lijsten } from './lijsten.ts';
import type { AntwoordVan, Opdracht } from './opdracht.ts';
import * as sessies from './sessies.ts';
import type { OpdrachtNaam, Params } from './wegen.ts';
import { werkvoorraad } from './werkvoorraad.ts';
import type { z } from './zod.ts';

/** All commands and queries, by name; one that stands in `WEGEN` and not here is an error of types. */
export const OPDRACHTEN = {
  gezondheid,
  'demo.medewerkers': sessies.demoMedewerkers,
  'sessie.begin': sessies.beginSessie,
  'sessie.huidige': sessies.huidigeSessie,
  'sessie.eindig': sessies.eindigSessie,
  lijsten,
  werkvoorraad,
  'casus.lijst': casussen.casuslijst,
  'casus.breng': casussen.brengCasus,
  'casus.bord': casussen.haalBord,
  'casus.wijzig': casussen.wijzigCasus,
  'casus.grootScherm': grootScherm,
  'lid.voegToe': leden.voegLidToe,
  'lid.wijzig': leden.wijzigLid,
  'lid.verwijder': leden.verwijderLid,
  'deelnemer.kandidaten': deelnemers.kandidaten,
  'deelnemer.voorbeeld': deelnemers.voorbeeld,
  'deelnemer.geef': deelnemers.geefZetel,
  'deelnemer.wijzig': deelnemers.wijzigDeelnemer,
  'deelnemer.beeindig': deelnemers.beeindigDeelname,
  'compartiment.open': compartimenten.openCompartiment,
  'compartiment.uitleg': compartimenten.uitleg,
  'kaart.maak': kaarten.maakKaart,
  'kaart.wijzig': kaarten.wijzigKaart,
  'kaart.verwijder': kaarten.verwijderKaart,
  'kaart.zetStap': kaarten.zetStap,
  'concept.begin': concepten.beginConcept,
  'concept.deel': concepten.deelConcept,
  'concept.gooiWeg': concepten.gooiConceptWeg,
} as const satisfies { readonly [N in OpdrachtNaam]: Opdracht<N> };

export type Opdrachten = typeof OPDRACHTEN;

type MetParams<N extends OpdrachtNaam> = keyof Params<N> extends never
  ? unknown
  : { readonly params: Params<N> };
type MetQuery<Q> = Q extends z.ZodObject ? { readonly query: z.input<Q> } : unknown;
type MetBody<B> = B extends z.ZodType ? { readonly body: Ongekeurd<z.input<B>> } : unknown;

/** A code that somebody chose is a string until it was checked where it arrives. */
type Ongekeurd<T> = T extends string
  ? string
  : T extends readonly (infer E)[]
    ? readonly Ongekeurd<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Ongekeurd<T[K]> }
      : T;

/** What one sends with a command or query: the ids in its path, its query and its body, as far as it has them. */
export type Vraag<N extends OpdrachtNaam> = MetParams<N> &
  MetQuery<Opdrachten[N]['query']> &
  MetBody<Opdrachten[N]['body']>;

/** The same as arguments: none, where there is nothing to send. */
export type Vraagargumenten<N extends OpdrachtNaam> =
  unknown extends Vraag<N> ? readonly [] : readonly [vraag: Vraag<N>];

/** What a command or query answers. */
export type Antwoord<N extends OpdrachtNaam> = AntwoordVan<Opdrachten[N]>;
