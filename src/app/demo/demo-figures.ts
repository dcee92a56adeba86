import type { FigureTopic } from '#modules/publishing/index.ts';

/** A figure of the demonstration hub, whose territory, observatory and numbers are invented. */
export interface DemoFigure {
  label: string;
  value: number;
  unit?: string;
  source: string;
  asOf: string;
  perimeter: string;
  note?: string;
  topic: FigureTopic;
  isFeatured?: true;
  before?: readonly (readonly [day: string, value: number])[];
}

const vallons = 'les deux intercommunalités du pôle';
const observatory = 'Observatoire imaginaire de l’ESS';
const count = 'Comptage du pôle';

export const demoFigures: readonly DemoFigure[] = [
  {
    label: 'emplois dans l’ESS, soit un sur sept',
    value: 1410,
    source: observatory,
    asOf: '2023-12-31',
    perimeter: vallons,
    note: 'Emplois salariés au 31 décembre, tous contrats.',
    topic: 'jobs',
    isFeatured: true,
    before: [
      ['2017-12-31', 1265],
      ['2019-12-31', 1318],
      ['2021-12-31', 1352],
    ],
  },
  {
    label: 'emplois dans l’ESS, soit un sur sept',
    value: 1532,
    source: 'Étude du bassin d’emploi (document imaginaire)',
    asOf: '2023-12-31',
    perimeter: 'le bassin d’emploi, plus large que le pôle',
    note: 'Compte aussi les emplois de moins d’un mois.',
    topic: 'jobs',
  },
  {
    label: 'des emplois de l’ESS occupés par des femmes',
    value: 68,
    unit: '%',
    source: observatory,
    asOf: '2023-12-31',
    perimeter: vallons,
    topic: 'jobs',
  },
  {
    label: 'emplois partagés entre plusieurs structures',
    value: 27,
    source: count,
    asOf: '2025-12-31',
    perimeter: vallons,
    topic: 'jobs',
    before: [
      ['2021-12-31', 6],
      ['2022-12-31', 9],
      ['2023-12-31', 16],
      ['2024-12-31', 21],
    ],
  },
  {
    label: 'associations employeuses',
    value: 212,
    source: observatory,
    asOf: '2023-12-31',
    perimeter: vallons,
    topic: 'structures',
    isFeatured: true,
    before: [
      ['2017-12-31', 205],
      ['2019-12-31', 209],
      ['2021-12-31', 201],
    ],
  },
  {
    label: 'coopératives de travail ou d’intérêt collectif',
    value: 19,
    source: count,
    asOf: '2025-12-31',
    perimeter: vallons,
    topic: 'structures',
    isFeatured: true,
    before: [
      ['2019-12-31', 7],
      ['2021-12-31', 11],
      ['2023-12-31', 15],
    ],
  },
  {
    label: 'associations créées en un an',
    value: 86,
    source: 'Relevé des annonces (imaginaire)',
    asOf: '2025-12-31',
    perimeter: vallons,
    topic: 'structures',
  },
  {
    label: 'personnes donnent de leur temps, au moins une fois par mois',
    value: 9400,
    source: 'Enquête du pôle, 412 réponses',
    asOf: '2025-06-30',
    perimeter: vallons,
    note: 'Estimation à partir d’un échantillon : l’ordre de grandeur, pas l’unité.',
    topic: 'people',
    isFeatured: true,
  },
  {
    label: 'habitants sociétaires d’une coopérative d’ici',
    value: 1180,
    source: count,
    asOf: '2025-12-31',
    perimeter: vallons,
    topic: 'people',
  },
  {
    label: 'de chiffre d’affaires des structures du réseau',
    value: 31.5,
    unit: 'M€',
    source: count,
    asOf: '2024-12-31',
    perimeter: 'les 50 structures de l’annuaire',
    topic: 'economy',
  },
  {
    label: 'de meubles, vélos et vaisselle remis en usage',
    value: 640,
    unit: 't',
    source: 'Ressourceries du réseau',
    asOf: '2025-12-31',
    perimeter: vallons,
    topic: 'economy',
    before: [
      ['2018-12-31', 90],
      ['2019-12-31', 140],
      ['2020-12-31', 120],
      ['2021-12-31', 260],
      ['2022-12-31', 390],
      ['2023-12-31', 480],
      ['2024-12-31', 565],
    ],
  },
  {
    label: 'des communes ont au moins un café associatif',
    value: 31,
    unit: '%',
    source: count,
    asOf: '2025-12-31',
    perimeter: vallons,
    topic: 'territory',
  },
];

/** What the hub counted of itself, year after year. */
export const demoIndicators: readonly {
  indicator: string;
  label: string;
  counts: readonly (readonly [day: string, count: number])[];
}[] = [
  {
    indicator: 'hub.members',
    label: 'structures adhérentes',
    counts: [
      ['2022-12-31', 22],
      ['2023-12-31', 27],
      ['2024-12-31', 33],
      ['2025-12-31', 41],
    ],
  },
  {
    indicator: 'hub.projects',
    label: 'projets accompagnés',
    counts: [
      ['2022-12-31', 14],
      ['2023-12-31', 23],
      ['2024-12-31', 31],
      ['2025-12-31', 44],
    ],
  },
  {
    indicator: 'hub.cooperatives',
    label: 'coopératives nées ici',
    counts: [
      ['2022-12-31', 3],
      ['2023-12-31', 4],
      ['2024-12-31', 6],
      ['2025-12-31', 9],
    ],
  },
  {
    indicator: 'hub.cafes',
    label: 'cafés associatifs',
    counts: [
      ['2022-12-31', 4],
      ['2023-12-31', 6],
      ['2024-12-31', 9],
      ['2025-12-31', 11],
    ],
  },
  {
    indicator: 'hub.trained',
    label: 'personnes formées dans l’année',
    counts: [
      ['2022-12-31', 38],
      ['2023-12-31', 61],
      ['2024-12-31', 74],
      ['2025-12-31', 96],
    ],
  },
  {
    indicator: 'hub.trainers',
    label: 'formatrices et formateurs',
    counts: [
      ['2022-12-31', 3],
      ['2023-12-31', 5],
      ['2024-12-31', 8],
      ['2025-12-31', 12],
    ],
  },
];
