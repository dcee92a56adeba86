import type { Category } from '#ui/theme/categories.ts';
import type { LocalForm } from '../../../ports.ts';

/** Scenes of every day: whoever recognises one already knows what it is. */
export const scenes: readonly { text: string; answer: string; tone: Category }[] = [
  { text: 'Le club où vos enfants jouent le mercredi', answer: 'Une association', tone: 'leaf' },
  { text: 'Le pain de la boulangerie reprise par son équipe', answer: 'Une coopérative', tone: 'sun' },
  { text: 'La carte qui rembourse vos lunettes', answer: 'Une mutuelle', tone: 'sky' },
  { text: 'La ressourcerie où vous chinez le samedi', answer: 'Une entreprise d’insertion', tone: 'coral' },
  { text: 'Le tracteur que dix fermes se partagent', answer: 'Une coopérative de matériel', tone: 'clay' },
  { text: 'Le café du bourg où l’on sert à tour de rôle', answer: 'Une association', tone: 'rose' },
];

/** The three principles, as one would ask them. */
export const signs: readonly { question: string; answer: string }[] = [
  { question: 'On y décide à plusieurs ?', answer: 'Chaque membre a sa voix, quel que soit l’argent apporté.' },
  {
    question: 'Les gains restent dans le projet ?',
    answer: 'Ils servent d’abord à durer, à embaucher, à faire mieux. Personne ne vient se servir.',
  },
  {
    question: 'Le but est utile à d’autres ?',
    answer: 'Se soigner, se loger, manger, travailler, se rencontrer : c’est la raison d’être, pas la vitrine.',
  },
];

/** The five families, with the legal forms of the directory that give local examples. */
export const families: readonly {
  title: string;
  text: string;
  tone: Category;
  forms: readonly LocalForm[];
  /** Values of the directory's filter `forme`. */
  all: string;
}[] = [
  {
    title: 'L’association',
    text: 'On s’y met à plusieurs pour un projet, pas pour partager un bénéfice. C’est la plus répandue.',
    tone: 'leaf',
    forms: ['association'],
    all: 'forme=association',
  },
  {
    title: 'La coopérative',
    text: 'L’entreprise appartient à celles et ceux qui y travaillent ou s’en servent. Une personne, une voix.',
    tone: 'sun',
    forms: ['scop', 'scic', 'cooperative'],
    all: 'forme=scop&forme=scic&forme=cooperative',
  },
  {
    title: 'L’entreprise solidaire',
    text: 'Une société, ou un chantier d’insertion, qui a choisi les mêmes règles : l’utilité sociale d’abord.',
    tone: 'coral',
    forms: ['social_enterprise', 'insertion'],
    all: 'forme=social_enterprise&forme=insertion',
  },
  {
    title: 'La mutuelle',
    text: 'Santé, assurance : celles et ceux qu’elle protège en sont aussi les propriétaires.',
    tone: 'sky',
    forms: ['mutual'],
    all: 'forme=mutual',
  },
  {
    title: 'La fondation',
    text: 'De l’argent mis de côté pour de bon, au service d’une cause : recherche, culture, entraide.',
    tone: 'rose',
    forms: ['foundation'],
    all: 'forme=foundation',
  },
];

/** « ESS, or not? » The answer waits behind a click. */
export const quiz: readonly { situation: string; answer: 'Oui' | 'Non' | 'Pas tout à fait'; because: string }[] = [
  {
    situation: 'Le club de foot du bourg, association loi 1901',
    answer: 'Oui',
    because:
      'Une association est de l’ESS par sa forme, dès lors qu’on y décide ensemble et qu’on n’y partage pas les gains.',
  },
  {
    situation: 'Six couvreurs qui possèdent leur entreprise et votent chacun une voix',
    answer: 'Oui',
    because: 'C’est une Scop, une coopérative de travail. On peut gagner sa vie, faire des bénéfices et être de l’ESS.',
  },
  {
    situation: 'Une savonnière bio installée seule, en micro-entreprise',
    answer: 'Non',
    because:
      'Un beau métier, un produit sain, mais une personne seule. Elle peut rejoindre une coopérative d’activité et d’emploi.',
  },
  {
    situation: 'Une « société à mission » qui plante des arbres',
    answer: 'Non',
    because:
      'La mission est une autre qualité. Sans gouvernance partagée ni bénéfices encadrés, ce n’est pas de l’ESS.',
  },
  {
    situation: 'La cantine municipale qui cuisine bio et local',
    answer: 'Non',
    because:
      'C’est la commune qui la tient : un service public. Mais elle achète sans doute à des structures de l’ESS.',
  },
  {
    situation: 'Un supermarché tenu par un commerçant membre d’une enseigne coopérative',
    answer: 'Pas tout à fait',
    because:
      'La coopérative des commerçants est de l’ESS par sa forme. Chaque magasin, lui, est souvent une société ordinaire.',
  },
];

/** What a local authority can do, in a few lines. */
export const forAuthorities: readonly string[] = [
  'Acheter : des lots à taille humaine et des clauses sociales ouvrent les marchés publics aux structures d’ici.',
  'S’associer : une commune peut entrer au capital d’une Scic, avec des habitants et des salarié·es.',
  'Prêter : un local, une parcelle, un minibus valent souvent mieux qu’une subvention.',
  'Relier : connaître qui fait quoi évite de lancer deux fois le même projet.',
];

/** The whole page in easy-to-read French. */
export const easyToRead: readonly string[] = [
  'ESS veut dire : économie sociale et solidaire.',
  'C’est une façon de travailler ensemble.',
  'On décide à plusieurs. Chaque personne compte.',
  'L’argent gagné sert au projet.',
  'Le projet est utile aux gens.',
  'Une association, une coopérative, une mutuelle, une fondation font partie de l’ESS.',
  'Certaines entreprises aussi.',
  'Le pôle peut vous aider. Vous pouvez lui écrire ou lui téléphoner.',
];
