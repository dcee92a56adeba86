import type { RequestOutcome } from './fill-advice.ts';

/** A question put to the demonstration hub, and what became of it. */
export interface DemoRequest {
  daysAgo: number;
  name: string;
  /** Mail or phone. */
  reach: string;
  situation: string | null;
  question: string;
  from?: string;
  referrer?: string;
  tags?: readonly string[];
  callWhen?: string;
  /** Hours after the question. */
  answer?: { after: number; text: string };
  again?: { after: number; text: string };
  note?: string;
  closed?: { outcome: RequestOutcome; note: string };
  /** Typed by the team for someone who phoned or came. */
  by?: 'phone' | 'visit';
  takesSlot?: boolean;
}

export const demoRequests: readonly DemoRequest[] = [
  {
    daysAgo: 172,
    name: 'Maud Fictive',
    reach: 'maud@atelier-couture.example',
    situation: 'projet',
    from: '/c-est-quoi-l-ess',
    referrer: 'France Travail',
    tags: ['création', 'coopérative'],
    question:
      'Je voudrais monter un atelier de couture partagé avec deux amies. On hésite entre association et coopérative : qu’est-ce qui change vraiment ?',
    answer: {
      after: 5,
      text: 'Bonjour Maud,\n\nLa question à se poser : qui décide et qui en vit ? Si vous voulez vous salarier toutes les trois et décider ensemble, une Scop vous ira bien. Si vous cherchez d’abord un lieu ouvert, l’association se crée en une soirée et pourra évoluer.\n\nOn en parle autour d’un café jeudi ?',
    },
    closed: { outcome: 'project', note: 'Atelier partagé de Guichen, suivi commencé.' },
  },
  {
    daysAgo: 158,
    name: 'Mairie de Val-Imaginaire',
    reach: 'accueil@val-imaginaire.example',
    situation: 'collectivite',
    referrer: 'Communauté de communes',
    tags: ['local', 'tiers-lieu'],
    question:
      'L’ancienne école se libère en septembre. Plusieurs associations sont intéressées, comment faire naître un projet commun plutôt qu’une addition de bureaux ?',
    answer: {
      after: 22,
      text: 'Bonjour,\n\nNous animons volontiers une soirée d’idées avec les associations et les habitants : on y repère les envies, puis on visite un lieu qui a réussi. Comptez six semaines. Je vous appelle pour fixer une date.',
    },
    closed: { outcome: 'met', note: 'Soirée d’idées tenue en mairie, quarante personnes.' },
  },
  {
    daysAgo: 141,
    name: 'Nolwenn Inventée',
    reach: '06 39 98 12 40',
    situation: 'association',
    by: 'phone',
    referrer: 'Bouche à oreille',
    tags: ['emploi'],
    question:
      'Son association de parents veut embaucher une animatrice à mi-temps : quelles démarches, et combien cela coûte-t-il vraiment ?',
    answer: {
      after: 1,
      text: 'Le chèque emploi associatif fait la paie et les déclarations. Prévoir environ 1 150 € par mois tout compris pour un mi-temps au Smic, et une petite mutuelle. Fiche pratique envoyée par courrier.',
    },
    closed: { outcome: 'answered', note: '' },
  },
  {
    daysAgo: 118,
    name: 'Ewen Imaginé',
    reach: 'ewen@lycee-invente.example',
    situation: 'jeune',
    from: '/',
    referrer: 'Mission locale',
    tags: ['jeunes', 'coopérative'],
    question:
      'On est six copains et on voudrait gagner un peu d’argent cet été en rendant des services. C’est quoi, une coopérative jeunesse ?',
    answer: {
      after: 27,
      text: 'Bonjour Ewen,\n\nC’est exactement cela : une dizaine de jeunes créent leur entreprise pour deux mois, avec deux adultes qui les épaulent. La prochaine démarre en juillet. Passez mercredi à 14 h, on vous montre !',
    },
    closed: { outcome: 'oriented', note: 'Coopérative jeunesse de services du canton.' },
  },
  {
    daysAgo: 97,
    name: 'Garage du Canut inventé',
    reach: 'atelier@garage-canut.example',
    situation: 'transmission',
    referrer: 'Chambre de métiers',
    tags: ['reprise'],
    question:
      'Je pars à la retraite dans deux ans, j’ai quatre mécaniciens en or. Est-ce qu’ils peuvent reprendre ensemble, et est-ce que c’est trop tôt pour en parler ?',
    answer: {
      after: 7,
      text: 'Bonjour,\n\nDeux ans, c’est le bon moment. On commence par un rendez-vous avec vous seul, confidentiel, puis avec eux quand vous serez prêt. L’union régionale des Scop nous accompagne, sans frais pour vous.',
    },
    closed: { outcome: 'project', note: 'Reprise par les salariés, étude lancée.' },
  },
  {
    daysAgo: 83,
    name: 'Bleuenn Fictive',
    reach: 'bleuenn@college-fictif.example',
    situation: 'ecole',
    from: '/c-est-quoi-l-ess',
    tags: ['jeunes'],
    question:
      'Je cherche une structure qui viendrait parler de son métier autrement à mes élèves de troisième, pendant la semaine de l’ESS à l’école.',
    answer: {
      after: 30,
      text: 'Bonjour Bleuenn,\n\nLa ressourcerie et la brasserie coopérative ont dit oui tout de suite. Je vous mets en lien, vous choisissez la date.',
    },
    closed: { outcome: 'oriented', note: 'La Ressourcerie et la brasserie.' },
  },
  {
    daysAgo: 66,
    name: 'Hervé Exemple',
    reach: 'herve@exemple-logistique.example',
    situation: null,
    tags: [],
    question: 'Bonjour, proposez-vous des crédits pour acheter un camion ?',
    answer: {
      after: 4,
      text: 'Bonjour Hervé,\n\nNon, nous ne prêtons pas d’argent. L’association de microcrédit du département pourra vous écouter : son numéro est sur sa fiche de l’annuaire.',
    },
    closed: { outcome: 'out_of_scope', note: '' },
  },
  {
    daysAgo: 52,
    name: 'Collectif La Haie fictive',
    reach: 'collectif@lahaie.example',
    situation: 'projet',
    from: '/annuaire',
    referrer: 'Bouche à oreille',
    tags: ['environnement', 'création'],
    question:
      'On replante des haies le week-end et on nous demande des devis. Faut-il créer quelque chose ? On n’y connaît rien.',
    answer: {
      after: 9,
      text: 'Bonjour à vous,\n\nOui, dès que vous facturez. Une association suffit pour commencer : statuts, déclaration en ligne, assurance. Je vous joins notre pas à pas. Revenez quand les statuts sont écrits, on les relit.',
    },
    closed: { outcome: 'no_reply', note: 'Relancé deux fois.' },
  },
  {
    daysAgo: 6,
    name: 'Azilis Imaginaire',
    reach: 'azilis@cantine-mobile.example',
    situation: 'projet',
    from: '/c-est-quoi-l-ess',
    referrer: 'France Travail',
    tags: ['création', 'alimentation'],
    question:
      'J’ai un projet de cantine mobile à prix libre dans les villages. Est-ce que c’est de l’ESS, et qui pourrait m’aider à faire un budget ?',
    answer: {
      after: 6,
      text: 'Bonjour Azilis,\n\nPrix libre, bénéfices remis dans le projet, décisions partagées : vous y êtes. Pour le budget, on vous propose trois séances avec un bénévole comptable. Prenez un rendez-vous, on vous le présente.',
    },
    again: { after: 96, text: 'Merci, c’est clair ! J’ai pris le rendez-vous. Faut-il que j’apporte quelque chose ?' },
  },
  {
    daysAgo: 20,
    name: 'Comité des fêtes inventé',
    reach: '02 61 91 06 12',
    situation: 'association',
    by: 'visit',
    tags: ['matériel'],
    question:
      'Ils cherchent à emprunter deux barnums et une sono pour le 14 juillet, et à partager leurs tables le reste de l’année.',
    answer: {
      after: 1,
      text: 'Le hangar partagé de Guipry prête les barnums. Pour la sono, voir l’école de musique. Leurs tables entrent dans la liste du matériel à partager.',
    },
  },
  {
    daysAgo: 9,
    name: 'Youna Fictive',
    reach: 'youna@pepiniere-fictive.example',
    situation: 'projet',
    from: '/',
    referrer: 'Mission locale',
    tags: ['création'],
    question:
      'Je reprends une parcelle en maraîchage et j’aimerais m’installer avec d’autres plutôt que seule. Vous connaissez des fermes collectives par ici ?',
    answer: {
      after: 11,
      text: 'Bonjour Youna,\n\nTrois fermes collectives à moins de trente kilomètres, et une association qui en accompagne la naissance. Je vous envoie les contacts, dites que vous venez de notre part.',
    },
  },
  {
    daysAgo: 4,
    name: 'Radio des Vallons imaginaire',
    reach: 'antenne@radio-vallons.example',
    situation: 'association',
    from: '/annuaire',
    tags: ['emploi'],
    note: 'Bureau élargi mardi soir : leur répondre avant.',
    question:
      'Nous hésitons à créer un groupement d’employeurs avec deux autres radios pour partager une technicienne. Avez-vous un exemple près d’ici ?',
    takesSlot: true,
  },
  {
    daysAgo: 1.2,
    name: 'Solenn Imaginaire',
    reach: '02 61 91 02 14',
    situation: 'transmission',
    referrer: 'Expert-comptable',
    callWhen: 'plutôt l’après-midi',
    question:
      'Bonjour, je tiens une boulangerie et mes trois salariés voudraient la reprendre en coopérative. Par où commencer ?',
  },
  {
    daysAgo: 0.12,
    name: 'Les Jardins du Semnon',
    reach: 'bonjour@les-jardins-du-semnon.example',
    situation: 'association',
    from: '/annuaire',
    question:
      'Nous cherchons une salle pour 40 personnes le 4 avril, avec un accès de plain-pied. Vous auriez une idée dans le réseau ?',
  },
];

