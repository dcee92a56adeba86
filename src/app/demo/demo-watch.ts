/** Something the watch of the demonstration hub noted. */
export interface DemoWatch {
  daysAgo: number;
  title: string;
  brief: string;
  topic: 'legal' | 'sector' | 'funding' | 'study';
  sourceName: string;
  link?: string;
  of?: string;
  themes: readonly string[];
  audiences: readonly string[];
}

export const demoWatch: readonly DemoWatch[] = [
  {
    daysAgo: 4,
    title: 'Un appel à idées pour les bâtiments vides des bourgs',
    brief:
      'La communauté de communes cherche des usages pour six bâtiments vides. Une lettre de deux pages suffit au premier tour ; les groupes d’habitants peuvent répondre.',
    topic: 'funding',
    sourceName: 'Communauté de communes (exemple)',
    themes: ['Habitat et cadre de vie', 'Tiers-lieux et vie locale'],
    audiences: ['collectivite', 'projet', 'trouver-un-lieu', 'financer'],
  },
  {
    daysAgo: 11,
    title: 'Subventions : le contrat d’engagement républicain, ce qu’il demande vraiment',
    brief:
      'Toute association qui demande une subvention publique y souscrit. Le rappel officiel tient en une page : affichez-le au mur plutôt que de le découvrir dans un dossier.',
    topic: 'legal',
    sourceName: 'Service public',
    link: 'https://www.service-public.fr/associations',
    of: 'Le Coup de pouce associatif',
    themes: ['Création et accompagnement'],
    audiences: ['association', 'financer'],
  },
  {
    daysAgo: 19,
    title: 'Dans nos bourgs, un emploi sur sept est dans l’ESS',
    brief:
      'L’observatoire du pôle a refait ses comptes commune par commune. La part monte à un sur quatre dans les soins et l’aide à domicile.',
    topic: 'study',
    sourceName: 'Observatoire du pôle (chiffres de démonstration)',
    themes: ['Emploi et insertion'],
    audiences: ['collectivite', 'comprendre-l-ess'],
  },
  {
    daysAgo: 33,
    title: 'Des marchés publics réservés aux structures d’insertion : le mode d’emploi',
    brief:
      'Les acheteurs publics peuvent réserver des marchés aux structures d’insertion et aux établissements du travail protégé. Un guide explique comment répondre à plusieurs.',
    topic: 'legal',
    sourceName: 'Ministère de l’Économie',
    link: 'https://www.economie.gouv.fr',
    themes: ['Emploi et insertion'],
    audiences: ['structure', 'collectivite'],
  },
  {
    daysAgo: 47,
    title: 'Les épiceries coopératives s’organisent à l’échelle du pays',
    brief:
      'Onze épiceries tenues par leurs clients mettent en commun leurs commandes de sec. Premier camion prévu au printemps ; deux places restent à prendre.',
    topic: 'sector',
    sourceName: 'La Graineterie coopérative',
    of: 'La Graineterie coopérative',
    themes: ['Alimentation et agriculture'],
    audiences: ['structure', 'creer-une-cooperative'],
  },
  {
    daysAgo: 70,
    title: 'Former ses bénévoles : le fonds de soutien rouvre chaque hiver',
    brief:
      'Le fonds pour le développement de la vie associative finance des formations de bénévoles. Les dates changent selon le département : surveillez la page dès novembre.',
    topic: 'funding',
    sourceName: 'Associations.gouv.fr',
    link: 'https://www.associations.gouv.fr',
    themes: ['Création et accompagnement'],
    audiences: ['association', 'se-former', 'financer'],
  },
];

/** Something tried by people of the demonstration hub. */
export interface DemoExperience {
  daysAgo: number;
  title: string;
  verdict: 'works' | 'mixed' | 'fails';
  brief: string;
  context: string;
  tried: string;
  learned: string;
  of?: string;
  author?: string;
  themes: readonly string[];
  /** Title of the resource it illustrates. */
  resource?: string;
  photo?: string;
}

