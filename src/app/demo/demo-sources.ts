/** Calendars of partners that the demonstration follows, in pause since it asks nobody. */
export const demoSources = [
  {
    name: 'Agenda de la Communauté de communes du Semnon',
    url: 'https://agenda.cc-semnon.example/sorties.ics',
    perimeter: 'public',
    defaultType: 'celebration',
    organizerName: 'Communauté de communes du Semnon',
  },
  {
    name: 'Calendrier de la Maison des associations',
    url: 'https://maison-des-assos.example/agenda.ics',
    perimeter: 'declared',
    defaultType: 'meeting',
    organizerName: 'Maison des associations',
  },
] as const;

export interface DemoSourceEvent {
  /** Rank of its source above. */
  from: 0 | 1;
  title: string;
  body: string;
  /** The first such weekday (1: Monday) from this many days from today on. */
  inDays: number;
  on: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  at: string;
  until: string;
  place: { name: string; postalCode: string; city: string };
  isFree?: boolean;
}

const hall = { name: 'Maison des associations', postalCode: '35150', city: 'Janzé' };

/** What came from them. */
export const demoSourceEvents: readonly DemoSourceEvent[] = [
  {
    from: 0,
    title: 'Marché des producteurs et des créateurs',
    body: 'Une vingtaine de producteurs et d’artisans du territoire, une buvette tenue par les associations et un coin jeux pour les enfants.',
    inDays: 9,
    on: 6,
    at: '09:30',
    until: '13:00',
    place: { name: 'Place des Halles', postalCode: '35150', city: 'Janzé' },
    isFree: true,
  },
  {
    from: 0,
    title: 'Balade contée au bord du Semnon',
    body: 'Cinq kilomètres à pied avec un conteur. Prévoyez de bonnes chaussures ; les chiens tenus en laisse sont bienvenus.',
    inDays: 17,
    on: 7,
    at: '14:30',
    until: '17:00',
    place: { name: 'Parking de la base de loisirs', postalCode: '35640', city: 'Martigné-Ferchaud' },
    isFree: true,
  },
  {
    from: 0,
    title: 'Forum des métiers du soin et du lien',
    body: 'Des employeurs associatifs et publics présentent leurs métiers et leurs offres. Venez avec votre CV, ou sans.',
    inDays: 31,
    on: 4,
    at: '09:00',
    until: '12:30',
    place: { name: 'Salle des fêtes', postalCode: '35240', city: 'Retiers' },
    isFree: true,
  },
  {
    from: 1,
    title: 'Permanence comptabilité des petites associations',
    body: 'Apportez vos relevés et vos questions : une bénévole, ancienne comptable, vous aide à tenir vos comptes.',
    inDays: 6,
    on: 2,
    at: '17:30',
    until: '19:00',
    place: hall,
    isFree: true,
  },
  {
    from: 1,
    title: 'Atelier : préparer sa demande de subvention',
    body: 'On relit ensemble les dossiers en cours. Huit places, inscription à l’accueil.',
    inDays: 14,
    on: 3,
    at: '18:00',
    until: '20:00',
    place: hall,
  },
  {
    from: 1,
    title: 'Pot des nouveaux bénévoles',
    body: 'Pour rencontrer celles et ceux qui cherchent un coup de main, autour d’un verre.',
    inDays: 23,
    on: 5,
    at: '18:30',
    until: '20:30',
    place: hall,
    isFree: true,
  },
];
