import type { OfferInput } from '#modules/registration/index.ts';

/** Someone of the demonstration: name, structure, municipality. */
export type DemoRegistrant = readonly [name: string, organization: string, municipality: string];

export const demoRegistrants: readonly DemoRegistrant[] = [
  ['Maëlle Kerdreux', 'Ressourcerie du Port', 'Guichen'],
  ['Oumar Traoré-Vallon', 'Café associatif La Tablée', 'Bain-de-Bretagne'],
  ['Suzanne Pirouelle', '', 'Guipry-Messac'],
  ['Ilyes Bensalah', 'Les Jardins du Semnon', 'Janzé'],
  ['Claudine Rouzic', 'La Graineterie coopérative', 'Pipriac'],
  ['Gwendal Le Bihannec', 'Menuiserie des Trois Rabots', 'Guichen'],
  ['Fatou N’Diambour', 'Épicerie du coin', 'Bain-de-Bretagne'],
  ['Hervé Tournemine', 'Mairie de Val-Fictif', 'Val d’Anast'],
  ['Lina Castagnère', 'Les Petites Mains de l’Aff', 'Redon'],
  ['Baptiste Orvault', 'Tiers-lieu La Filature', 'Goven'],
  ['Rozenn Abalain', 'Le Hangar numérique', 'Guichen'],
  ['Youna Querrien', '', 'Laillé'],
  ['Théodore Maubec', 'Foyer rural des Ormes', 'Janzé'],
  ['Inès Villedieu', 'Coopérative d’activité Chrysalide des Vallons', 'Bruz'],
  ['Paol Gourmelen', 'Cinéma associatif Le Balcon', 'Redon'],
  ['Marguerite Sauldre', 'Les Aînés du bocage', 'Bain-de-Bretagne'],
  ['Dragan Petrović', '', 'Guichen'],
  ['Nolwenn Tréhic', 'École de musique du Semnon', 'Janzé'],
  ['Aïssata Kontébé', 'Roule ma Poule', 'Pipriac'],
  ['Jean-Loup Fontanges', 'Les Jardins du Semnon', 'Janzé'],
];

export interface DemoOffer {
  /** Title of the event. */
  readonly event: string;
  readonly offer: Partial<OfferInput>;
  /** How many register on the site, from the first of the list; `from` begins further. */
  readonly count: number;
  readonly from?: number;
  /** Someone who phoned, without a mail. */
  readonly byPhone?: readonly string[];
  /** Key of the price of each in turn. */
  readonly prices?: readonly string[];
  /** Workshops of each in turn. */
  readonly workshops?: readonly (readonly string[])[];
  /** Answers of each in turn. */
  readonly answers?: readonly Readonly<Record<string, string[]>>[];
}

/** Registrations of the demonstration: some seats left, a full one where people wait, a priced one, an assembly. */
export const demoOffers: readonly DemoOffer[] = [
  {
    event: 'Visite d’une menuiserie reprise en SCOP',
    offer: {
      capacity: 15,
      conditions: 'Réservé en priorité aux adhérents.',
      waitingRule: 'members',
      questions: [
        { kind: 'organization', isRequired: false },
        { kind: 'municipality', isRequired: false },
        { kind: 'phone', isRequired: false },
        { kind: 'ride', isRequired: false },
        { kind: 'photo', isRequired: false },
      ],
      confirmationNote: 'Prévoyez des chaussures fermées : on passe dans l’atelier.',
    },
    count: 10,
    byPhone: ['Ginette Morvault'],
    answers: [
      { ride: ['offer'], rideFrom: ['Bain-de-Bretagne'], rideSeats: ['3'], rideAt: ['13 h 15'], photo: ['oui'] },
      { photo: ['oui'] },
      { ride: ['want'], rideFrom: ['Bain-de-Bretagne'] },
    ],
  },
  {
    event: 'Atelier : lire un bilan sans trembler',
    offer: {
      capacity: 8,
      fewest: 5,
      cancelHours: 48,
      prices: [
        { key: 'plein', label: 'Structure employeuse', cents: 1500 },
        { key: 'petite', label: 'Petite association', cents: 500 },
        { key: 'solidaire', label: 'Demandeur d’emploi', cents: 0 },
      ],
      paymentWays: ['on_site', 'cheque'],
      waitingRule: 'organization',
      questions: [
        { kind: 'organization', isRequired: true },
        { kind: 'access', isRequired: false },
        {
          kind: 'choice',
          key: 'aisance',
          label: 'Avec les chiffres, vous êtes…',
          hint: '',
          choices: ['à l’aise', 'entre les deux', 'perdu·e'],
          isRequired: false,
        },
      ],
      confirmationNote: 'Apportez votre dernier bilan, on travaille dessus.',
    },
    count: 12,
    from: 4,
    prices: ['plein', 'petite', 'petite', 'solidaire'],
    answers: [{ aisance: ['perdu·e'] }, { aisance: ['entre les deux'], access: ['Un texte en gros caractères'] }],
  },
  {
    event: 'Journée commune de formation des bénévoles',
    offer: {
      capacity: 40,
      seatKinds: [
        {
          key: 'accueil',
          label: 'Accueillir une personne nouvelle',
          capacity: 12,
          isWorkshop: true,
          from: '09:30',
          to: '11:00',
        },
        {
          key: 'fete',
          label: 'Préparer une fête sans s’épuiser',
          capacity: 8,
          isWorkshop: true,
          from: '09:30',
          to: '11:00',
        },
        {
          key: 'droits',
          label: 'Droits et devoirs des bénévoles',
          capacity: 20,
          isWorkshop: true,
          from: '11:15',
          to: '12:30',
        },
        { key: 'caisse', label: 'Tenir une caisse', capacity: 6, isWorkshop: true, from: '14:00', to: '15:30' },
      ],
      questions: [{ kind: 'organization', isRequired: false }],
    },
    count: 11,
    from: 2,
    workshops: [['accueil', 'droits', 'caisse'], ['fete', 'droits'], ['droits'], ['accueil', 'caisse']],
  },
  {
    event: 'Apéritif des nouveaux venus',
    offer: { questions: [{ kind: 'diet', isRequired: false }] },
    count: 7,
    from: 9,
    answers: [{ diet: ['végétarienne'] }, {}, { diet: ['sans gluten'] }],
  },
  {
    event: 'Petit-déjeuner du pôle',
    offer: {
      capacity: 25,
      questions: [
        { kind: 'organization', isRequired: false },
        { kind: 'municipality', isRequired: false },
      ],
    },
    count: 14,
  },
  {
    event: 'Assemblée générale du pôle',
    offer: {
      questions: [
        { kind: 'organization', isRequired: true },
        { kind: 'presence', isRequired: true },
      ],
      mostPeople: 2,
    },
    count: 6,
    from: 2,
    answers: [{ presence: ['present'] }, { presence: ['proxy'] }],
  },
  {
    event: 'Rencontre : employer à deux ou trois',
    offer: {
      capacity: 20,
      questions: [
        { kind: 'organization', isRequired: false },
        { kind: 'municipality', isRequired: false },
      ],
    },
    count: 12,
    from: 3,
  },
];
