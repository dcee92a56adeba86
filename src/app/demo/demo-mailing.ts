/** A mailing of the demonstration hub about one thing it published: the news of that rank, or the coming date. */
export interface DemoMailing {
  about: 'news' | 'event';
  rank: number;
  introduction: string;
  /** One of its readers stopped receiving after it. */
  losesOne?: boolean;
  /** What some of its readers answered the day after, and whether the team read it. */
  replies?: readonly string[];
  areRead?: boolean;
}

/** What the team wrote over the last months, one information each; news leave the day after they were published. */
export const demoMailings: readonly DemoMailing[] = [
  {
    about: 'news',
    rank: 0,
    introduction: 'Bonjour à toutes et à tous,\n\nune nouvelle qui nous réjouit, à partager autour de vous.',
  },
  {
    about: 'news',
    rank: 2,
    introduction: '',
    losesOne: true,
    areRead: true,
    replies: ['Belle nouvelle ! Peut-on venir visiter avec les élèves du collège, un mardi ?'],
  },
  {
    about: 'news',
    rank: 4,
    introduction: 'Beaucoup d’entre vous l’attendaient : la réponse est arrivée cette semaine.',
    replies: [
      'Merci de l’info. Nous avons un local vide qui pourrait servir, près de la gare. Qui dois-je appeler ?',
      'Bravo à toute l’équipe ! Nous en parlerons à notre prochain conseil d’administration.',
    ],
  },
  { about: 'news', rank: 6, introduction: '' },
  {
    about: 'news',
    rank: 8,
    introduction: 'On vous en parlait au dernier café des idées. C’est fait, et c’est grâce à vous.',
  },
  {
    about: 'event',
    rank: 0,
    introduction: 'Il reste des places. Venez avec quelqu’un qui ne nous connaît pas encore.',
  },
  { about: 'event', rank: 2, introduction: '' },
];

/** Letters still on the desk. */
export const demoLetters = [
  {
    title: 'Ce que nous avons fait ensemble cette année',
    preview: 'Une page, six images, et l’envie de continuer.',
    introduction:
      'Bonjour,\n\nl’année se termine. Avant de souffler, un mot pour vous dire merci : pour les cafés, les coups de main, les idées laissées sur un coin de nappe.\n\nEn janvier, on remet ça. Dites-nous ce que vous aimeriez y trouver.',
    inDays: null,
  },
  {
    title: 'La journée des acteurs se prépare : on a besoin de bras',
    preview: 'Monter des barnums, accueillir, servir la soupe : il y en a pour tous les goûts.',
    introduction:
      'Bonjour,\n\nla journée des acteurs approche. Nous cherchons trente personnes pour deux heures chacune.\n\nRépondez à ce message avec votre moment préféré : matin, midi ou soir.',
    inDays: 4,
  },
] as const;

/** Addresses that no mailing reaches any more, and why. */
export const demoWithdrawn = [
  { address: 'ancien.bureau@foyer-rural.example', note: 'Demandé par téléphone le jour de la foire.' },
] as const;
export const demoReturned = ['contact@association-dissoute.example', 'info@ancienne-adresse.example'] as const;
