import type { WETTEN } from './kaartsoorten.ts';

/** The laws as people call them. */
export const WETNAMEN: Readonly<Record<(typeof WETTEN)[number], string>> = {
  participatiewet: 'Participatiewet',
  wmo: 'Wmo',
  jeugdwet: 'Jeugdwet',
  wgs: 'Wet gemeentelijke schuldhulpverlening',
  anders: 'Een andere wet',
};
