/** Whether it is SQLite that failed (full, locked, a broken disk), and not our own code. */
export function isOpslagfout(fout: unknown): boolean {
  return sqliteCode(fout).startsWith('SQLITE_');
}

/** Whether the disk failed in reading or writing: what is on it now, nobody knows. */
export function isSchijffout(fout: unknown): boolean {
  return sqliteCode(fout).startsWith('SQLITE_IOERR');
}

function sqliteCode(fout: unknown): string {
  return fout instanceof Error && 'code' in fout ? String(fout.code) : '';
}
