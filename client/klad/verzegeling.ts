import type { Eigenaar } from './eigenaar.ts';

/** Encrypts what one person typed, and reads it again. */
export interface Kladsleutel {
  /** @returns base64 */
  sluit(waarde: unknown): Promise<string>;
  /** @returns null for what was not written under this key, for this person */
  open(verzegeld: string): Promise<unknown>;
}

const NONCE_LENGTE = 12;

/** AES-256-GCM by the browser itself. @returns null where it doesn't offer that: without HTTPS */
export async function kladsleutel({
  medewerkerId,
  kladsleutel: bytes,
}: Eigenaar): Promise<Kladsleutel | null> {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (subtle === undefined) return null;
  const sleutel = await subtle.importKey('raw', uitBase64(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const additionalData = new TextEncoder().encode(medewerkerId);
  return {
    async sluit(waarde) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_LENGTE));
      const inhoud = new TextEncoder().encode(JSON.stringify(waarde));
      const dicht = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, sleutel, inhoud);
      return naarBase64(new Uint8Array([...iv, ...new Uint8Array(dicht)]));
    },
    async open(verzegeld) {
      try {
        const alles = uitBase64(verzegeld);
        const iv = alles.subarray(0, NONCE_LENGTE);
        const dicht = alles.subarray(NONCE_LENGTE);
        const inhoud = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, sleutel, dicht);
        return JSON.parse(new TextDecoder().decode(inhoud)) as unknown;
      } catch {
        return null;
      }
    },
  };
}

function naarBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function uitBase64(tekst: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(tekst), (teken) => teken.charCodeAt(0));
}
