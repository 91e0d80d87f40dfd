import type { Beslisregel, Beslisser } from '../../shared/need-to-know/beslissing.ts';
import { kentBijNaam, kentLid, teltNoemen } from '../../shared/need-to-know/namen.ts';
import { isMinstens, type Niveau } from '../../shared/need-to-know/niveaus.ts';
import { type Publiek, publiekVoor, vragenAan } from '../../shared/need-to-know/publiek.ts';
import { type Zichtregel, zichtVan } from '../../shared/need-to-know/zicht.ts';
import { rolLabels } from '../../shared/plan/rollen.ts';
import { TAFEL } from '../../shared/tafelblad.ts';
import type { Casusbeeld, CompartimentRij, Deelneming, RechtRij } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';

/** Which deelnemers the kaarten that reach somebody name (NK20); the plan knows, and `app.ts` connects it. */
export type Genoemden = (kijk: Kijk) => ReadonlySet<string>;

const NIEMAND: ReadonlySet<string> = new Set();

/**
 * One person's look at one casus at one moment. Whatever is sent to somebody passes through theirs (NK16); it holds
 * for the step in which it was made, and is made anew for the next.
 */
export class Kijk {
  readonly beeld: Casusbeeld;
  readonly beslisser: Beslisser;
  readonly ik: Deelneming;
  readonly wie: Wie;
  readonly #geopend: Set<string>;
  readonly #genoemden: Genoemden;
  readonly #compartimenten: ReadonlyMap<string, CompartimentRij>;
  #zicht: readonly Zichtregel[] | null = null;
  /** Of a place: what it was let into, whatever is opened. */
  readonly #vastZicht: boolean;
  #regels: ReadonlyMap<string, Zichtregel> | null = null;

