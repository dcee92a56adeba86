import type { DrawnScene } from './draw-demo-photo.ts';

/** A photo of the demonstration: a drawn scene, and what the bank says of it. */
export interface DemoPhoto {
  /** Names it for the other contents, too. */
  occasion: string;
  scene: DrawnScene;
  alternative: string;
  credit: string;
  place: string;
  keywords: string[];
  daysAgo: number;
  isForPress?: boolean;
  rightsNote?: string;
  focus?: readonly [x: number, y: number];
  /** Who is said to be recognised on it. Nobody, unless told; « à préciser » when empty. */
  people?: readonly DemoPhotoPerson[];
}

export interface DemoPhotoPerson {
  name: string;
  mail?: string;
  guardian?: string;
  answer: 'asked' | 'paper' | 'event' | 'refused' | 'withdrawn';
}

const [anna, youn, awa] = ['Anna Exemple', 'Youn Imaginaire', 'Awa Inventée'];

export const demoPhotos: readonly DemoPhoto[] = [
  {
    occasion: 'Marché des producteurs',
    scene: { motif: 'rooftops', hue: 40, object: 'stalls', horizon: 0.36 },
    alternative: 'Trois étals rayés garnis de fruits et de légumes devant les toits de la ville',
    credit: anna,
    place: 'Bain-de-Bretagne',
    keywords: ['marché', 'alimentation', 'circuits courts'],
    daysAgo: 12,
    isForPress: true,
    rightsNote: 'CC BY-SA 4.0',
  },
  {
    occasion: 'Ressourcerie',
    scene: { motif: 'hedgerows', hue: 135, object: 'bicycles' },
    alternative: 'Trois vélos remis en état, alignés dans l’herbe face au bocage',
    credit: anna,
    place: 'Guichen',
    keywords: ['vélo', 'réemploi', 'atelier'],
    daysAgo: 20,
    isForPress: true,
  },
  {
    occasion: 'Toit solaire',
    scene: { motif: 'plains', hue: 235, object: 'solarRoof', horizon: 0.5 },
    alternative: 'Quinze panneaux solaires sur le toit d’une école, les éoliennes au loin',
    credit: youn,
    place: 'Janzé',
    keywords: ['énergie', 'citoyens', 'école'],
    daysAgo: 33,
    isForPress: true,
    rightsNote: 'CC BY 4.0',
    focus: [55, 60],
  },
  {
    occasion: 'Atelier de menuiserie',
    scene: { motif: 'hills', hue: 62, object: 'workbench', horizon: 0.35 },
    alternative: 'Des planches empilées et une scie sur un établi, en plein air',
    credit: youn,
    place: 'Lohéac',
    keywords: ['bois', 'atelier', 'savoir-faire'],
    daysAgo: 41,
  },
  {
    occasion: 'Studio de radio',
    scene: { motif: 'hills', hue: 305, object: 'caravan', horizon: 0.4 },
    alternative: 'Le studio mobile de la radio, une caravane rayée de rouge sous son antenne',
    credit: awa,
    place: 'Pipriac',
    keywords: ['radio', 'média', 'itinérance'],
    daysAgo: 55,
    people: [{ name: 'Gaëlle Imaginaire', answer: 'paper' }],
  },
  {
    occasion: 'Café des idées',
    scene: { motif: 'rooftops', hue: 190, object: 'cafe', horizon: 0.32 },
    alternative: 'Des tables de café sous une guirlande de fanions, sur la place',
    credit: anna,
    place: 'Bain-de-Bretagne',
    keywords: ['café', 'rencontre', 'place'],
    daysAgo: 6,
    isForPress: true,
    people: [
      { name: 'Les habitants de la place', answer: 'event' },
      { name: 'Marc Exemple', answer: 'event' },
    ],
  },
  {
    occasion: 'Mois de l’ESS',
    scene: { motif: 'plains', hue: 35, object: 'stage', horizon: 0.46 },
    alternative: 'Une scène de bois décorée de fanions, prête pour la fête, au milieu des champs',
    credit: awa,
    place: 'Grand-Fougeray',
    keywords: ['fête', 'mois de l’ESS', 'scène'],
    daysAgo: 9,
    isForPress: true,
    focus: [50, 60],
  },
  {
    occasion: 'Coopérative jeunesse',
    scene: { motif: 'vineyards', hue: 92, object: 'juice', horizon: 0.4 },
    alternative: 'L’étal de jus de pomme de la coopérative jeunesse, des caisses de fruits à côté',
    credit: youn,
    place: 'Guignen',
    keywords: ['jeunes', 'coopérative', 'été'],
    daysAgo: 80,
    people: [
      { name: 'Inès', guardian: 'Karim Imaginaire', mail: 'karim@famille.example', answer: 'asked' },
      { name: 'Théo', guardian: 'Lucie Exemple', answer: 'paper' },
    ],
  },
  {
    occasion: 'Formation',
    scene: { motif: 'hedgerows', hue: 190, object: 'easel', horizon: 0.38 },
    alternative: 'Un tableau de papier et des chaises vides dans un pré : la formation va commencer',
    credit: anna,
    place: 'Bain-de-Bretagne',
    keywords: ['formation', 'collectif'],
    daysAgo: 28,
  },
  {
    occasion: 'Rucher partagé',
    scene: { motif: 'hedgerows', hue: 92, object: 'hives', horizon: 0.4 },
    alternative: 'Quatre ruches de couleurs vives devant les champs',
    credit: awa,
    place: 'Guipry-Messac',
    keywords: ['abeilles', 'biodiversité'],
    daysAgo: 62,
    isForPress: true,
  },
  {
    occasion: 'Transport solidaire',
    scene: { motif: 'hills', hue: 235, object: 'minibus', horizon: 0.42 },
    alternative: 'Le minibus rouge du transport solidaire, arrêté sur une route de campagne',
    credit: youn,
    place: 'Val d’Anast',
    keywords: ['mobilité', 'entraide'],
    daysAgo: 48,
    people: [{ name: 'Solange Inventée', answer: 'withdrawn' }],
  },
  {
    occasion: 'Fournil associatif',
    scene: { motif: 'coast', hue: 35, object: 'oven', horizon: 0.44, dark: true },
    alternative: '',
    credit: anna,
    place: 'Redon',
    keywords: ['pain', 'four', 'soirée'],
    daysAgo: 3,
    people: [],
  },
];
