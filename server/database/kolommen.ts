import { customType } from 'drizzle-orm/sqlite-core';

// Kinds of columns of which one that was damaged must not keep who asks from reading the other rows (ST1).

/** Stands where a list of ids can't be read: of nobody, and told from every list that was written (ST1). */
export const ONLEESBARE_LIJST: string[] = [];

/** A list of ids, as JSON. */
export const idlijst = customType<{ data: string[]; driverData: string }>({
  dataType: () => 'text',
  toDriver: (ids) => JSON.stringify(ids),
  fromDriver: (json) => {
    try {
      const ids: unknown = JSON.parse(json);
      // Of each was asked whether it is one.
      if (Array.isArray(ids) && ids.every((id) => typeof id === 'string')) return ids as string[];
    } catch {
      // Said below.
    }
    return ONLEESBARE_LIJST;
  },
});

/** Bytes. What is none any more holds nothing that opens, and keeps nobody from the other rows (ST1). */
export const bytes = customType<{ data: Buffer; driverData: unknown }>({
  dataType: () => 'blob',
  toDriver: (waarde) => waarde,
  fromDriver: (waarde) => (Buffer.isBuffer(waarde) ? waarde : Buffer.alloc(0)),
});
