import type { EventType } from '#modules/agenda/index.ts';

/** A date somebody proposed and that waits for the employee. */
export interface DemoProposedEvent {
  hoursAgo: number;
  sender: { name: string; email: string; phone: string };
  title: string;
  type: EventType;
  inDays: number;
  from: string;
  to: string;
  place: { name: string; city: string };
  organizer: string;
  story: string;
  reason: string;
  conditions: string;
}

export const demoProposedEvents: readonly DemoProposedEvent[] = [
  {
    hoursAgo: 52,
    sender: { name: 'Solange Inventée', email: 'solange@grainotheque.example', phone: '' },
    title: 'Grand troc de graines et de boutures',
    type: 'market',
    inDays: 24,
    from: '10:00',
    to: '16:30',
    place: { name: 'Halle de la place', city: '35550 Pipriac' },
    organizer: 'La Graineterie coopérative',
    story:
      'On vient avec ses graines, on repart avec celles des autres. Soupe à midi, coin des enfants, et deux maraîchères pour répondre aux questions.',
    reason: 'La Graineterie fournit les enveloppes et tient la buvette avec les bénévoles du marché.',
    conditions: 'Entrée libre, soupe à prix libre',
  },
  {
    hoursAgo: 20,
    sender: { name: 'Youn Imaginaire', email: 'youn@repair.example', phone: '' },
    title: 'Café réparation : petits appareils et vélos',
    type: 'workshop',
    inDays: 13,
    from: '14:00',
    to: '18:00',
    place: { name: 'Tiers-lieu La Filature', city: '35580 Guichen' },
    organizer: 'Ressourcerie du Port',
    story:
      'Un grille-pain fatigué, une roue voilée ? Apportez-les : six bénévoles réparent avec vous. On prête les outils, on offre le café.',
    reason: 'Deuxième édition ; la première a réuni quarante personnes.',
    conditions: 'Gratuit',
  },
  {
    hoursAgo: 5,
    sender: { name: 'Gaëlle Imaginaire', email: '', phone: '06 39 98 12 34' },
    title: 'Fest-noz de soutien à la crèche parentale',
    type: 'celebration',
    inDays: 34,
    from: '20:30',
    to: '01:00',
    place: { name: 'Salle des Landes', city: '35330 Val-d’Anast' },
    organizer: 'Crèche parentale Les Têtards',
    story:
      'Trois groupes du pays, galettes-saucisses et jus de pomme fermier. Tous les bénéfices vont au jardin de la crèche.',
    reason: 'Merci de me rappeler plutôt que d’écrire, je suis peu devant un écran.',
    conditions: '6 €, gratuit pour les moins de 12 ans',
  },
];

/** A date looked for together. Choices in the order of the slots: o(ui), b(esoin), n(on). */
export interface DemoPoll {
  daysAgo: number;
  title: string;
  words: string;
  slots: readonly { inDays: number; at: string; minutes: number }[];
  hosts: readonly string[];
  answers: readonly {
    name: string;
    organization: string;
    choices: string;
    email?: string;
    comment?: string;
    hostWords?: string;
    byPhone?: boolean;
  }[];
  /** Ended on this slot. */
  chosen?: number;
}

export const demoPolls: readonly DemoPoll[] = [
  {
    daysAgo: 6,
    title: 'Groupe des petits employeurs : prochaine rencontre',
    words: 'Deux heures pour échanger sur les contrats courts et les remplacements. On finit par un verre.',
    slots: [
      { inDays: 16, at: '18:00', minutes: 120 },
      { inDays: 18, at: '12:30', minutes: 90 },
      { inDays: 23, at: '18:00', minutes: 120 },
      { inDays: 25, at: '09:00', minutes: 120 },
    ],
    hosts: ['Tiers-lieu La Filature', 'Café associatif La Tablée', 'Le Fournil des Landes'],
    answers: [
      {
        name: 'Anna Exemple',
        organization: 'Le Fournil des Landes',
        choices: 'obon',
        email: 'anna@fournil.example',
        hostWords: 'Au fournil, 15 personnes, après la dernière fournée',
      },
      { name: 'Marc Exemple', organization: 'Roule ma Poule', choices: 'onob', email: 'marc@poule.example' },
      {
        name: 'Awa Inventée',
        organization: 'Crèche parentale Les Têtards',
        choices: 'nobo',
        email: 'awa@tetards.example',
        comment: 'Le soir, il me faut une garde : prévenez-moi tôt.',
      },
      { name: 'Lucie Exemple', organization: 'Menuiserie des Trois Rabots', choices: 'obon', byPhone: true },
      {
        name: 'Karim Imaginaire',
        organization: 'Radio Bocage inventée',
        choices: 'oobn',
        email: 'karim@radio.example',
      },
      {
        name: 'Inès Fictive',
        organization: 'Les Jardins du Semnon',
        choices: 'bnon',
        email: 'ines@jardins.example',
        hostWords: 'Sous la serre s’il fait beau',
      },
      {
        name: 'Paul Inventé',
        organization: 'Chrysalide des Vallons',
        choices: 'obnb',
        byPhone: true,
        comment: 'Vient avec une collègue.',
      },
    ],
  },
  {
    daysAgo: 40,
    title: 'Préparer la table ronde des priorités',
    words: 'On choisit ensemble les trois questions de la table ronde.',
    slots: [
      { inDays: 9, at: '17:30', minutes: 90 },
      { inDays: 11, at: '17:30', minutes: 90 },
    ],
    hosts: [],
    answers: [
      { name: 'Solange Inventée', organization: 'Les Passeurs d’eau', choices: 'on' },
      { name: 'Youn Imaginaire', organization: 'Vallons Énergie citoyenne', choices: 'ob' },
      { name: 'Gaëlle Imaginaire', organization: 'La Fabrique des possibles', choices: 'bo', byPhone: true },
    ],
    chosen: 0,
  },
];

