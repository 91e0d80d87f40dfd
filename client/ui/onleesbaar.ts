/** What people read in the place of what can't be read (ST1): the same for whatever is the matter. */
export const ONLEESBAAR = 'Dit onderdeel is niet leesbaar; de beheerder weet ervan.';
