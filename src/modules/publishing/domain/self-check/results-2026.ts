import type { Result } from './tree.ts';

const missionNote =
  'Une « société à mission » n’est pas pour autant de l’ESS : c’est une autre qualité, avec d’autres règles.';
const askTheHub = 'En parler au pôle : une heure d’échange évite souvent des mois de détour.';
const esusFile =
  'Demander l’agrément Esus (« entreprise solidaire d’utilité sociale ») à la DDETS du département. Il vaut 5 ans, 2 ans pour une structure de moins de 3 ans.';
const regionalList =
  'Vous faire connaître de la chambre régionale de l’ESS (Cress), qui tient la liste des entreprises de l’ESS.';
const localSupport = 'Un dispositif local d’accompagnement (DLA) peut aider à consolider le projet et les emplois.';

/** The results of the rules of 2026. */
export const results2026: readonly Result[] = [
  {
    id: 'status',
    verdict: 'inside',
    title: 'Oui, c’est de l’ESS : par sa forme même',
    titleInDoubt: 'Sans doute oui, par sa forme même',
    text: 'Associations, coopératives, mutuelles et fondations sont de l’ESS sans rien demander à personne, dès lors que leur fonctionnement respecte les trois principes de la loi.',
    law: ['principles', 'forms'],
    steps: [
      'Relire les statuts : but, gouvernance et usage des bénéfices y sont-ils clairs ?',
      regionalList,
      'Dire que vous êtes de l’ESS : à vos membres, à votre banque, à votre commune.',
    ],
    notes: [localSupport],
  },
  {
    id: 'status-esus',
    verdict: 'inside',
    title: 'Oui, c’est de l’ESS, et l’agrément Esus est à votre portée',
    titleInDoubt: 'Sans doute oui, et l’agrément Esus est peut-être à votre portée',
    text: 'La forme suffit pour être de l’ESS. L’agrément Esus ouvre en plus l’épargne solidaire et certains financements.',
    law: ['principles', 'forms', 'utility', 'esus'],
    steps: [
      'Vérifier que l’objectif d’utilité sociale et la règle des salaires sont écrits dans les statuts.',
      'Montrer que l’utilité sociale pèse vraiment dans les comptes.',
      esusFile,
    ],
    notes: ['Condition pour tous : les titres ne sont pas cotés en bourse.', localSupport],
  },
  {
    id: 'status-esus-right',
    verdict: 'inside',
    title: 'Oui, c’est de l’ESS, avec un accès de plein droit à l’agrément Esus',
    titleInDoubt: 'Sans doute oui, avec un accès de plein droit à l’agrément Esus',
    text: 'La forme suffit pour être de l’ESS, et la loi reconnaît d’avance l’utilité sociale des structures d’insertion, du handicap et des régies de quartier.',
    law: ['principles', 'forms', 'esus'],
    steps: ['Vérifier que les titres de la structure ne sont pas cotés en bourse.', esusFile, regionalList],
    notes: [localSupport],
  },
  {
    id: 'company',
    verdict: 'inside',
    title: 'Oui, c’est une entreprise de l’ESS',
    titleInDoubt: 'Sans doute oui, quelques points restent à vérifier',
    text: 'La société remplit les conditions et le registre du commerce le dit. Elle peut se présenter comme entreprise de l’économie sociale et solidaire.',
    law: ['principles', 'companies', 'utility', 'statutes'],
    steps: [
      'Garder les statuts conformes à chaque modification.',
      regionalList,
      'Regarder l’agrément Esus : utilité sociale dans les statuts et dans les comptes, salaires mesurés (7 et 10 fois le Smic), titres non cotés.',
    ],
    notes: [missionNote],
  },
  {
    id: 'eligible',
    verdict: 'near',
    title: 'Presque : tout y est, il reste à le déclarer',
    titleInDoubt: 'Presque : il reste à vérifier, puis à le déclarer',
    text: 'La société remplit les conditions de fond. Il manque l’inscription de la qualité d’ESS au registre du commerce et des sociétés.',
    law: ['principles', 'companies', 'utility', 'statutes'],
    steps: [
      'Faire relire les statuts : les mentions attendues sont celles du décret n° 2015-858.',
      'Demander l’inscription de la qualité d’ESS au registre du commerce, par le guichet des formalités des entreprises.',
      'Une fois inscrits, regarder l’agrément Esus.',
    ],
    notes: [missionNote, askTheHub],
  },
  {
    id: 'eligible-steps',
    verdict: 'near',
    title: 'Bientôt : il reste des statuts à compléter',
    titleInDoubt: 'Bientôt peut-être : il reste des statuts à compléter',
    text: 'L’esprit y est. Pour qu’une société commerciale soit de l’ESS, la loi veut que ses statuts encadrent les bénéfices et le capital.',
    law: ['companies', 'statutes'],
    steps: [
      'Compléter les statuts avec l’aide d’une personne du métier.',
      'Faire voter les nouveaux statuts, puis les déposer.',
      'Demander l’inscription de la qualité d’ESS au registre du commerce.',
      'Ou changer de forme : une Scop ou une Scic contient déjà ces règles.',
    ],
    notes: [missionNote, askTheHub],
  },
  {
    id: 'form-to-choose',
    verdict: 'near',
    title: 'C’est possible : tout dépend de la forme choisie',
    titleInDoubt: 'C’est possible : tout dépend de la forme choisie',
    text: 'Les principes sont là. Selon la forme juridique, vous serez de l’ESS d’office, ou à certaines conditions.',
    law: ['principles', 'forms', 'companies'],
    steps: [
      'Association : simple et rapide, pour un projet sans capital à rémunérer.',
      'Scop : les salarié·es sont majoritaires. Scic : habitants, salarié·es, communes s’associent.',
      'Société commerciale : possible, avec une utilité sociale et des statuts qui encadrent les bénéfices.',
      askTheHub,
    ],
    notes: ['Une coopérative d’activité et d’emploi (CAE) permet d’essayer avant de choisir.'],
  },
  {
    id: 'not-as-is',
    verdict: 'beside',
    title: 'Pas en l’état, mais rien n’est fermé',
    titleInDoubt: 'Pas en l’état, mais rien n’est fermé',
    text: 'L’ESS repose sur des principes qui vont ensemble. Il en manque au moins un. Vous pouvez les adopter, ou travailler avec des structures de l’ESS telles que vous êtes.',
    law: ['principles'],
    steps: [
      'Regarder les changements ci-dessus : lesquels auraient du sens pour vous ?',
      'Devenir partenaire : acheter à l’ESS, prêter un local, accueillir un projet.',
      askTheHub,
    ],
    notes: [missionNote],
  },
  {
    id: 'public',
    verdict: 'beside',
    title: 'Non, mais un bon partenaire',
    titleInDoubt: 'Non, mais un bon partenaire',
    text: 'Une collectivité n’est pas de l’ESS. Elle peut en revanche la faire grandir, et même entrer dans une coopérative.',
    law: ['principles'],
    steps: [
      'Devenir sociétaire d’une société coopérative d’intérêt collectif (Scic), avec des habitants et des salarié·es.',
      'Ouvrir ses marchés publics aux structures de l’ESS, par des lots adaptés et des clauses sociales.',
      'Prêter un lieu, conventionner, cofinancer une étude.',
      askTheHub,
    ],
    notes: [],
  },
  {
    id: 'not-yet',
    verdict: 'early',
    title: 'Pas encore : il manque une structure, et on peut commencer sans attendre',
    titleInDoubt: 'Pas encore : il manque une structure, et on peut commencer sans attendre',
    text: 'L’ESS concerne des structures, pas des personnes seules. Plusieurs chemins permettent d’avancer à plusieurs, ou d’essayer à l’abri.',
    law: ['principles'],
    steps: [
      'Essayer dans une coopérative d’activité et d’emploi (CAE) : on facture, on est salarié·e, on n’est pas seul·e.',
      'Passer par le portage d’une association existante, le temps d’un premier essai.',
      'Créer une association avec au moins une autre personne.',
      askTheHub,
    ],
    notes: ['Une micro-entreprise peut travailler avec l’ESS sans en être.'],
  },
];
