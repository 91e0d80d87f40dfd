import { BEZWAARUITKOMSTEN } from '../plan/doorzetten.ts';
import { Id } from './gedeeld.ts';
import { z } from './zod.ts';

/** An objection, for who made it and who directs (NK30). */
const Bezwaar = z.strictObject({
  id: Id,
  /** Null: they take part no more. */
  deelnemerId: Id.nullable(),
  op: z.iso.datetime(),
  reden: z.string(),
  /** Null: it waits for the procesregisseur. */
  uitkomst: z.enum(BEZWAARUITKOMSTEN).nullable(),
  /** Why the procesregisseur decided so. */
  waarom: z.string().nullable(),
});

/** What the regisseur decided of an afspraak, as it reaches somebody with it. */
export const Doorzetting = z
  .strictObject({
    op: z.iso.datetime(),
    /** Who directed then; null: somebody whom you don't know by name. */
    door: Id.nullable(),
    /** Whether it goes on was decided as well; who carries it out and until when always is. */
    metStand: z.boolean(),
    reden: z.string(),
    /** Why it holds no more, by the procesregisseur; null: it holds. */
    waaromVervallen: z.string().nullable(),
    /** Those that I made; of who directs all. */
    bezwaren: z.array(Bezwaar),
    /** Whether I can object now. */
    magBezwaar: z.boolean(),
  })
  .openapi('Doorzetting');
export type Doorzetting = z.infer<typeof Doorzetting>;
