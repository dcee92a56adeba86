/** Trainings of the demonstration hub: fictional, like all that is around them. */
export const demoTrainers = [
  { name: 'Nolwenn Le Chiffre', qualification: 'comptable d’associations depuis 2012' },
  { name: 'Malo Parlevite', qualification: 'animateur de réseaux, formé à la facilitation' },
] as const;

export const demoCourses = [
  {
    title: 'Tenir le budget d’une petite association',
    brief: 'Du premier devis au compte de résultat, sans jargon et avec vos propres chiffres.',
    objectives:
      'Bâtir un budget prévisionnel équilibré\nSuivre la trésorerie mois par mois\nLire et présenter un compte de résultat',
    public: 'Trésorières et trésoriers bénévoles, salarié·es qui suivent les comptes',
    prerequisites: '',
    programme:
      'Jour 1, matin : d’où vient l’argent, où il va\nJour 1, après-midi : bâtir son budget prévisionnel\nJour 2, matin : la trésorerie, éviter les mauvaises surprises\nJour 2, après-midi : présenter ses comptes en assemblée',
    method: 'Exercices sur les documents des participant·es, travail à deux, mise en commun',
    means: 'Apportez votre dernier budget et, si vous en avez un, un ordinateur',
    assessment: 'Étude de cas à la fin du deuxième jour, corrigée ensemble',
    accessibility: 'Salle de plain-pied, boucle magnétique sur demande',
    accessibilityContact: 'Camille Exemple, 02 61 91 00 00',
    minutes: 840,
    prices: [
      { label: 'Bénévole d’une structure adhérente', cents: 0 },
      { label: 'Adhérent·e', cents: 8000 },
      { label: 'Autre structure', cents: 24_000 },
    ],
    financing: ['fdva', 'opco', 'employer'],
    audiences: ['association'],
  },
  {
    title: 'Animer une réunion où chacun parle',
    brief: 'Des méthodes simples pour décider à plusieurs et finir à l’heure.',
    objectives: 'Préparer un ordre du jour qui tient\nFaire circuler la parole\nConclure par des décisions claires',
    public: 'Membres de conseils d’administration, coordinatrices et coordinateurs',
    programme: 'Pourquoi nos réunions débordent\nTrois façons de décider\nS’entraîner, recommencer',
    method: 'Mises en situation courtes, retours bienveillants',
    means: 'Rien à apporter',
    assessment: 'Auto-évaluation avant et après',
    accessibilityContact: 'Camille Exemple, 02 61 91 00 00',
    minutes: 210,
    prices: [{ label: 'Tout le monde', cents: 2000 }],
    financing: ['fdva', 'personal'],
    audiences: ['association'],
  },
  {
    title: 'L’économie sociale et solidaire en classe',
    brief: 'Deux heures pour monter une coopérative éphémère, de la seconde à la terminale.',
    isOwn: false,
    providerName: 'L’École buissonnière des coopératives (imaginaire)',
    providerUrl: 'https://ecole-buissonniere.example',
    objectives: 'Découvrir l’entreprise coopérative\nDécider à une personne, une voix',
    public: 'Lycées et maisons familiales rurales',
    programme: 'Créer une coopérative en vingt minutes\nPartager le résultat\nEt dans la vraie vie ?',
    minutes: 120,
    isForSchools: true,
    financing: ['free'],
  },
] as const;

/** Who was trained last month and last year, and who comes to the next session. */
export const demoTrainees = [
  {
    name: 'Enora Fictive',
    organizationName: 'Café associatif La Tablée',
    municipality: 'Bain-de-Bretagne',
    status: 'volunteer',
  },
  {
    name: 'Loïc Imaginaire',
    organizationName: 'Café associatif La Tablée',
    municipality: 'Bain-de-Bretagne',
    status: 'volunteer',
  },
  {
    name: 'Soizic Inventée',
    organizationName: 'Menuiserie des Trois Rabots',
    municipality: 'Janzé',
    status: 'employee',
    priceCents: 8000,
  },
  { name: 'Youenn Supposé', organizationName: '', municipality: 'Guichen', status: 'job_seeker' },
  {
    name: 'Katell Romanesque',
    organizationName: 'La Ressourcerie du Semnon',
    municipality: 'Pléchâtel',
    status: 'leader',
    priceCents: 8000,
  },
] as const;

/** Who held the last session with the hub. */
export const demoPartners = [{ organizationId: null, name: 'Réseau des petites trésoreries (imaginaire)' }] as const;

export const demoAnswers = [
  { scale: [5, 4, 5, 4], recommends: 1, words: 'Enfin une formation où l’on part de nos chiffres à nous.' },
  {
    scale: [4, 4, 5, 3],
    recommends: 1,
    words: 'Un peu rapide sur la trésorerie, j’aurais pris une demi-journée de plus.',
  },
  { scale: [5, 5, 4, 5], recommends: 1, words: '' },
] as const;
