/**
 * What somebody of the municipality can be for all of it, beside a seat at any table: the procesregisseur chairs the
 * overleg and can be escalated to, the functionaris gegevensbescherming watches over who saw what. Neither sees a casus
 * by it (NK1).
 */
export const ORGANISATIEROLLEN = ['procesregisseur', 'fg'] as const;
export type Organisatierol = (typeof ORGANISATIEROLLEN)[number];
