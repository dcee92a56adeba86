import type { SlotInput } from '#modules/programme/index.ts';

/** The large day of the demonstration. */
export const demoProgramme = {
  event: 'Forum « Faire ensemble »',
  intro:
    'Trois salles, douze prises de parole, dix stands : venez une heure ou la journée. Gardez ce qui vous tente, imprimez-le.',
  standNote:
    'Une table, deux chaises, une prise si vous la demandez. Installation à partir de 8 h, stands tenus jusqu’à 17 h.',
  volunteerNote: 'Une heure suffit. Café et repas offerts à celles et ceux qui aident.',
} as const;

export const demoRooms = [
  { name: 'Grande halle', capacity: 180, note: 'De plain-pied, boucle magnétique.' },
  { name: 'Salle du Semnon', capacity: 40, note: 'À l’étage, ascenseur.' },
  { name: 'Atelier', capacity: 18, note: 'Tables et établis.' },
] as const;

export interface DemoSlot {
  kind: SlotInput['kind'];
  title: string;
  /** Place in `demoRooms`; nothing: everywhere. */
  room?: number;
  from: string;
  to: string;
  speakers?: string;
  brief?: string;
  capacity?: number;
}

export const demoSlots: readonly DemoSlot[] = [
  { kind: 'pause', title: 'Accueil café', from: '09:00', to: '09:30' },
  {
    kind: 'plenary',
    title: 'Faire ensemble, à quoi bon ?',
    room: 0,
    from: '09:30',
    to: '10:15',
    speakers: 'Maëlle Guérin, Tiers-lieu La Filature\nIssa Traoré, Le Coup de pouce associatif',
    brief: 'Deux histoires de coopération racontées sans détour : ce qui a tenu, ce qui a cassé.',
  },
  {
    kind: 'talk',
    title: 'Nos légumes à la cantine',
    room: 0,
    from: '10:30',
    to: '10:45',
    speakers: 'Lucie Hamon, Les Jardins du Semnon',
  },
  {
    kind: 'talk',
    title: 'Une recyclerie dans un ancien garage',
    room: 0,
    from: '10:45',
    to: '11:00',
    speakers: 'Karim Belaïd, Ressourcerie du Port',
  },
  {
    kind: 'talk',
    title: 'Partager un emploi à trois associations',
    room: 0,
    from: '11:00',
    to: '11:15',
    speakers: 'Nolwenn Perrot, Partage d’emplois en Haute-Bretagne',
  },
  {
    kind: 'talk',
    title: 'Le car du samedi, conduit par des habitants',
    room: 0,
    from: '11:15',
    to: '11:30',
    speakers: 'Soizic Le Floch, Covoit’ des Vallons',
  },
  {
    kind: 'talk',
    title: 'Un café qui ouvre sans patron',
    room: 0,
    from: '11:30',
    to: '11:45',
    speakers: 'Anne-Laure Briand, Café associatif La Tablée',
  },
  {
    kind: 'talk',
    title: 'Le pain d’un village, payé à l’année',
    room: 0,
    from: '11:45',
    to: '12:00',
    speakers: 'Gaël Rolland, Le Fournil des Landes',
  },
  {
    kind: 'workshop',
    title: 'Écrire un budget qui se comprend',
    room: 1,
    from: '10:30',
    to: '12:00',
    speakers: 'Issa Traoré, Le Coup de pouce associatif',
    capacity: 30,
    brief: 'Venez avec le vôtre : on en sort avec une page lisible par tout le conseil d’administration.',
  },
  {
    kind: 'workshop',
    title: 'Réparer plutôt que jeter',
    room: 2,
    from: '10:30',
    to: '12:00',
    speakers: 'Paul Ménard, Menuiserie des Trois Rabots',
    capacity: 12,
  },
  {
    kind: 'pause',
    title: 'Grand repas',
    from: '12:00',
    to: '13:45',
    brief: 'Cuisiné sur place avec les légumes du Semnon.',
  },
  {
    kind: 'round_table',
    title: 'Communes et associations : se parler avant d’écrire',
    room: 0,
    from: '14:00',
    to: '15:00',
    speakers: 'Anne-Laure Briand, Café associatif La Tablée\nYann Cadiou, Vallons Énergie citoyenne',
  },
  {
    kind: 'workshop',
    title: 'Monter une journée de covoiturage',
    room: 1,
    from: '14:00',
    to: '15:30',
    speakers: 'Soizic Le Floch, Covoit’ des Vallons',
    capacity: 25,
  },
  {
    kind: 'workshop',
    title: 'Fabriquer une affiche à trois mains',
    room: 2,
    from: '14:00',
    to: '15:30',
    speakers: 'Jade Morin, Le Champ commun des arts',
    capacity: 15,
  },
  {
    kind: 'talk',
    title: 'Une librairie que ses lectrices ont rachetée',
    room: 0,
    from: '15:00',
    to: '15:15',
    speakers: 'Rozenn Tanguy, Librairie L’Encre et la Mare',
  },
  {
    kind: 'talk',
    title: 'L’électricité du toit de l’école',
    room: 0,
    from: '15:15',
    to: '15:30',
    speakers: 'Yann Cadiou, Vallons Énergie citoyenne',
  },
  {
    kind: 'talk',
    title: 'Vieillir à six sous le même toit',
    room: 0,
    from: '15:30',
    to: '15:45',
    speakers: 'Mireille Auffray, Habitat des Voisins',
  },
  {
    kind: 'talk',
    title: 'Un atelier de couture, vingt langues',
    room: 0,
    from: '15:45',
    to: '16:00',
    speakers: 'Salma Haddad, Les Petites Mains de l’Aff',
  },
  {
    kind: 'talk',
    title: 'La radio où tout le monde passe',
    room: 0,
    from: '16:00',
    to: '16:15',
    speakers: 'Tanguy Colin, Radio Bocage inventée',
  },
  {
    kind: 'talk',
    title: 'Des clés prêtées, jamais perdues',
    room: 0,
    from: '16:15',
    to: '16:30',
    speakers: 'Aïcha Benali, La Fabrique des possibles',
  },
  {
    kind: 'show',
    title: 'Fin de journée avec la compagnie',
    room: 0,
    from: '16:45',
    to: '17:30',
    speakers: 'Compagnie du Chien vert',
  },
];

