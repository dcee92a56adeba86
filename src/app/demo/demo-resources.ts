import type { DemoResource } from './demo-sheets.ts';

/** Guides, documents, links, books and tools of the demonstration hub. */
export const demoResources: readonly DemoResource[] = [
  {
    title: 'Choisir un statut',
    format: 'guide',
    line: 'Association, coopérative, entreprise : la forme suit l’usage, pas l’inverse.',
    brief:
      'Qui décide, qui travaille, qui apporte l’argent, à qui revient ce qui reste : quatre questions qui mènent à la bonne forme.',
    text: `La forme juridique n’est pas le projet. C’est l’habit qui lui permet de marcher. Commencez par quatre questions.

## Qui décide ?

Dans une **association**, ce sont les membres, une personne une voix. Dans une **Scop**, les salariés sont associés et majoritaires. Dans une **Scic**, salariés, usagers, bénévoles et collectivités décident ensemble.

## D’où vient l’argent ?

- Des cotisations et des subventions : l’association est souvent la plus simple.
- De ventes régulières : regardez du côté des coopératives.
- D’habitants qui investissent : une société coopérative peut recevoir leurs parts.

## Faut-il choisir tout de suite ?

Non. Une **coopérative d’activité et d’emploi** permet d’essayer votre métier, avec un numéro, une assurance et des collègues, avant de créer quoi que ce soit.

## Et l’ESS dans tout cela ?

La loi du 31 juillet 2014 dit qui en fait partie : les associations, coopératives, mutuelles et fondations, et les sociétés commerciales qui s’en donnent les règles. Le bilan en deux minutes de ce site vous dit où vous en êtes.`,
    publisher: 'La Fabrique des possibles',
    owner: 'La Fabrique des possibles',
    licence: 'cc-by-sa-4.0',
    of: 'La Fabrique des possibles',
    audiences: ['projet', 'creer-une-cooperative', 'reprendre-a-plusieurs', 'comprendre-l-ess', 'transmission'],
    themes: ['Création et accompagnement'],
    daysAgo: 150,
    reviewIn: 200,
    votes: 14,
    photo: 'Coopérative jeunesse',
  },
  {
    title: 'Modèle de budget prévisionnel',
    format: 'file',
    line: 'Un tableau simple, à ouvrir dans n’importe quel tableur.',
    brief: 'Charges à gauche, produits à droite, bénévolat compris : la trame que les financeurs reconnaissent.',
    text: 'Remplissez d’abord les charges, sans vous demander qui paiera. Puis les produits, en séparant ce qui est sûr de ce qui est espéré. Les deux totaux doivent être égaux.',
    publisher: 'Le Coup de pouce associatif',
    owner: 'Le Coup de pouce associatif',
    licence: 'cc0-1.0',
    of: 'Le Coup de pouce associatif',
    audiences: ['association', 'projet', 'financer'],
    themes: ['Création et accompagnement'],
    daysAgo: 80,
    reviewIn: 320,
    votes: 8,
    table: {
      name: 'Budget prévisionnel.csv',
      rows: [
        ['Charges', 'Montant', 'Produits', 'Montant'],
        ['60 Achats', '', '70 Ventes et prestations', ''],
        ['61 Services extérieurs (loyer, assurance)', '', '74 Subventions', ''],
        ['62 Autres services (déplacements, communication)', '', '75 Cotisations et dons', ''],
        ['64 Personnel', '', '76 Produits financiers', ''],
        ['65 Autres charges', '', '79 Transferts de charges', ''],
        ['Total des charges', '', 'Total des produits', ''],
        ['86 Emploi des contributions volontaires', '', '87 Contributions volontaires (bénévolat, prêts)', ''],
      ],
    },
  },
  {
    title: 'Toutes les démarches des associations',
    format: 'link',
    line: 'Créer, modifier, dissoudre, comptes, impôts : les réponses officielles.',
    brief: 'Le site de l’administration, tenu à jour, avec les formulaires et les démarches en ligne.',
    link: 'https://www.service-public.fr/associations',
    publisher: 'Service public',
    audiences: ['association', 'projet'],
    themes: ['Création et accompagnement'],
    daysAgo: 300,
    reviewIn: 60,
    votes: 6,
  },
  {
    title: 'Vie associative : guides, formations, soutien',
    format: 'link',
    line: 'Le site de l’État pour les associations et leurs bénévoles.',
    brief: 'Formations de bénévoles, fonds de soutien, guides thématiques, et les points d’appui près de chez vous.',
    link: 'https://www.associations.gouv.fr',
    publisher: 'Associations.gouv.fr',
    audiences: ['association', 'se-former', 'financer', 'donner-de-mon-temps'],
    themes: ['Création et accompagnement'],
    daysAgo: 280,
    reviewIn: 90,
    votes: 4,
  },
  {
    title: 'Entreprendre autrement : le centre de ressources de l’Avise',
    format: 'link',
    line: 'Des centaines de fiches sur l’économie sociale et solidaire.',
    brief: 'Créer, consolider, changer d’échelle, mesurer son utilité sociale : une mine, bien rangée.',
    link: 'https://www.avise.org',
    publisher: 'Avise',
    audiences: ['structure', 'projet', 'comprendre-l-ess', 'collectivite'],
    themes: ['Création et accompagnement'],
    daysAgo: 260,
    reviewIn: 120,
    votes: 7,
  },
  {
    title: 'Créer ou rejoindre une coopérative',
    format: 'link',
    line: 'Le site des Scop et des Scic, avec des témoignages et des contacts.',
    brief: 'Comprendre les deux statuts, voir qui l’a fait, trouver l’union régionale qui accompagne.',
    link: 'https://www.les-scop.coop',
    publisher: 'Les Scop et les Scic',
    audiences: ['creer-une-cooperative', 'reprendre-a-plusieurs', 'transmission'],
    themes: ['Création et accompagnement', 'Emploi et insertion'],
    daysAgo: 200,
    reviewIn: 160,
    votes: 5,
  },
  {
    title: 'Décider ensemble sans y passer la nuit',
    format: 'book',
    line: 'Vingt manières de trancher à plusieurs, testées en vrai.',
    brief: 'Consentement, vote pondéré, tirage au sort : chaque méthode en deux pages, avec ce qui peut mal tourner.',
    publisher: 'Éditions imaginaires du Semnon',
    year: 2021,
    shelf: 'Bibliothèque du pôle, étagère Gouvernance',
    licence: 'all-rights',
    audiences: ['association', 'structure'],
    themes: ['Tiers-lieux et vie locale'],
    daysAgo: 130,
    votes: 2,
  },
  {
    title: 'Le village qui avait racheté son épicerie',
    format: 'book',
    line: 'Un récit, des chiffres, et l’envie de s’y mettre.',
    brief:
      'Trois ans dans un bourg de neuf cents habitants, de la fermeture à la réouverture, racontés par ses clients.',
    publisher: 'Éditions imaginaires du Semnon',
    year: 2023,
    shelf: 'Bibliothèque du pôle, étagère Récits',
    licence: 'all-rights',
    audiences: ['projet', 'collectivite', 'creer-une-cooperative'],
    themes: ['Alimentation et agriculture'],
    daysAgo: 110,
    votes: 3,
    photo: 'Marché des producteurs',
  },
  {
    title: 'Petit manuel de comptabilité pour ceux qui n’aiment pas ça',
    format: 'book',
    line: 'Cent pages, des dessins, et un classeur qui tient debout.',
    brief: 'Du premier ticket de caisse au bilan : ce qu’un trésorier bénévole doit vraiment savoir.',
    publisher: 'Presses fictives des Vallons',
    year: 2019,
    shelf: 'Bibliothèque du pôle, étagère Gestion',
    licence: 'all-rights',
    audiences: ['association'],
    themes: ['Création et accompagnement'],
    daysAgo: 330,
    votes: 1,
  },
  {
    title: 'La malle des animateurs',
    format: 'tool',
    line: 'Tout pour une réunion où chacun parle.',
    brief:
      'Tableau pliant, gros feutres, cartes, sablier, cordes et pinces : de quoi faire travailler quarante personnes.',
    publisher: 'Le pôle',
    shelf: 'Accueil du pôle, à Bain-de-Bretagne',
    audiences: ['association', 'structure', 'collectivite'],
    themes: ['Tiers-lieux et vie locale'],
    daysAgo: 75,
    votes: 4,
  },
  {
    title: 'Le studio radio de poche',
    format: 'tool',
    line: 'Quatre micros, un enregistreur, et une demi-journée pour apprendre.',
    brief: 'Enregistrez vos bénévoles, vos clients, vos voisins. La radio d’à côté vous aide à monter le son.',
    publisher: 'Radio Bocage inventée',
    shelf: 'Tiers-lieu La Filature, sur rendez-vous',
    of: 'Radio Bocage inventée',
    audiences: ['association', 'jeune', 'ecole'],
    themes: ['Culture, sport et loisirs'],
    daysAgo: 45,
    votes: 2,
    photo: 'Studio de radio',
  },
];