/** What came out of a past date, for a kind of event. */
export interface DemoOutcome {
  types: readonly EventType[];
  attended: number;
  words: string;
  decisions?: string;
  nextSteps?: string;
  thanks?: string;
  figures?: readonly { value: string; label: string }[];
  /** Occasions of the photo bank. */
  photos?: readonly string[];
}

export const demoOutcomes: readonly DemoOutcome[] = [
  {
    types: ['breakfast'],
    attended: 19,
    words:
      'Dix-neuf personnes autour du café, dont six qui venaient pour la première fois. On a surtout parlé de locaux : qui en cherche, qui en prête, comment partager le chauffage.\n\nDeux structures ont trouvé leur bureau avant la fin du croissant.',
    decisions:
      'Une carte des salles à partager sera tenue à jour\nLe prochain petit-déjeuner parlera des remplacements',
    nextSteps: 'Chacun envoie au pôle les salles qu’il peut prêter, avant la fin du mois',
    thanks: 'Le Fournil des Landes pour les brioches, La Filature pour l’accueil.',
    figures: [{ value: '7', label: 'salles proposées au partage' }],
    photos: ['Café des idées', 'Fournil associatif'],
  },
  {
    types: ['visit'],
    attended: 23,
    words:
      'On est entrés par l’atelier, on est sortis par le potager. La visite a duré une heure de plus que prévu : personne ne voulait partir.',
    nextSteps: 'Une visite retour est prévue au printemps',
    thanks: 'Toute l’équipe, qui avait allumé le four exprès.',
    figures: [
      { value: '4', label: 'métiers découverts' },
      { value: '11', label: 'covoiturages' },
    ],
    photos: ['Ressourcerie', 'Atelier de menuiserie'],
  },
  {
    types: ['workshop', 'meeting'],
    attended: 16,
    words:
      'Trois tables, trois questions, et un mur couvert de papiers. Le plus demandé : trouver des bénévoles pour les tâches courtes, celles d’une heure.',
    decisions:
      'Un calendrier commun des coups de main ouvre le mois prochain\nDeux structures le tiennent à tour de rôle',
    nextSteps: 'La Fabrique des possibles envoie le modèle d’annonce',
    thanks: 'Gaëlle et Marc pour l’animation.',
    photos: ['Coopérative jeunesse'],
  },
  {
    types: ['assembly'],
    attended: 47,
    words:
      'Le quorum était atteint à 18 h 12, à une voix près. Rapport d’activité adopté, budget discuté ligne par ligne, et un débat franc sur les cotisations.',
    decisions:
      'Comptes approuvés à l’unanimité\nCotisation des petites structures inchangée\nDeux nouvelles administratrices élues',
    figures: [{ value: '31', label: 'structures représentées' }],
  },
  {
    types: ['aperitif', 'celebration'],
    attended: 38,
    words:
      'Un apéritif sous la pluie, donc sous le hangar, donc serrés, donc bavards. Trois projets ont trouvé un coup de main.',
    thanks: 'Les Jardins du Semnon pour les plateaux de légumes.',
  },
  {
    types: ['forum', 'conference', 'market'],
    attended: 140,
    words:
      'Vingt-deux stands, des visites de classes le matin et du monde jusqu’à la fermeture. Les démonstrations ont plu plus que les dépliants.',
    decisions: 'On recommence dans deux ans, dans une autre commune',
    figures: [
      { value: '22', label: 'structures présentes' },
      { value: '3', label: 'classes de collège' },
    ],
    photos: ['Marché des producteurs', 'Mois de l’ESS'],
  },
  {
    types: ['training', 'drop_in', 'volunteering', 'other', 'show'],
    attended: 11,
    words: 'Un petit groupe, beaucoup de questions, et des réponses que chacun a pu essayer le lendemain.',
    nextSteps: 'Un rappel par téléphone dans six semaines pour voir ce qui a tenu',
    photos: ['Formation'],
  },
];
