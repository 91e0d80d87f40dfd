/** What is asked of who asks for advice, of who gives it, and of the team that answers (OV11). */
export const ADVIESLABELS = {
  lidId: 'Over wie gaat het?',
  vraag: 'Wat wilt u weten?',
  toelichting: 'Wat is er aan de hand?',
  opent: 'Wat mag de gedragsdeskundige lezen?',
  vraagt: 'Wat vraagt u aan wie het bewaart?',
  genoemd: 'Namens wie nog meer?',
  tot: 'Uiterlijk wanneer hebt u antwoord nodig?',
  watIkLees: 'Wat ik lees',
  watIkAdviseer: 'Wat ik adviseer',
  watIkNietWeet: 'Wat ik niet weet',
  wanneerOpnieuw: 'Wanneer opnieuw kijken',
  bericht: 'Uw vraag of antwoord',
  aanvulling: 'Wat wilt u aanvullen?',
  besluit: 'Wat doet u ermee?',
  waarom: 'Waarom?',
  medewerkerId: 'Aan wie geeft u de vraag door?',
} as const;
