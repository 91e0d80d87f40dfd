import type { DemoTekst } from '../tekst.ts';

/** One week, made of several people's visits. */
export const alleenThuisTeksten: readonly DemoTekst[] = [
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'zelfzorg_huishouden',
    lid: 'bewoner',
    door: 'ali',
    regels: [
      ['Kom niet onverwacht. ', { vet: 'Zeg wie u bent' }, ' voordat u binnenkomt.'],
      'Eén bezoek op een dag is genoeg.',
    ],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'zelfzorg_huishouden',
    lid: 'bewoner',
    door: 'mieke',
    regels: ['Op maandag, woensdag en vrijdag zijn wij er tot elf uur. Kies dan een andere dag.'],
  },
  {
    tekst: 'houd_rekening_met',
    leefgebied: 'sociaal_netwerk',
    lid: 'bewoner',
    door: 'ali',
    regels: ['Samen iets doen gaat beter dan praten. Vraag om een recept.'],
  },
  {
    tekst: 'zegt',
    lid: 'bewoner',
    door: 'ali',
    regels: ['“Alleen koken is niks aan.”', '“Als iemand mij de eerste keer ophaalt, kom ik daarna zelf.”'],
  },
  {
    tekst: 'gewenst_resultaat',
    lid: 'bewoner',
    door: 'ali',
    regels: [['Elke dag is er iemand geweest, en ', { lid: 'bewoner' }, ' kent van ieder het gezicht.']],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'wmo',
    leefgebied: 'zelfzorg_huishouden',
    lid: 'bewoner',
    door: 'ali',
    regels: ['Keukentafelgesprek gehad. De hulp in huis is voor een half jaar toegekend.'],
  },
  {
    tekst: 'alleen_voor',
    categorie: 'wonen',
    leefgebied: 'wonen',
    lid: 'bewoner',
    door: 'marloes',
    regels: [
      'Buren belden over de lamp en over het late licht. Geen klacht, wel zorg. Wij lopen maandelijks langs.',
    ],
  },
];
