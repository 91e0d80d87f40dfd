import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Adviesvraag } from '../../shared/contract/advies.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { opDag } from '../../shared/invoer/datum.ts';
import { ApiFout, berichtVan, roep } from '../api/api.ts';
import { Laatste } from '../api/laatste.ts';
import { haalLijsten } from '../lijsten.ts';
import { volgAdvies } from '../sync/advieslijn.ts';
import { momentVan } from '../ui/datum.ts';
import { OpMoment } from '../ui/op-moment.ts';

/**
 * A question for advice as it is for me now (OV11), for as long as a screen shows it: fetched again when it is otherwise.
 * With the screen it goes, and by its last day also where nobody can tell that it is over (NK7).
 */
export class GevolgdeVraag implements ReactiveController {
  /** Undefined: nothing was fetched yet, or there is nothing here for me any more. */
  vraag: Adviesvraag | undefined;
  lijsten: Lijsten | undefined;
  /** Why the latest question had no answer; empty when it had. */
  fout = '';
  /** There is nothing here for me, or no more. */
  isWeg = false;
  /** The line was there, and isn't now: what stands here may be old. */
  isLijnWeg = false;
  readonly #host: ReactiveControllerHost;
  readonly #id: () => string;
  /** An older answer may show more than may be seen now. */
  readonly #laatste = new Laatste();
  readonly #einde: OpMoment;
  #stopVolgen: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, id: () => string) {
    this.#host = host;
    this.#id = id;
    // Without a line nobody tells that it is over.
    this.#einde = new OpMoment(host, () => {
      this.#sluit();
      host.requestUpdate();
      void this.laad();
    });
    host.addController(this);
  }

  hostConnected(): void {
    void this.laad();
    this.#stopVolgen = volgAdvies(this.#id(), {
      haal: () => void this.laad(),
      verbinding: (open) => {
        this.isLijnWeg = !open;
        this.#host.requestUpdate();
      },
    });
  }

  hostDisconnected(): void {
    this.#stopVolgen?.();
    // NK7: nothing of it stays in the page of who went elsewhere.
    this.#laatste.vergeet();
    this.vraag = undefined;
  }

  readonly laad = (): Promise<void> =>
    this.#laatste.vraag(
      () => Promise.all([roep('advies.haal', { params: { adviesvraagId: this.#id() } }), haalLijsten()]),
      ([vraag, lijsten]) => {
        this.vraag = vraag;
        this.lijsten = lijsten;
        this.#einde.zet(Date.parse(momentVan(opDag({ dagen: 1 }, vraag.tot), '00:00')));
        this.fout = '';
        this.#host.requestUpdate();
      },
      (fout) => {
        if (fout instanceof ApiFout && fout.status === 404) {
          this.vraag = undefined;
          this.isWeg = true;
        } else {
          this.fout = berichtVan(fout);
          this.#sluit();
        }
        this.#host.requestUpdate();
      },
    );

  /** Until what is here is as of now, also when it was told meanwhile that it is otherwise again. */
  rust(): Promise<void> {
    return this.#laatste.rust();
  }

  /** Less may be seen now, or nobody can say: better nothing of others' than what was (NK7). What one writes stays. */
  #sluit(): void {
    if (this.vraag !== undefined) this.vraag = { ...this.vraag, toelichting: [], leest: [], gesprek: [] };
  }
}