export const demoZones = [
  { name: 'Allée centrale', places: 8, sockets: 4, walls: 0 },
  { name: 'Le long du mur', places: 4, sockets: 2, walls: 4 },
] as const;

export interface DemoStand {
  name: string;
  activity: string;
  /** Place in `demoZones`; nothing: it still waits for an answer. */
  zone?: number;
  mark?: string;
  needsSocket?: boolean;
  needsWall?: boolean;
}

export const demoStands: readonly DemoStand[] = [
  { name: 'Les Jardins du Semnon', activity: 'Légumes à goûter, paniers à commander.', zone: 0, mark: 'A1' },
  {
    name: 'Épicerie du coin',
    activity: 'Vrac, et comment devenir sociétaire.',
    zone: 0,
    mark: 'A2',
    needsSocket: true,
  },
  { name: 'Ressourcerie du Port', activity: 'Objets remis en état, atelier express.', zone: 0, mark: 'A3' },
  {
    name: 'Le Fournil des Landes',
    activity: 'Pain et brioches, farines du coin.',
    zone: 0,
    mark: 'A4',
    needsSocket: true,
  },
  { name: 'Covoit’ des Vallons', activity: 'Inscription aux lignes de covoiturage.', zone: 0, mark: 'A5' },
  {
    name: 'Vallons Énergie citoyenne',
    activity: 'Maquette d’un toit solaire.',
    zone: 1,
    mark: 'B1',
    needsSocket: true,
    needsWall: true,
  },
  {
    name: 'Librairie L’Encre et la Mare',
    activity: 'Livres sur le faire ensemble.',
    zone: 1,
    mark: 'B2',
    needsWall: true,
  },
  { name: 'Habitat des Voisins', activity: 'Visite en photos, permanences.', zone: 1, mark: 'B3', needsWall: true },
  { name: 'Les Petites Mains de l’Aff', activity: 'Retouches pendant la journée.', needsSocket: true },
  { name: 'Radio Bocage inventée', activity: 'Un plateau en direct, au milieu du monde.', needsSocket: true },
];

export interface DemoShift {
  task: string;
  place: string;
  from: string;
  to: string;
  wanted: number;
  people: readonly string[];
}

export const demoShifts: readonly DemoShift[] = [
  {
    task: 'Installation des tables',
    place: 'Grande halle',
    from: '07:30',
    to: '09:00',
    wanted: 6,
    people: ['Loïc Garnier', 'Fatou Diallo', 'Erwan Piriou'],
  },
  {
    task: 'Accueil et badges',
    place: 'Entrée',
    from: '08:45',
    to: '11:00',
    wanted: 3,
    people: ['Brigitte Morvan', 'Samuel Ozanne'],
  },
  { task: 'Café', place: 'Bar', from: '09:00', to: '12:00', wanted: 2, people: ['Hélène Jouan', 'Mamadou Sow'] },
  { task: 'Guider vers les salles', place: 'Hall', from: '09:00', to: '12:00', wanted: 2, people: ['Chloé Renault'] },
  {
    task: 'Dresser le repas',
    place: 'Grande halle',
    from: '11:15',
    to: '13:00',
    wanted: 5,
    people: ['Brigitte Morvan', 'Loïc Garnier'],
  },
  { task: 'Vaisselle', place: 'Cuisine', from: '13:15', to: '14:45', wanted: 4, people: ['Erwan Piriou'] },
  {
    task: 'Garde des enfants',
    place: 'Préau',
    from: '14:00',
    to: '16:00',
    wanted: 2,
    people: ['Hélène Jouan', 'Fatou Diallo'],
  },
  {
    task: 'Rangement',
    place: 'Partout',
    from: '17:00',
    to: '18:30',
    wanted: 8,
    people: ['Loïc Garnier', 'Samuel Ozanne'],
  },
];
