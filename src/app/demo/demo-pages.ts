/** Photos of the bank that open the doors of the demonstration, by the tag of the door. */
export const demoDoorPhotos: Readonly<Record<string, string>> = {
  association: 'Mois de l’ESS',
  projet: 'Fournil associatif',
  structure: 'Toit solaire',
  collectivite: 'Marché des producteurs',
  jeune: 'Coopérative jeunesse',
  transmission: 'Atelier de menuiserie',
  ecole: 'Studio de radio',
  'se-former': 'Formation',
  'donner-de-mon-temps': 'Ressourcerie',
  'trouver-un-lieu': 'Rucher partagé',
};

/** Photos of the page about the hub, beside its missions and its ways to decide. */
export const demoAboutPhotos = { missions: ['Transport solidaire'], governance: ['Café des idées'] };

/** Invented people. */
export const demoTeam = [
  {
    name: 'Camille Exemple',
    role: 'Coordinatrice',
    text: 'Le premier café, c’est avec elle. Elle connaît toutes les routes du territoire, surtout les petites.',
    group: 'team',
  },
  {
    name: 'Malo Imaginé',
    role: 'Animation, écoles et jeunesse',
    text: 'Il monte la coopérative d’été et parle d’ESS sans jamais dire « ESS ».',
    group: 'team',
  },
  {
    name: 'Soazig Inventée',
    role: 'Accompagnement des projets',
    text: 'Budgets, statuts, premiers emplois : elle pose les questions qui évitent les ennuis.',
    group: 'team',
  },
  { name: 'Annick Fictive', role: 'Coprésidente, La Ressourcerie du Semnon', text: '', group: 'board' },
  { name: 'Yann Supposé', role: 'Coprésident, Scop Menuiserie des Vallons', text: '', group: 'board' },
  { name: 'Fatou Rêvée', role: 'Trésorière, Café associatif La Tablée', text: '', group: 'board' },
  { name: 'Gwenaël Conté', role: 'Secrétaire, habitant', text: '', group: 'board' },
] as const;

export const demoPartners = [
  'Vallons de Haute-Bretagne Communauté',
  'Bretagne Porte de Loire Communauté',
  'Région imaginaire',
  'Caisse solidaire des Vallons',
  'Mutuelle des Quatre Chemins',
  'Fondation du Bocage',
] as const;

/** A page made of many kinds of blocks, to show what the editor can do. */
export const demoPicturesPage = {
  title: 'Une année en images',
  line: 'Ce que nous avons fait ensemble, sans long discours.',
  opening: {
    title: 'Une année en images',
    text: 'Des marchés, des chantiers, des cafés et quelques fous rires. Voici ce que nous avons fait ensemble.',
    photo: 'Marché des producteurs',
  },
  gallery: {
    title: 'On y était',
    photos: [
      'Café des idées',
      'Ressourcerie',
      'Toit solaire',
      'Atelier de menuiserie',
      'Studio de radio',
      'Coopérative jeunesse',
      'Rucher partagé',
      'Fournil associatif',
    ],
  },
  quote: {
    text: 'On est venus pour une question de bail. On est repartis avec des voisins, un budget qui tient et l’envie de continuer.',
    by: 'Nolwenn, personnage inventé',
    role: 'à l’origine d’une épicerie de village',
  },
  call: {
    title: 'L’année prochaine, avec vous ?',
    text: 'Une idée, une photo, une envie de donner un coup de main : dites-le-nous.',
    label: 'Nous écrire',
    href: '/contact?sujet=Une%20ann%C3%A9e%20en%20images',
  },
} as const;
