let woorden = '';

/** What this person looks for; it stands in no address, and stays while they go to what was found and back. */
export function gezocht(): string {
  return woorden;
}

export function zetGezocht(getypt: string): void {
  woorden = getypt;
}
