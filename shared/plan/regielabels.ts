/** What is asked when the regie goes to another, for good or for a while. */
export const REGIELABELS = {
  deelnemerId: 'Wie wordt regisseur?',
  waarnemerId: 'Wie neemt waar?',
  zwaartepunt: 'Waar ligt nu het zwaartepunt?',
  reden: 'Waarom gaat de regie over?',
  redenWeigering: 'Waarom neemt u de regie niet over?',
  gezinVerteldOp: 'Wanneer is het gezin dit verteld?',
  van: 'Vanaf wanneer?',
  tot: 'Tot en met wanneer?',
  volgorde: 'Wat weegt in dit huishouden het zwaarst?',
  daarna: 'En daarna?',
  besluit: 'Wat besluit u?',
  redenBesluit: 'Waarom besluit u dit?',
  casusLabel: 'Welke casus?',
  medewerkerId: 'Wie neemt waar?',
  redenWaarneming: 'Waarom is er een waarnemer nodig?',
} as const;
