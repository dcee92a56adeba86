/** Colour keys of the design system, one per family of themes. */
export type ThemeHue =
  | 'leaf'
  | 'earth'
  | 'sun'
  | 'coral'
  | 'plum'
  | 'sky'
  | 'sea'
  | 'slate'
  | 'moss'
  | 'rose'
  | 'amber'
  | 'ink';

export type DefaultTheme = {
  readonly key: string;
  readonly label: string;
  readonly hue: ThemeHue;
  readonly children: readonly { key: string; label: string }[];
};

const child = (key: string, label: string) => ({ key, label });

/** Activities of a social-economy hub: twelve families that a hub renames, prunes and completes. */
export const defaultThemes: readonly DefaultTheme[] = [
  {
    key: 'alimentation',
    label: 'Alimentation et agriculture',
    hue: 'leaf',
    children: [
      child('circuits-courts', 'Circuits courts et Amap'),
      child('agriculture-paysanne', 'Agriculture paysanne et maraîchage'),
      child('jardins-partages', 'Jardins partagés'),
      child('aide-alimentaire', 'Aide alimentaire et épicerie solidaire'),
      child('transformation-restauration', 'Transformation et restauration'),
    ],
  },
  {
    key: 'reemploi',
    label: 'Réemploi et économie circulaire',
    hue: 'earth',
    children: [
      child('ressourcerie', 'Ressourcerie et recyclerie'),
      child('reparation', 'Réparation et Repair Café'),
      child('textile', 'Textile'),
      child('compost-dechets', 'Compost et réduction des déchets'),
      child('reemploi-materiaux', 'Réemploi de matériaux'),
    ],
  },
  {
    key: 'ecologie',
    label: 'Écologie et énergie',
    hue: 'moss',
    children: [
      child('energie-citoyenne', 'Énergie citoyenne et sobriété'),
      child('biodiversite', 'Biodiversité et milieux naturels'),
      child('education-environnement', 'Éducation à l’environnement'),
      child('eau', 'Eau et rivières'),
    ],
  },
  {
    key: 'emploi',
    label: 'Emploi et insertion',
    hue: 'sun',
    children: [
      child('insertion', 'Insertion par l’activité économique'),
      child('handicap-emploi', 'Emploi et handicap'),
      child('groupement-employeurs', 'Groupement d’employeurs et emploi partagé'),
      child('territoire-zero-chomeur', 'Territoire zéro chômeur'),
      child('orientation', 'Orientation et accès à l’emploi'),
    ],
  },
  {
    key: 'accompagnement',
    label: 'Création et accompagnement',
    hue: 'amber',
    children: [
      child('creation-activite', 'Création d’activité'),
      child('cooperative-activite', 'Coopérative d’activité et d’emploi'),
      child('financement', 'Financement solidaire'),
      child('appui-associations', 'Appui aux associations'),
      child('conseil', 'Conseil et études'),
    ],
  },
  {
    key: 'solidarite',
    label: 'Solidarité et action sociale',
    hue: 'coral',
    children: [
      child('acces-droits', 'Accès aux droits'),
      child('precarite', 'Lutte contre la précarité'),
      child('accueil-exil', 'Accueil des personnes exilées'),
      child('lien-social', 'Lien social et entraide'),
      child('solidarite-internationale', 'Solidarité internationale'),
      child('egalite', 'Égalité et lutte contre les discriminations'),
    ],
  },
  {
    key: 'sante',
    label: 'Santé et services à la personne',
    hue: 'rose',
    children: [
      child('aide-domicile', 'Aide à domicile'),
      child('grand-age', 'Grand âge'),
      child('handicap', 'Handicap'),
      child('prevention', 'Prévention et bien-être'),
      child('sante-mentale', 'Santé mentale'),
    ],
  },
  {
    key: 'enfance',
    label: 'Enfance, jeunesse et éducation',
    hue: 'sky',
    children: [
      child('petite-enfance', 'Petite enfance'),
      child('education-populaire', 'Éducation populaire'),
      child('jeunesse', 'Jeunesse'),
      child('parentalite', 'Parentalité'),
      child('formation', 'Formation'),
    ],
  },
  {
    key: 'culture',
    label: 'Culture, sport et loisirs',
    hue: 'plum',
    children: [
      child('spectacle-vivant', 'Spectacle vivant'),
      child('arts-visuels', 'Arts visuels et artisanat d’art'),
      child('patrimoine', 'Patrimoine et langues'),
      child('medias', 'Médias et livre'),
      child('sport', 'Sport'),
      child('tourisme', 'Tourisme et loisirs'),
    ],
  },
  {
    key: 'habitat',
    label: 'Habitat et cadre de vie',
    hue: 'slate',
    children: [
      child('habitat-participatif', 'Habitat participatif'),
      child('logement-accompagne', 'Logement et hébergement'),
      child('ecoconstruction', 'Écoconstruction et rénovation'),
      child('urbanisme-citoyen', 'Cadre de vie et urbanisme citoyen'),
    ],
  },
  {
    key: 'mobilite-numerique',
    label: 'Mobilité et numérique',
    hue: 'sea',
    children: [
      child('mobilite-solidaire', 'Mobilité solidaire et autopartage'),
      child('velo', 'Vélo'),
      child('mediation-numerique', 'Médiation numérique'),
      child('logiciel-libre', 'Numérique libre et services en ligne'),
    ],
  },
  {
    key: 'lieux',
    label: 'Tiers-lieux et vie locale',
    hue: 'ink',
    children: [
      child('tiers-lieu', 'Tiers-lieu'),
      child('cafe-associatif', 'Café associatif'),
      child('fablab', 'Atelier partagé et fablab'),
      child('coworking', 'Espace de travail partagé'),
      child('monnaie-locale', 'Monnaie locale et échanges'),
      child('vie-democratique', 'Vie démocratique et citoyenneté'),
    ],
  },
];
