/** A project of the demonstration hub. */
export interface DemoProject {
  daysAgo: number;
  title: string;
  brief: string;
  text?: string;
  of?: string;
  stage: 'idea' | 'study' | 'starting' | 'running' | 'paused' | 'done';
  leader: string;
  place: string;
  needs: readonly string[];
  contactName?: string;
  contactEmail?: string;
  isEmerging?: boolean;
  themes: readonly string[];
  photo?: string;
}

export const demoProjects: readonly DemoProject[] = [
  {
    daysAgo: 8,
    title: 'Une laverie pour trois crèches',
    brief:
      'Laver ensemble les couches lavables de trois crèches, dans un local chauffé au bois, avec un emploi à la clé.',
    text: `Chaque crèche lave aujourd’hui la nuit, dans une machine de maison. À trois, une vraie laverie s’équilibre, et deux maisons de retraite sont intéressées.

## Où nous en sommes

L’étude est faite, la collecte est testée à vélo. Il manque un lieu et la moitié de la trésorerie.`,
    of: 'Crèche parentale Les Têtards',
    stage: 'study',
    leader: 'Les Têtards et deux crèches voisines',
    place: 'Guichen',
    needs: [
      'Un local de 60 m² avec une bonne arrivée d’eau',
      'Un prêt relais de 15 000 €',
      'Un conseil sur l’emploi du temps partagé',
    ],
    contactName: 'Gwenola Imaginaire',
    contactEmail: 'laverie@tetards.example',
    themes: ['Enfance, jeunesse et éducation', 'Écologie et énergie'],
  },
  {
    daysAgo: 15,
    title: 'Des toits pour apprendre',
    brief: 'Quatre logements pour apprenties et apprentis, chez des voisins, avec une équipe qui veille.',
    of: 'Habitat des Voisins',
    stage: 'starting',
    leader: 'Habitat des Voisins',
    place: 'Bain-de-Bretagne',
    needs: [
      'Des chambres chez l’habitant',
      'Deux bénévoles pour les visites',
      'Des entreprises qui prennent des apprentis',
    ],
    contactName: 'Loïc Inventé',
    contactEmail: 'apprentis@habitat-voisins.example',
    themes: ['Habitat et cadre de vie', 'Enfance, jeunesse et éducation'],
  },
  {
    daysAgo: 40,
    title: 'La légumerie des cantines',
    brief: 'Éplucher et couper ici les légumes d’ici, pour onze cantines qui n’ont plus le temps de le faire.',
    of: 'Les Jardins du Semnon',
    stage: 'running',
    leader: 'Les Jardins du Semnon, quatre communes, six fermes',
    place: 'Ercé-en-Lamée',
    needs: ['Un camion frigorifique à partager', 'Deux cantines de plus pour l’équilibre'],
    contactName: 'Nolwenn Fictive',
    contactEmail: 'legumerie@jardins-semnon.example',
    themes: ['Alimentation et agriculture', 'Emploi et insertion'],
  },
  {
    daysAgo: 63,
    title: 'La voiture du village',
    brief: 'Une voiture électrique partagée devant la mairie, un chauffeur bénévole quand on ne conduit plus.',
    of: 'Covoit’ des Vallons',
    stage: 'done',
    leader: 'Covoit’ des Vallons et la mairie',
    place: 'La Bosse-de-Bretagne',
    needs: [],
    themes: ['Mobilité et numérique', 'Solidarité et action sociale'],
    photo: 'Transport solidaire',
  },
  {
    daysAgo: 12,
    title: 'Une matériauthèque pour les écoles',
    brief: 'Récupérer chutes de bois, tissus et cartons des ateliers pour les projets des classes.',
    stage: 'idea',
    leader: 'Trois enseignantes et un menuisier',
    place: 'Val d’Anast',
    needs: ['Un hangar ou un garage sec', 'Des entreprises qui jettent de belles chutes'],
    themes: ['Réemploi et économie circulaire', 'Enfance, jeunesse et éducation'],
    photo: 'Ressourcerie',
  },
  {
    daysAgo: 5,
    title: 'Un four à pain banal',
    brief: 'On parle, au marché, de rallumer l’ancien four du hameau une fois par mois.',
    stage: 'idea',
    leader: '',
    place: 'Langon',
    needs: ['Des bras pour déblayer', 'Un boulanger de bon conseil'],
    isEmerging: true,
    themes: ['Alimentation et agriculture'],
  },
];