export const demoContacts = [
  { situation: '', name: 'Camille Exemple', role: 'coordinatrice du pôle', phone: '02 61 91 00 00' },
  {
    situation: 'association',
    name: 'Camille Exemple',
    role: 'coordinatrice, vie associative',
    phone: '02 61 91 00 00',
  },
  { situation: 'projet', name: 'Aziliz Inventée', role: 'accueil des projets', phone: '02 61 91 00 01' },
  { situation: 'transmission', name: 'Gwendal Fictif', role: 'reprise par les salariés', phone: '02 61 91 00 02' },
  {
    situation: 'collectivite',
    name: 'Camille Exemple',
    role: 'coordinatrice, lien avec les élus',
    phone: '02 61 91 00 00',
  },
  { situation: 'jeune', name: 'Malo Imaginé', role: 'coopératives jeunesse', phone: '02 61 91 00 03' },
  { situation: 'ecole', name: 'Malo Imaginé', role: 'interventions en classe', phone: '02 61 91 00 03' },
] as const;

export const demoReadyAnswers = [
  {
    title: 'Créer une association',
    text: 'Bonjour {prénom},\n\nBonne nouvelle : une association se crée en une soirée. Il faut être deux, écrire des statuts simples, tenir une assemblée qui les adopte, puis déclarer le tout en ligne, sans frais.\n\nEnvoyez-nous votre brouillon de statuts avant de voter : on le relit avec plaisir.',
  },
  {
    title: 'Proposer un rendez-vous',
    text: 'Bonjour {prénom},\n\nVotre question mérite mieux qu’un mail : prenons trois quarts d’heure. Le lien ci-dessous vous laisse choisir un moment, sur place ou par téléphone.',
  },
  {
    title: 'Trouver une salle ou du matériel',
    text: 'Bonjour {prénom},\n\nL’annuaire a un filtre « prêtent salle ou matériel » : vous y trouverez qui, dans le réseau, partage quoi. Dites que vous venez de notre part !',
  },
  {
    title: 'Embaucher pour la première fois',
    text: 'Bonjour {prénom},\n\nLe chèque emploi associatif s’occupe de la paie et des déclarations : c’est le plus simple pour un premier emploi. Avant de vous lancer, comptez le coût sur un an, et pensez à la convention collective. On peut faire le calcul ensemble.',
  },
] as const;

/** Working days from today, hour of the first, how many one after the other. */
export const demoSlots = [
  { inDays: 2, time: '09:30', count: 2, mode: 'place' },
  { inDays: 4, time: '14:00', count: 2, mode: 'phone' },
  { inDays: 8, time: '10:00', count: 2, mode: 'place' },
] as const;
