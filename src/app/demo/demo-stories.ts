/** A success story of the demonstration hub. */
export interface DemoStory {
  daysAgo: number;
  title: string;
  brief: string;
  text: string;
  of?: string;
  place: string;
  before: string;
  after: string;
  figures: readonly (readonly [value: string, label: string])[];
  quote: string;
  by: string;
  isFavourite?: boolean;
  themes: readonly string[];
  audiences: readonly string[];
  photo?: string;
}

export const demoStories: readonly DemoStory[] = [
  {
    daysAgo: 21,
    title: 'L’épicerie du coin tient debout, à quarante',
    brief:
      'Le dernier commerce du bourg fermait. Quarante voisines et voisins se relaient aujourd’hui derrière le comptoir, et le pain est là à sept heures et demie.',
    text: `Tout part d’une affichette : « Fermeture définitive le 31 ». Ce soir-là, on se retrouve à douze dans la salle des fêtes, sans rien y connaître. Le pôle vient avec un paperboard et une question : de quoi avez-vous vraiment besoin ?

## Ce qui a aidé

- **Visiter** trois épiceries participatives avant d’écrire une ligne.
- **Compter** : un loyer, un frigo, une caisse. Le reste peut attendre.
- **Partager** les clés en équipes de quatre, un créneau par semaine.

Deux ans plus tard, on y vient autant pour le café du mercredi que pour les œufs.`,
    of: 'Épicerie du coin',
    place: 'Saint-Sulpice-des-Landes',
    before:
      'Le dernier commerce ferme. Pour du pain ou un timbre, il faut prendre la voiture, et tout le monde n’en a pas.',
    after:
      'Quarante bénévoles tiennent la boutique six jours sur sept. On y trouve du pain, des colis, et quelqu’un à qui parler.',
    figures: [
      ['40', 'voisins derrière le comptoir'],
      ['6', 'jours ouverts par semaine'],
      ['17', 'producteurs à moins de 25 km'],
    ],
    quote: 'On voulait sauver le pain. On a surtout retrouvé la place du village',
    by: 'Rozenn, présidente',
    isFavourite: true,
    themes: ['Alimentation et agriculture', 'Tiers-lieux et vie locale'],
    audiences: ['association', 'projet', 'collectivite'],
    photo: 'Marché des producteurs',
  },
  {
    daysAgo: 54,
    title: 'Onze menuisiers ont racheté leur atelier',
    brief:
      'Leur patron partait à la retraite, un repreneur voulait déménager les machines. Les salariés ont monté une Scop en neuf mois.',
    text: `Il y avait un carnet de commandes plein, des machines payées, et personne pour reprendre. L’idée d’une Scop est venue d’un apprenti, qui en avait entendu parler à la radio.

## Neuf mois, trois étapes

- **Écouter** : chacun dit ce qu’il craint et ce qu’il espère. Deux n’ont pas suivi, et c’était leur droit.
- **Chiffrer** : le prix juste, un prêt, l’épargne de chacun, une garantie.
- **Apprendre** : lire un bilan, tenir une assemblée, dire non.

Le cédant vient encore le vendredi, pour le café. Il dit qu’il a vendu à des gens qui savaient déjà où étaient les clés.`,
    of: 'Menuiserie des Trois Rabots',
    place: 'Guichen',
    before: 'Un patron de soixante-trois ans, onze salariés, un repreneur qui ne voulait que les machines.',
    after: 'Les onze emplois sont restés, deux apprentis sont arrivés. Le gérant est élu par l’équipe.',
    figures: [
      ['11', 'salariés associés'],
      ['9', 'mois pour reprendre'],
      ['2', 'apprentis embauchés'],
    ],
    quote: 'Le jour où j’ai voté, j’ai compris que l’atelier était à nous',
    by: 'Erwan, menuisier',
    isFavourite: true,
    themes: ['Création et accompagnement', 'Emploi et insertion'],
    audiences: ['transmission', 'structure', 'projet'],
    photo: 'Atelier de menuiserie',
  },
  {
    daysAgo: 90,
    title: 'Un toit d’école qui paie ses livres',
    brief:
      'Cent vingt habitants ont financé les panneaux solaires de deux écoles. Une part des recettes revient aux classes.',
    text: `« Et si le toit servait à quelque chose ? » La question est venue d’une réunion de parents. La commune a prêté les toitures, les habitants ont acheté des parts à partir de cinquante euros, et la société citoyenne a fait le reste.

Chaque année, en assemblée, une classe présente ce qu’elle a fait de sa part : une serre, des livres, une sortie à l’étang.`,
    of: 'Vallons Énergie citoyenne',
    place: 'Bain-de-Bretagne',
    before: 'Deux toits plein sud, des factures qui montent, et aucune envie de louer à un inconnu.',
    after: 'Les panneaux appartiennent aux habitants. Les recettes paient l’entretien, puis des livres et une serre.',
    figures: [
      ['120', 'habitants sociétaires'],
      ['50 €', 'la part'],
      ['36', 'foyers alimentés'],
    ],
    quote: 'Mes petits-enfants ont expliqué l’assemblée générale à leur maîtresse',
    by: 'Yann, sociétaire',
    themes: ['Écologie et énergie', 'Enfance, jeunesse et éducation'],
    audiences: ['collectivite', 'ecole', 'projet'],
    photo: 'Toit solaire',
  },
  {
    daysAgo: 133,
    title: 'Trois associations, une animatrice, un vrai temps plein',
    brief: 'Chacune avait besoin de dix heures par semaine. Ensemble, elles ont créé un emploi qui tient.',
    text: `Une crèche parentale, un foyer de jeunes, une compagnie de théâtre : trois budgets trop petits, trois contrats qui s’arrêtaient chaque été. Le groupement d’employeurs a fait les comptes, puis le contrat.

Les débuts ont demandé de la patience : trois plannings, trois façons de dire bonjour. Un agenda commun et une réunion par trimestre ont suffi.`,
    of: 'Partage d’emplois en Haute-Bretagne',
    place: 'Pipriac',
    before: 'Trois petits contrats, interrompus chaque été, et des animatrices qui partaient.',
    after: 'Un temps plein en contrat durable, les mêmes visages toute l’année, et une mutuelle.',
    figures: [
      ['3', 'associations'],
      ['35', 'heures partagées'],
      ['4', 'ans déjà'],
    ],
    quote: 'J’ai enfin un seul salaire, et trois familles',
    by: 'Maud, animatrice',
    themes: ['Emploi et insertion'],
    audiences: ['association', 'structure'],
    photo: 'Formation',
  },
  {
    daysAgo: 170,
    title: 'La Filature a retrouvé des voix',
    brief: 'Une usine vide depuis vingt ans est devenue un lieu où l’on travaille, répare, joue et mange.',
    text: `La commune voulait raser. Des habitants ont demandé six mois et les clés. Ils ont ouvert un atelier, puis une cantine le jeudi, puis une scène. Quand le délai est arrivé, personne n’a plus parlé de raser.

Aujourd’hui, la société coopérative réunit des usagers, des salariés et la commune elle-même.`,
    of: 'Tiers-lieu La Filature',
    place: 'Val d’Anast',
    before: 'Une usine fermée, deux mille mètres carrés de vitres cassées, un permis de démolir.',
    after: 'Vingt-deux structures y travaillent, la cantine sert soixante repas le jeudi, la commune est sociétaire.',
    figures: [
      ['2 000 m²', 'remis en vie'],
      ['22', 'structures'],
      ['60', 'repas le jeudi'],
    ],
    quote: 'Mon père y a travaillé trente ans. J’y reviens pour danser',
    by: 'Annie, voisine',
    themes: ['Tiers-lieux et vie locale', 'Culture, sport et loisirs'],
    audiences: ['collectivite', 'projet', 'jeune'],
    photo: 'Mois de l’ESS',
  },
];