export const demoExperiences: readonly DemoExperience[] = [
  {
    daysAgo: 15,
    title: 'Un poste d’animatrice partagé entre trois associations',
    verdict: 'works',
    brief:
      'Aucune ne pouvait embaucher seule. À trois, elles ont un temps plein, et l’animatrice a enfin un vrai métier.',
    context:
      'Un café associatif, une crèche parentale et une compagnie de théâtre. Chacune avait besoin de dix heures par semaine, aucune ne savait faire une paie.',
    tried:
      'Le groupement d’employeurs a signé le contrat et fait la paie. Une convention d’une page dit qui a quels jours. Les trois responsables déjeunent ensemble le premier lundi du mois, avec l’animatrice.',
    learned:
      'Le déjeuner du lundi vaut plus que la convention. Il faut un agenda unique, tenu par l’animatrice et par personne d’autre. Et prévoir d’emblée ce qui se passe si l’une des trois s’arrête.',
    of: 'Partage d’emplois en Haute-Bretagne',
    author: 'Le groupement d’employeurs',
    themes: ['Emploi et insertion'],
    resource: 'Devenir employeur pour la première fois',
    photo: 'Formation',
  },
  {
    daysAgo: 38,
    title: 'La navette du marché, gratuite mais vide',
    verdict: 'fails',
    brief:
      'Six samedis, un minibus, quatre passagers en tout. On avait oublié de demander à quelle heure les gens se lèvent.',
    context:
      'Des personnes âgées de trois hameaux ne venaient plus au marché. La commune prêtait un minibus le samedi.',
    tried:
      'Un départ à 8 h 30, une affiche dans chaque mairie, un chauffeur bénévole. Nous n’avions interrogé que les élus.',
    learned:
      'Poser la question aux intéressés avant d’imprimer l’affiche. Elles voulaient partir à 10 h et rentrer après le café, et surtout être appelées la veille. Le transport à la demande, avec un coup de fil, marche très bien depuis.',
    of: 'Covoit’ des Vallons',
    author: 'Les conducteurs bénévoles',
    themes: ['Mobilité et numérique'],
    photo: 'Transport solidaire',
  },
  {
    daysAgo: 64,
    title: 'Financer un four par une souscription d’habitants',
    verdict: 'works',
    brief: 'Quatorze mille euros en sept semaines, par deux cents personnes. Le pain a suivi.',
    context: 'La banque prêtait la moitié du four à bois, à condition de trouver le reste.',
    tried:
      'Des parts à cinquante euros, remboursables en pain sur deux ans. Une soirée par bourg, toujours avec dégustation. Un tableau dehors, mis à jour chaque soir.',
    learned:
      'On donne à des gens, pas à un projet : les soirées ont tout fait, le site presque rien. Faire relire le document de souscription par quelqu’un qui connaît le droit des sociétés avant de prendre le premier chèque.',
    of: 'Le Fournil des Landes',
    author: 'L’équipe du fournil',
    themes: ['Alimentation et agriculture'],
    resource: 'Choisir un statut',
    photo: 'Fournil associatif',
  },
  {
    daysAgo: 92,
    title: 'Décider par consentement à trente',
    verdict: 'mixed',
    brief: 'Très bien pour les grandes questions, épuisant pour la couleur des rideaux.',
    context: 'Le tiers-lieu voulait que tous les usagers décident ensemble, sans vote.',
    tried:
      'Toutes les décisions en cercle, une fois par mois, avec un facilitateur. Au bout d’un an, la moitié des gens ne venait plus.',
    learned:
      'Garder le consentement pour ce qui engage plus d’un an. Confier le reste à des binômes qui décident et racontent. Depuis, les réunions durent une heure et demie, et on est de nouveau trente.',
    of: 'Tiers-lieu La Filature',
    author: 'Les usagers de La Filature',
    themes: ['Tiers-lieux et vie locale'],
    resource: 'Organiser une assemblée générale vivante',
  },
  {
    daysAgo: 130,
    title: 'Prêter des outils sans caution',
    verdict: 'mixed',
    brief: 'Presque tout revient. Les remorques, non.',
    context: 'La ressourcerie voulait prêter perceuses, échelles et remorques à ses adhérents.',
    tried: 'Un simple cahier, un numéro de téléphone, aucune caution. Cent quarante prêts en huit mois.',
    learned:
      'La confiance marche pour ce qui se rend à pied. Au-delà de cent euros ou d’un attelage, une caution et une photo au départ évitent les discussions. Un jour de retour fixe, le samedi matin, a divisé les oublis par trois.',
    of: 'Ressourcerie du Port',
    author: 'L’équipe de la ressourcerie',
    themes: ['Réemploi et économie circulaire'],
    photo: 'Ressourcerie',
  },
];
