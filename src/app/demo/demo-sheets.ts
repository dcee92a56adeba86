/** A resource of the demonstration hub. */
export interface DemoResource {
  title: string;
  format: 'guide' | 'sheet' | 'link' | 'file' | 'book' | 'tool';
  line: string;
  brief: string;
  /** Light plain text. */
  text?: string;
  steps?: readonly { title: string; text: string; checklist: readonly string[] }[];
  link?: string;
  publisher?: string;
  year?: number;
  owner?: string;
  licence?: '' | 'etalab-2.0' | 'cc-by-4.0' | 'cc-by-sa-4.0' | 'cc0-1.0' | 'all-rights';
  shelf?: string;
  /** Name of the structure that proposes it; the hub without it. */
  of?: string;
  audiences: readonly string[];
  themes: readonly string[];
  daysAgo: number;
  /** Days from today to its review; negative when it is past. */
  reviewIn?: number;
  /** Readers who found it useful. */
  votes?: number;
  photo?: string;
  /** A table to download with it. */
  table?: { name: string; rows: readonly (readonly string[])[] };
}

/** Practical sheets, step by step. */
export const demoSheets: readonly DemoResource[] = [
  {
    title: 'Déclarer une association',
    format: 'sheet',
    line: 'De l’idée au récépissé, en cinq étapes et sans frais.',
    brief:
      'Deux personnes suffisent, et la démarche se fait en ligne. Voici l’ordre des choses, ce qu’il faut préparer, et les erreurs qui font perdre un mois.',
    text: 'Une association loi de 1901 existe dès que deux personnes se mettent d’accord. La déclarer lui donne une existence officielle : un compte en banque, un local, une subvention deviennent possibles.',
    steps: [
      {
        title: 'Se mettre d’accord à plusieurs',
        text: 'Avant d’écrire des statuts, racontez votre projet à voix haute : qui fait quoi, pour qui, avec quel argent. Une heure autour d’une table évite bien des articles inutiles.',
        checklist: [
          'Dire le projet en une phrase',
          'Trouver au moins deux fondateurs',
          'Choisir un nom et vérifier qu’il n’est pas déjà pris',
          'Décider où sera le siège',
        ],
      },
      {
        title: 'Écrire les statuts',
        text: 'Restez courts. L’objet, les membres, qui décide, ce qui se passe en cas de dissolution. Le reste ira dans un règlement intérieur, plus facile à changer.\n\nPartez de votre manière de faire, pas d’un modèle copié : un bureau de trois personnes n’est pas obligatoire, une direction collégiale est possible.',
        checklist: [
          'Écrire l’objet assez large pour durer',
          'Dire qui représente l’association',
          'Prévoir comment on modifie les statuts',
          'Faire relire par quelqu’un d’extérieur',
        ],
      },
      {
        title: 'Tenir l’assemblée constitutive',
        text: 'C’est la première réunion officielle. On y adopte les statuts et on désigne les responsables. Un procès-verbal signé suffit à le prouver.',
        checklist: ['Adopter les statuts', 'Désigner les responsables', 'Signer le procès-verbal'],
      },
      {
        title: 'Déclarer en ligne',
        text: 'La déclaration se fait sur le site Service public, ou au greffe des associations du département. Elle est gratuite, comme la publication au Journal officiel. Le récépissé porte un numéro qui commence par W : gardez-le.',
        checklist: [
          'Numériser les statuts signés et le procès-verbal',
          'Remplir la déclaration',
          'Ranger le récépissé au même endroit que les statuts',
        ],
      },
      {
        title: 'Se mettre en route',
        text: 'Il reste à ouvrir un compte et à s’assurer. Le numéro Siret n’est utile que si vous demandez une subvention, si vous employez quelqu’un ou si vous avez une activité soumise à l’impôt.',
        checklist: [
          'Ouvrir un compte en banque',
          'Souscrire une assurance de responsabilité civile',
          'Demander un numéro Siret si besoin',
          'Entrer dans l’annuaire du pôle',
        ],
      },
    ],
    link: 'https://www.service-public.fr/associations',
    publisher: 'Le pôle',
    owner: 'L’équipe du pôle',
    licence: 'cc-by-sa-4.0',
    audiences: ['association', 'projet', 'jeune'],
    themes: ['Création et accompagnement'],
    daysAgo: 210,
    reviewIn: 150,
    votes: 23,
  },
  {
    title: 'Comment se passe un accompagnement',
    format: 'sheet',
    line: 'Quatre rendez-vous, un carnet de route, et personne ne décide à votre place.',
    brief:
      'Vous avez une idée, ou un projet déjà lancé qui coince. Voici ce qui se passe quand vous poussez la porte du pôle, semaine après semaine.',
    steps: [
      {
        title: 'Un premier échange, gratuit',
        text: 'Par téléphone ou autour d’un café. On écoute, on pose des questions, on vous dit franchement si nous sommes les bonnes personnes. Sinon, on vous présente à celles qui le sont.',
        checklist: [
          'Écrire votre idée en cinq lignes, même brouillonnes',
          'Noter vos trois questions les plus pressantes',
        ],
      },
      {
        title: 'Un diagnostic à deux voix',
        text: 'Deux heures pour regarder le projet sous toutes ses faces : l’utilité, les gens, l’argent, le lieu, la forme juridique. Vous repartez avec une carte de ce qui est solide et de ce qui reste à creuser.',
        checklist: ['Lister les personnes déjà dans le coup', 'Réunir vos premiers chiffres, même faux'],
      },
      {
        title: 'Le carnet de route',
        text: 'On choisit ensemble trois chantiers pour trois mois. Pas plus. Chacun a un nom, une date et quelqu’un qui s’en charge.',
        checklist: ['Choisir trois chantiers', 'Fixer la date du point d’étape'],
      },
      {
        title: 'Des points d’étape, puis l’envol',
        text: 'Un rendez-vous par mois, une rencontre avec d’autres porteurs de projet, une formation si besoin. L’accompagnement s’arrête quand vous n’en avez plus besoin, et la porte reste ouverte.',
        checklist: ['Venir à un café des idées', 'Dire à la fin ce qui a servi et ce qui a manqué'],
      },
    ],
    publisher: 'Le pôle',
    owner: 'L’équipe du pôle',
    licence: 'cc-by-sa-4.0',
    audiences: ['projet', 'association', 'structure', 'transmission'],
    themes: ['Création et accompagnement'],
    daysAgo: 120,
    reviewIn: 240,
    votes: 17,
    photo: 'Formation',
  },
  {
    title: 'Devenir employeur pour la première fois',
    format: 'sheet',
    line: 'Ce qu’il faut faire avant, le jour même et dans les trois mois.',
    brief:
      'Embaucher quelqu’un engage l’association et ses responsables. La marche est haute, mais elle a des marches : les voici dans l’ordre.',
    text: 'Avant tout, demandez-vous si le besoin dure, et si l’argent tient deux ans. Un emploi partagé entre plusieurs structures est souvent une bonne première marche.',
    steps: [
      {
        title: 'Avant de chercher quelqu’un',
        text: 'Écrivez la fiche de poste et vérifiez quelle convention collective s’applique : elle fixe des salaires minimaux et des règles qui passent avant vos habitudes.',
        checklist: [
          'Écrire la fiche de poste',
          'Trouver la convention collective',
          'Calculer le coût complet, cotisations comprises',
          'Désigner la personne qui sera l’interlocutrice du salarié',
        ],
      },
      {
        title: 'Avant l’arrivée',
        text: 'La déclaration préalable à l’embauche se fait auprès de l’Urssaf, dans les huit jours qui précèdent l’arrivée. Le contrat s’écrit et se signe avant le premier jour.\n\nLe chèque emploi associatif peut simplifier les déclarations et la paie : renseignez-vous auprès de l’Urssaf.',
        checklist: [
          'Faire la déclaration préalable à l’embauche',
          'Signer le contrat de travail',
          'Adhérer à un service de prévention et de santé au travail',
          'Choisir une complémentaire santé',
        ],
      },
      {
        title: 'Dans les trois mois',
        text: 'La visite d’information et de prévention a lieu dans les trois mois. Le document unique d’évaluation des risques est obligatoire dès le premier salarié.',
        checklist: [
          'Ouvrir le registre du personnel',
          'Écrire le document unique d’évaluation des risques',
          'Faire passer la visite d’information et de prévention',
          'Prévoir un point chaque semaine, même court',
        ],
      },
    ],
    link: 'https://www.urssaf.fr',
    publisher: 'Partage d’emplois en Haute-Bretagne',
    owner: 'Le groupement d’employeurs',
    licence: 'cc-by-4.0',
    of: 'Partage d’emplois en Haute-Bretagne',
    audiences: ['association', 'structure', 'recruter'],
    themes: ['Emploi et insertion'],
    daysAgo: 390,
    reviewIn: -12,
    votes: 11,
    photo: 'Atelier de menuiserie',
  },
  {
    title: 'Demander une subvention publique',
    format: 'sheet',
    line: 'Un dossier clair, déposé à temps, et un compte rendu qui donne envie de continuer.',
    brief:
      'Commune, département, région, État : les guichets changent, les questions se ressemblent. Préparez une fois, servez-vous-en partout.',
    steps: [
      {
        title: 'Vérifier que c’est le bon guichet',
        text: 'Appelez avant d’écrire. Dix minutes au téléphone avec la personne qui instruira le dossier valent mieux que dix pages à côté.',
        checklist: ['Lire les critères jusqu’au bout', 'Appeler la personne qui instruit', 'Noter la date limite'],
      },
      {
        title: 'Réunir les pièces une bonne fois',
        text: 'Beaucoup de financeurs acceptent le même formulaire, le Cerfa n° 12156. Les associations aidées doivent aussi souscrire au contrat d’engagement républicain.',
        checklist: [
          'Statuts, récépissé, liste des responsables',
          'Numéro Siret et relevé d’identité bancaire',
          'Derniers comptes approuvés',
          'Budget de l’année et budget de l’action',
        ],
      },
      {
        title: 'Raconter l’action',
        text: 'Qui va vivre quoi, où, quand, combien de personnes ? Des faits, des chiffres, des noms de lieux. Un budget équilibré, où le bénévolat apparaît.',
        checklist: ['Dire le besoin en trois phrases', 'Chiffrer le temps bénévole', 'Faire relire à voix haute'],
      },
      {
        title: 'Rendre compte',
        text: 'Pour une subvention de l’État, le compte rendu financier se rend dans les six mois qui suivent la fin de l’exercice. Faites-le plus tôt, avec des photos : c’est votre meilleure demande pour l’année suivante.',
        checklist: ['Garder les factures au fur et à mesure', 'Noter la date du compte rendu', 'Remercier, et inviter'],
      },
    ],
    link: 'https://www.associations.gouv.fr',
    publisher: 'Le Coup de pouce associatif',
    owner: 'Le Coup de pouce associatif',
    licence: 'cc-by-sa-4.0',
    of: 'Le Coup de pouce associatif',
    audiences: ['association', 'financer'],
    themes: ['Création et accompagnement'],
    daysAgo: 95,
    reviewIn: 270,
    votes: 19,
  },
  {
    title: 'Organiser une assemblée générale vivante',
    format: 'sheet',
    line: 'Deux heures, des votes utiles, et l’envie de revenir.',
    brief:
      'L’assemblée générale n’est pas une formalité : c’est la fête annuelle du projet. Une trame éprouvée par huit associations du territoire.',
    steps: [
      {
        title: 'Un mois avant',
        text: 'Les statuts disent dans quels délais on convoque. Une convocation qui donne envie tient en une page : une date, un lieu, trois questions à trancher.',
        checklist: [
          'Relire les statuts',
          'Choisir les trois vraies questions',
          'Envoyer la convocation',
          'Réserver un lieu où l’on mange',
        ],
      },
      {
        title: 'Le jour même',
        text: 'Commencez par ce qui s’est passé de beau. Les comptes tiennent en un dessin. On débat à six ou huit autour d’une table, puis on vote ensemble.',
        checklist: [
          'Feuille de présence et pouvoirs',
          'Le rapport en images',
          'Les comptes en un dessin',
          'Des tables de huit',
        ],
      },
      {
        title: 'La semaine suivante',
        text: 'Le procès-verbal part vite, avec les décisions en premier. Les changements de responsables se déclarent dans les trois mois.',
        checklist: [
          'Envoyer les décisions à tous',
          'Déclarer les changements de responsables',
          'Ranger le procès-verbal signé',
        ],
      },
    ],
    publisher: 'Le pôle',
    owner: 'L’équipe du pôle',
    licence: 'cc-by-sa-4.0',
    audiences: ['association', 'donner-de-mon-temps'],
    themes: ['Tiers-lieux et vie locale'],
    daysAgo: 60,
    reviewIn: 300,
    votes: 9,
    photo: 'Mois de l’ESS',
  },
  {
    title: 'Recevoir des bénévoles, et qu’ils reviennent',
    format: 'sheet',
    line: 'Accueillir, confier, remercier : trois gestes qui changent tout.',
    brief: 'On ne manque pas de bonnes volontés, on manque d’accueil. Ce que font les structures où les gens restent.',
    steps: [
      {
        title: 'Accueillir',
        text: 'La première demi-heure décide de la suite. Un prénom, un café, une visite, et une petite chose à faire tout de suite.',
        checklist: ['Nommer une personne qui accueille', 'Préparer une mission d’une heure'],
      },
      {
        title: 'Confier',
        text: 'Dites ce qui est à faire, jusqu’où, et à qui demander. Un rôle clair rassure plus qu’une grande liberté.',
        checklist: ['Écrire les missions en une ligne', 'Dire qui décide de quoi', 'Vérifier l’assurance'],
      },
      {
        title: 'Remercier',
        text: 'Tout de suite, par son nom, et pour quelque chose de précis. Une fois par an, une vraie fête.',
        checklist: ['Dire merci le jour même', 'Rembourser les frais sans faire attendre'],
      },
    ],
    publisher: 'Café associatif La Tablée',
    owner: 'La Tablée',
    licence: 'cc0-1.0',
    of: 'Café associatif La Tablée',
    audiences: ['association', 'donner-de-mon-temps'],
    themes: ['Tiers-lieux et vie locale'],
    daysAgo: 500,
    reviewIn: -140,
    votes: 0,
    photo: 'Rucher partagé',
  },
];
