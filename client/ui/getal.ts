const GETALLEN = [
  'nul',
  'één',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
];

/** A number as it stands in a sentence: in words up to twelve. */
export function getal(aantal: number): string {
  return GETALLEN[aantal] ?? String(aantal);
}
