/** An action of the demonstration hub; days are counted from the day it is filled, negative in the past. */
export interface DemoAction {
  daysAgo: number;
  title: string;
  line: string;
  brief: string;
  of?: string;
  starts: number;
  ends: number;
  partners: readonly string[];
  milestones: readonly (readonly [day: number, label: string, isDone?: true])[];
  contactName: string;
  outcome?: string;
  themes: readonly string[];
}

export const demoActions: readonly DemoAction[] = [
  {
    daysAgo: 70,
    title: 'Acheter l’assurance à plusieurs',
    line: 'Vingt associations négocient ensemble leur contrat.',
    brief:
      'Lire un contrat à vingt, c’est comprendre ce qu’on signe, et payer moins. On peut encore nous rejoindre avant la mise en concurrence.',
    starts: -75,
    ends: 150,
    partners: [
      'Le Coup de pouce associatif',
      'Café associatif La Tablée',
      'Handisport en campagne',
      'Compagnie du Chien vert',
    ],
    milestones: [
      [-70, 'Premier tour de table', true],
      [-30, 'Tous les contrats relus', true],
      [18, 'Dernier jour pour rejoindre le groupe'],
      [45, 'Ouverture des offres'],
      [110, 'Nouveaux contrats'],
    ],
    contactName: 'Camille Exemple',
    themes: ['Création et accompagnement'],
  },
  {
    daysAgo: 35,
    title: 'Des stages qui donnent envie',
    line: 'Trente structures ouvrent leurs portes aux élèves de troisième.',
    brief:
      'Un stage d’observation se décide souvent au dernier moment, chez un parent. Nous préparons des semaines vivantes, partagées entre plusieurs structures.',
    starts: -40,
    ends: 200,
    partners: [
      'Foyer de jeunes Le Tremplin des Vallons',
      'Ressourcerie du Port',
      'Radio Bocage inventée',
      'Les trois collèges du territoire',
    ],
    milestones: [
      [-20, 'Appel aux structures', true],
      [9, 'Visite des trois collèges'],
      [28, 'Choix des élèves'],
      [75, 'Première semaine de stages'],
    ],
    contactName: 'Maël Inventé',
    themes: ['Enfance, jeunesse et éducation', 'Emploi et insertion'],
  },
  {
    daysAgo: 10,
    title: 'Compter ce qui compte',
    line: 'Dire à quoi servent nos structures, avec d’autres mots que l’argent.',
    brief:
      'Quatre ateliers pour choisir ensemble cinq indicateurs simples, les relever un an, puis les raconter aux financeurs et aux habitants.',
    of: 'La Fabrique des possibles',
    starts: 20,
    ends: 400,
    partners: ['La Fabrique des possibles', 'Mieux vivre au pays'],
    milestones: [
      [20, 'Atelier 1 : ce qui a de la valeur'],
      [48, 'Atelier 2 : choisir cinq indicateurs'],
    ],
    contactName: 'Camille Exemple',
    themes: ['Création et accompagnement'],
  },
  {
    daysAgo: 260,
    title: 'Le mois des portes grandes ouvertes',
    line: 'Vingt-six lieux ouverts, un même dépliant.',
    brief:
      'En juin, les structures du réseau ont ouvert leurs portes le même mois, avec des trajets en covoiturage d’un lieu à l’autre.',
    starts: -270,
    ends: -150,
    partners: ['Tiers-lieu La Filature', 'Covoit’ des Vallons', 'Librairie L’Encre et la Mare'],
    milestones: [
      [-200, 'Dépliant distribué', true],
      [-165, 'Un mois de visites', true],
    ],
    contactName: 'Camille Exemple',
    outcome:
      'Mille neuf cents visites, quatorze nouveaux bénévoles, trois projets nés d’une rencontre. On recommence, en choisissant moins de dates et plus de goûters.',
    themes: ['Tiers-lieux et vie locale'],
  },
];
