/**
 * Why a database or its keys can't be opened. Who starts Regietafel reads `message`: it is Dutch and says what to
 * do. Whatever the code, the file that it is about has not been changed.
 */
export class DatabaseFout extends Error {
  override readonly name = 'DatabaseFout';
  readonly code: DatabaseFoutCode;

  constructor(code: DatabaseFoutCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type DatabaseFoutCode =
  /** Another process holds the folder. */
  | 'in_gebruik'
  /** Empty, cut off, changed from outside, or no database at all. */
  | 'beschadigd'
  /** Made by a newer version. */
  | 'nieuwer'
  /** A database, or a thing, that is not ours. */
  | 'vreemd'
  /** The database is gone and what it had not yet taken in lies there still. */
  | 'onvolledig'
  /** The system refuses us the folder or the file. */
  | 'geen_toegang'
  /** A migration failed and was taken back. */
  | 'migratie_mislukt'
  /** Texts couldn't be written in their new form; what was written stays. */
  | 'omzetting_mislukt'
  /** A key file is gone beside data that need it. */
  | 'sleutel_weg'
  /** The installation's key is not a key. */
  | 'sleutel_ongeldig'
  /** A key, but of another installation. */
  | 'sleutel_verkeerd'
  /** Others may write where the keys lie, or the keys lie with the data. */
  | 'sleutels_onveilig';
