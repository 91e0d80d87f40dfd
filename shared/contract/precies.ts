type Enkel = string | number | boolean | bigint | symbol | null | undefined;

/** Whether two types are one and the same; spares looking into them. */
type Zelfde<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/** The same, none of it to be written to: what is sent is only read. */
export type Leesbaar<T> = T extends Enkel
  ? T
  : T extends readonly (infer E)[]
    ? readonly Leesbaar<E>[]
    : { readonly [K in keyof T]: Leesbaar<T[K]> };

/** Of a union, what an `R` can be. */
type Past<T, R> = T extends unknown ? (R extends Leesbaar<T> ? T : never) : never;

type Sleutel<T> = T extends unknown ? keyof T : never;
type Waarde<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

/**
 * `R` where it has no field that `T` doesn't have, at any depth: in lists, in members of unions, and where it came by
 * a spread, at which TypeScript itself doesn't look. A field too many has the type `never`, to which nothing fits.
 */
export type Precies<T, R> =
  Zelfde<T, R> extends true
    ? R
    : R extends Enkel
      ? R
      : R extends readonly (infer E)[]
        ? readonly Precies<Element<T>, E>[]
        : PreciesObject<Past<T, R>, R>;

type Element<T> = T extends readonly (infer E)[] ? E : never;

type PreciesObject<T, R> =
  Zelfde<T, R> extends true
    ? R
    : { readonly [K in keyof R]: K extends Sleutel<T> ? Precies<Waarde<T, K>, R[K]> : never };

/**
 * Says of a value that it is a `T` and nothing more, where it is made: a type in front of a function forgets what a
 * spread brought along.
 * @example return precies<Kaart>()({ ...inhoud, ...kop });
 */
export function precies<T>(): <const R extends Leesbaar<T>>(waarde: R & Precies<T, R>) => T {
  // Nothing is written to what goes out, so that it may be shared and readonly here.
  return (waarde) => waarde as unknown as T;
}
