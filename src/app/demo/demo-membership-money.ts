/** What membership brings to members of the demonstration. */
export const demoBenefits = [
  {
    title: 'Des formations à prix d’adhérent·e',
    description: 'Comptabilité, gouvernance, communication : trois à cinq dates par trimestre.',
    audience: 'all',
    counted: 'training',
    isWorthMoney: true,
    path: '/formations',
  },
  {
    title: 'Les rencontres du réseau',
    description: 'Petits-déjeuners, visites et ateliers, avec celles et ceux qui font comme vous.',
    audience: 'all',
    counted: 'registration',
    path: '/agenda',
  },
  {
    title: 'Un rendez-vous de conseil',
    description: 'Une heure avec l’équipe, sur ce qui vous occupe en ce moment.',
    audience: 'all',
    counted: 'advice',
    path: '/contact',
  },
  {
    title: 'Une salle prêtée deux fois par an',
    description: 'Vingt places, un vidéoprojecteur et du café, à réserver par téléphone.',
    audience: 'structure',
    counted: 'noted',
    isWorthMoney: true,
    path: '',
  },
] as const;

/** An agreement, with days counted from the day of the demonstration. */
export const demoAgreements = [
  {
    title: 'Convention pluriannuelle d’objectifs',
    partner: 'Communauté de communes du Semnon',
    contact: 'Service du développement local, 02 61 91 20 40',
    amount: 2_400_000,
    amountWords: 'Deux versements, en mars et en octobre',
    startsIn: -640,
    endsIn: 75,
    notes: 'Objectifs : animer le réseau, accueillir les porteuses et porteurs de projet, publier un bilan par an.',
    commitments: [
      { side: 'hub', label: 'Remettre le bilan de l’année', dueIn: 20 },
      { side: 'hub', label: 'Tenir deux permanences par mois', dueIn: null },
      { side: 'partner', label: 'Verser le solde de l’année', dueIn: 40 },
    ],
  },
  {
    title: 'Accueil des stagiaires',
    partner: 'Lycée agricole des Trois Rivières',
    contact: 'Bureau des stages, 02 61 91 20 41',
    amount: null,
    amountWords: '',
    startsIn: -120,
    endsIn: null,
    notes: '',
    commitments: [{ side: 'hub', label: 'Recevoir deux stagiaires par an', dueIn: null }],
  },
] as const;

/** Transfers that nobody announced, with days counted back. */
export const demoIncoming = [
  { words: 'VIR SEPA COTISATION RESSOURCERIE', payerName: '', amount: 5000, daysAgo: 3 },
  { words: 'VIR ADHESION 2 PERSONNES', payerName: 'Famille Guillerm', amount: 3000, daysAgo: 6 },
] as const;
