/** How one joins the demonstration hub: its colleges, what one pays, what it brings. */
export const demoColleges = [
  { name: 'Habitantes et habitants', description: 'Les personnes qui adhèrent en leur nom.' },
  { name: 'Associations et coopératives', description: 'Les structures de l’économie sociale et solidaire.' },
  { name: 'Collectivités et partenaires', description: 'Les communes, les intercommunalités, les organismes publics.' },
] as const;

export const demoPresentation = [
  'Une voix à l’assemblée générale, dans votre collège',
  'Les formations du pôle au prix adhérent',
  'Un accompagnement sans limite d’heures, de l’idée au premier bilan',
  'Le prêt de matériel : barnums, vidéoprojecteur, gobelets lavables',
  'Votre structure mise en avant dans l’annuaire et auprès des financeurs',
].join('\n');

export const demoCharter = [
  'Nous mettons l’humain et le territoire avant le profit.',
  'Nous décidons à plusieurs, une personne comptant pour une voix dans son collège.',
  'Nous partageons ce que nous savons, et nous demandons de l’aide quand il en faut.',
  'Nous prenons soin de la terre, de l’eau et du temps de chacun.',
].join('\n');

/** Prices in cents; `college` is the rank of the college. */
export const demoScales = [
  { label: 'Adhésion', who: 'person', kind: 'fixed', amount: 1500, college: 0, hint: '' },
  {
    label: 'Petit budget',
    who: 'person',
    kind: 'reduced',
    amount: 500,
    college: 0,
    hint: 'Sans emploi, en études, minima sociaux : on vous croit sur parole.',
  },
  {
    label: 'Soutien',
    who: 'person',
    kind: 'free',
    amount: 2000,
    suggested: 4000,
    college: 0,
    hint: 'Pour donner un coup de pouce au pôle.',
  },
  {
    label: 'Selon votre budget',
    who: 'association',
    kind: 'budget',
    amount: 0,
    college: 1,
    hint: '',
    brackets: [
      { upTo: 10_000, amount: 2000 },
      { upTo: 50_000, amount: 4000 },
      { upTo: 200_000, amount: 8000 },
      { upTo: null, amount: 15_000 },
    ],
  },
  {
    label: 'Selon l’équipe',
    who: 'cooperative',
    kind: 'staff',
    amount: 0,
    college: 1,
    hint: '',
    brackets: [
      { upTo: 5, amount: 6000 },
      { upTo: 20, amount: 12_000 },
      { upTo: null, amount: 24_000 },
    ],
  },
  { label: 'Adhésion', who: 'public_body', kind: 'fixed', amount: 20_000, college: 2, hint: '' },
] as const;

export const demoQuestion = {
  key: 'envies',
  label: 'Ce que vous aimeriez faire avec le pôle',
  kind: 'choice',
  choices: ['Donner un coup de main', 'Me former', 'Rencontrer d’autres structures', 'Rien de précis'],
} as const;

/** Sent through the site for the year to come, not yet paid or not yet validated. */
export const demoNewcomers = [
  {
    givenName: 'Solenn',
    familyName: 'Kerfable',
    way: 'cheque',
    scale: 'Petit budget',
    note: 'Je dépose le chèque mardi au café des porteurs.',
  },
  { givenName: 'Titouan', familyName: 'Brume', way: 'transfer', scale: 'Adhésion', note: '' },
  {
    givenName: 'Mariama',
    familyName: 'Vallombre',
    way: 'cash',
    scale: 'Soutien',
    note: 'Merci pour la fête du port !',
  },
] as const;