  constructor(delen: {
    beeld: Casusbeeld;
    beslisser: Beslisser;
    ik: Deelneming;
    wie: Wie;
    geopend: Set<string>;
    genoemden: Genoemden;
    /** Of a place: what it was let into, and nothing by the matrix. Left out: what the seat gives. */
    zicht?: readonly Zichtregel[];
  }) {
    this.beeld = delen.beeld;
    this.beslisser = delen.beslisser;
    this.ik = delen.ik;
    this.wie = delen.wie;
    this.#geopend = delen.geopend;
    this.#genoemden = delen.genoemden;
    this.#zicht = delen.zicht ?? null;
    this.#vastZicht = delen.zicht !== undefined;
    this.#compartimenten = new Map(
      delen.beeld.compartimenten.map((compartiment) => [compartiment.id, compartiment]),
    );
  }

  /** The same look as it would be if kaarten named these: to compare with what was before a kaart changed (NK37). */
  alsGenoemd(genoemd: ReadonlySet<string>): Kijk {
    const ander = new Kijk({
      beeld: this.beeld,
      beslisser: this.beslisser,
      ik: this.ik,
      wie: this.wie,
      geopend: this.#geopend,
      genoemden: () => genoemd,
    });
    // Levels don't follow from whom kaarten name.
    ander.#zicht = this.#zicht;
    return ander;
  }

  /** Compartments that this session has opened. */
  get geopend(): ReadonlySet<string> {
    return this.#geopend;
  }

  /** This session opened more: kaarten in there reach me from now on, and may name people. */
  opende(compartimenten: readonly { readonly id: string }[]): void {
    for (const { id } of compartimenten) this.#geopend.add(id);
    if (this.#vastZicht) return;
    // A concept over one of these is there now.
    this.#zicht = null;
    this.#regels = null;
  }

  /** Who directs the casus now. */
  get regisseur(): Deelneming | undefined {
    return this.beeld.deelnemers.find((deelnemer) => deelnemer.regisseur);
  }

  /**
   * My level on a compartment; `verborgen` for one that isn't there, and for one behind a tile that stands for it,
   * so that an id tells nothing (NK4, NK5).
   */
  niveau(compartimentId: string): Niveau {
    return this.#perId().get(compartimentId)?.niveau ?? 'verborgen';
  }

  /** A compartment that I know of, or undefined. */
  compartiment(compartimentId: string): CompartimentRij | undefined {
    return this.#perId().has(compartimentId) ? this.#compartimenten.get(compartimentId) : undefined;
  }

  /** Everything that I may know of, in the order of the catalogue. */
  zicht(): readonly Zichtregel[] {
    this.#zicht ??= zichtVan(this.beslisser, this.ik).filter(({ compartiment: { over } }) => {
      // A concept over a text holds its words: it is there for who has that text open, in the session in which they do.
      return over == null || this.#geopend.has(over);
    });
    return this.#zicht;
  }

  /** Compartments that I may read, opened or not. */
  leesbaar(): CompartimentRij[] {
    return this.zicht()
      .filter(({ niveau }) => isMinstens(niveau, 'lezen'))
      .map(({ compartiment }) => this.rij(compartiment));
  }

  /** The same that stand on the board: a tafelblad is a screen of its own (OV4). */
  leesbaarOpBord(): CompartimentRij[] {
    return this.leesbaar().filter(({ categorie }) => categorie !== TAFEL);
  }

  /** Of what I may know of, all that stands on the board. */
  zichtOpBord(): readonly Zichtregel[] {
    return this.zicht().filter(({ compartiment }) => compartiment.categorie !== TAFEL);
  }

  /** The stored row of a compartment of this casus. */
  rij(compartiment: { readonly id: string }): CompartimentRij {
    const rij = this.#compartimenten.get(compartiment.id);
    if (rij === undefined) throw new Error('a compartment of another casus');
    return rij;
  }

  /** Whether I may read it and have opened it in this session: what stands in it may be sent to me. */
  leestNu(compartimentId: string): boolean {
    return this.geopend.has(compartimentId) && isMinstens(this.niveau(compartimentId), 'lezen');
  }

  /** A compartment of one's own organisation opens by itself for its writers; others as their category says. */
  opentVanzelf(compartiment: CompartimentRij): boolean {
    const categorie = this.beslisser.regels.categorieen.get(compartiment.categorie);
    // What the matrix says nothing of, one was let in to (OV4).
    if (categorie === undefined) return compartiment.besloten;
    if (categorie.opent === 'vanzelf') return true;
    return (
      categorie.perOrganisatie &&
      compartiment.organisatieId === this.ik.organisatieId &&
      this.niveau(compartiment.id) === 'schrijven'
    );
  }

  /** Whether I know this deelnemer by name (NK20). */
  kent(deelnemer: Deelneming): boolean {
    // ST3: what kaarten name is asked last. Taking a seat away needs none of it.
    const { regels } = this.beslisser;
    return (
      kentBijNaam(this.ik, deelnemer, NIEMAND, regels) ||
      (teltNoemen(deelnemer, regels) && this.genoemd().has(deelnemer.id))
    );
  }

  /** Who takes part now and is known to me by name; for the regisseur also who will. */
  bekenden(): Deelneming[] {
    return this.beeld.deelnemers.filter(
      (deelnemer) => (this.ik.regisseur || this.beslisser.moment.geldt(deelnemer)) && this.kent(deelnemer),
    );
  }

  /** A deelnemer that I know by name, or undefined. */
  bekende(deelnemerId: string): Deelneming | undefined {
    return this.bekenden().find((deelnemer) => deelnemer.id === deelnemerId);
  }

  /** Members that I may know of, with their role labels (NK2). */
  leden(): { id: string; rol: string }[] {
    const eigen = this.beeld.leden.filter((lid) => kentLid(this.ik, lid.id));
    const labels = rolLabels(eigen);
    return eigen.map(({ id }) => ({ id, rol: labels.get(id) ?? '' }));
  }

  kentLid(lidId: string): boolean {
    return kentLid(this.ik, lidId) && this.beeld.leden.some((lid) => lid.id === lidId);
  }

  /**
   * Who sits at which tafelblad that I have open, by seat or place: there they are known by name, and nowhere else by that
   * (NK20).
   */
  aanTafel(): ReadonlyMap<string, ReadonlySet<string>> {
    const open = this.leesbaar().filter(({ id, categorie }) => categorie === TAFEL && this.leestNu(id));
    return new Map(
      open.map(({ id }) => {
        const hier = this.beeld.tafel.filter(
          (plaats) => plaats.tafelbladId === id && this.beslisser.moment.geldt(plaats),
        );
        return [id, new Set(hier.map((plaats) => plaats.deelnemerId ?? plaats.id))];
      }),
    );
  }

  publiek(compartiment: CompartimentRij): Publiek {
    return publiekVoor(this.beslisser, this.ik, compartiment, this.genoemd());
  }

  /** Whom to ask about a closed tile, or null for the regisseur (NK4). */
  vragenAan(compartiment: CompartimentRij): Deelneming | null {
    const houder = vragenAan(this.beslisser, this.ik, compartiment, this.genoemd());
    return houder === null ? null : (this.beeld.deelnemers.find(({ id }) => id === houder.id) ?? null);
  }

  /** The rule that gives my level, for the record (NK10). */
  regelVoor(compartiment: CompartimentRij): string {
    const spoor: Beslisregel[] = [];
    const { niveau } = this.beslisser.beslis(this.ik, compartiment, spoor);
    const regel = spoor.findLast((toegepast) => toegepast.niveau === niveau)?.regel ?? 'matrix';
    return `${regel} ${this.beslisser.regels.versie}`;
  }

  /** Deelnemers named to me, by the kaarten that reach me and by a right on what I read: it counts while they are bekend (NK20). */
  genoemd(): ReadonlySet<string> {
    const uitKaarten = this.#genoemden(this);
    const metRecht = this.#metRecht();
    return metRecht.length === 0 ? uitKaarten : new Set([...uitKaarten, ...metRecht]);
  }

  /** Nobody reads along unseen (NK20). */
  #metRecht(): string[] {
    if (this.beslisser.geenRechten) return [];
    return this.leesbaar().flatMap(({ id }) => this.beslisser.metRecht(id));
  }

  /** Whether I decide on rights to a compartment (NK12). */
  bewaart(compartiment: CompartimentRij): boolean {
    return this.beslisser.bewaart(this.ik, compartiment);
  }

  /** What a colleague waits for until I confirm them (NK12); none when there is nothing, or it isn't mine to say. */
  teBevestigen(deelnemer: Deelneming): CompartimentRij[] {
    if (deelnemer.organisatieId !== this.ik.organisatieId) return [];
    return this.beeld.compartimenten.filter((deel) => this.beslisser.magBevestigen(this.ik, deelnemer, deel));
  }

  /** Whether I keep something that my organisation has here, and so can confirm a colleague for it (NK12). */
  bewaartVanOrganisatie(): boolean {
    return this.beeld.compartimenten.some(
      (deel) =>
        deel.organisatieId === this.ik.organisatieId && this.beslisser.schrijftUitMatrix(this.ik, deel),
    );
  }

  /** The right by which I read along in a compartment now, or null. */
  mijnRecht(compartimentId: string): RechtRij | null {
    const { moment } = this.beslisser;
    const geldend = this.beeld.rechten.filter(
      (recht) =>
        recht.deelnemerId === this.ik.id && recht.compartimentId === compartimentId && moment.geldt(recht),
    );
    return geldend[0] ?? null;
  }

  /** Rights on a compartment that hold or are to hold, of seats that I know by name. */
  rechtenOp(compartimentId: string): { readonly recht: RechtRij; readonly deelnemer: Deelneming }[] {
    return this.beeld.rechten
      .filter((recht) => recht.compartimentId === compartimentId)
      .flatMap((recht) => {
        const deelnemer = this.beeld.deelnemers.find(({ id }) => id === recht.deelnemerId);
        return deelnemer === undefined || !this.kent(deelnemer) ? [] : [{ recht, deelnemer }];
      });
  }

  #perId(): ReadonlyMap<string, Zichtregel> {
    this.#regels ??= new Map(this.zicht().map((regel) => [regel.compartiment.id, regel]));
    return this.#regels;
  }
}
