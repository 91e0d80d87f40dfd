import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

/**
 * AES-256-GCM: a byte with the version of this layout, the nonce, the content encrypted, the tag.
 *
 * @see NIST SP 800-38D: with random nonces of 96 bits a key serves 2^32 times
 */
const VERSIE = 1;
export const NONCE_LENGTE = 12;
const TAG_LENGTE = 16;
const BEGIN = 1 + NONCE_LENGTE;

/**
 * @param verband where the content belongs: it opens in exactly the same verband
 * @param nonce random from a cryptographic source, never used before under this key
 */
export function verzegel(
  sleutel: KeyObject,
  verband: readonly string[],
  inhoud: Uint8Array,
  nonce: Uint8Array,
): Buffer {
  if (nonce.length !== NONCE_LENGTE) throw new RangeError('a nonce of the wrong length');
  const versleuteling = createCipheriv('aes-256-gcm', sleutel, nonce, { authTagLength: TAG_LENGTE });
  versleuteling.setAAD(alsBytes(verband));
  const versleuteld = versleuteling.update(inhoud);
  versleuteling.final();
  return Buffer.concat([Buffer.of(VERSIE), nonce, versleuteld, versleuteling.getAuthTag()]);
}

/** @returns null when it was made with another key, for another verband, or was changed */
export function ontzegel(
  sleutel: KeyObject,
  verband: readonly string[],
  verzegeld: Uint8Array,
): Buffer | null {
  if (verzegeld.length < BEGIN + TAG_LENGTE || verzegeld[0] !== VERSIE) return null;
  const ontsleuteling = createDecipheriv('aes-256-gcm', sleutel, verzegeld.subarray(1, BEGIN), {
    authTagLength: TAG_LENGTE,
  });
  ontsleuteling.setAAD(alsBytes(verband));
  ontsleuteling.setAuthTag(verzegeld.subarray(-TAG_LENGTE));
  const inhoud = ontsleuteling.update(verzegeld.subarray(BEGIN, -TAG_LENGTE));
  try {
    ontsleuteling.final();
    return inhoud;
  } catch {
    return null;
  }
}

/** JSON, because no two lists of strings give the same: joined by a separator, ["a", "b-c"] and ["a-b", "c"] do. */
function alsBytes(verband: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([VERSIE, ...verband]));
}
