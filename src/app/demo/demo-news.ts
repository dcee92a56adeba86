import type { NewsTopic } from '#modules/publishing/index.ts';

/** A news item of the demonstration hub. */
export interface DemoNews {
  daysAgo: number;
  title: string;
  line: string;
  brief: string;
  /** Light plain text, one blank line between paragraphs. */
  text: string;
  topic: NewsTopic;
  /** Name of the structure that speaks; the hub itself without it. */
  of?: string;
  author: string;
  audiences: readonly string[];
  themes: readonly string[];
  radio?: string;
  /** Occasion of the photo of the bank that illustrates it. */
  photo?: string;
}

export const demoNews: readonly DemoNews[] = [
  {
    daysAgo: 2,
    title: 'Le café des idées change de village chaque mois',
    line: 'Un matin par mois, on vient avec son idée, on repart avec des alliés.',
    brief:
      'À partir de décembre, le café des idées quitte Bain-de-Bretagne et fait le tour des bourgs. Premier arrêt au café associatif La Tablée, puis au tiers-lieu La Filature. Venez comme vous êtes.',
    text: `Depuis deux ans, le café des idées réunit une fois par mois celles et ceux qui ont un projet, une question ou simplement envie d’aider. On s’assoit, on raconte en cinq minutes où on en est, et la table réfléchit avec vous.

## Ce qui change

Vous nous avez dit que Bain-de-Bretagne était loin pour beaucoup d’entre vous. Le café prend donc la route :

- en décembre, au café associatif **La Tablée** ;
- en janvier, au tiers-lieu **La Filature** ;
- en février, chez vous, si vous nous invitez.

Pas besoin de s’inscrire ni d’avoir un dossier sous le bras. Une phrase suffit : « j’aimerais bien que, par ici, on puisse… »`,
    topic: 'hub-life',
    author: 'Camille Exemple',
    audiences: ['association', 'projet', 'jeune'],
    themes: ['Tiers-lieux et vie locale', 'Création et accompagnement'],
    radio:
      'Une idée qui vous trotte dans la tête ? Le café des idées du pôle prend la route. Premier arrêt en décembre au café associatif La Tablée. On vient comme on est, on repart avec des alliés. Renseignements au pôle ESS des Vallons.',
    photo: 'Café des idées',
  },
  {
    daysAgo: 6,
    title: 'La Ressourcerie du Port cherche un local plus grand',
    line: 'Deux cents tonnes par an dans un hangar prévu pour cinquante.',
    brief:
      'La Ressourcerie du Port déborde : elle cherche 600 m² de plain-pied, avec un quai, entre Guipry-Messac et Bain-de-Bretagne. Une grange, un ancien garage, un bout d’usine : toute piste est bonne.',
    text: `L’an passé, la Ressourcerie du Port a collecté plus de deux cents tonnes de meubles, de vaisselle et de vélos. Les trois quarts sont repartis chez quelqu’un. Mais le hangar n’a pas grandi.

## Ce qu’il nous faut

- environ **600 m²**, de plain-pied ;
- de quoi faire manœuvrer un camion ;
- un loyer qu’une association peut tenir.

Vous êtes une commune, une entreprise qui déménage, un voisin avec une grange ? Appelez-nous : on vient voir, on boit un café, on ne s’engage à rien.`,
    topic: 'network',
    of: 'Ressourcerie du Port',
    author: 'L’équipe de la ressourcerie',
    audiences: ['collectivite', 'structure', 'local-et-materiel'],
    themes: ['Réemploi et économie circulaire'],
    photo: 'Ressourcerie',
  },
  {
    daysAgo: 9,
    title: 'Employer pour la première fois : deux matinées pour ne plus avoir peur',
    line: 'Contrat, paie, entretien : on démêle tout, avec des associations qui l’ont fait.',
    brief:
      'Le pôle organise deux matinées pour les associations qui embauchent leur première personne. Le premier matin, les règles ; le second, la vraie vie, racontée par trois employeuses bénévoles. Gratuit pour les adhérentes.',
    text: `Passer de « on fait tout entre bénévoles » à « nous sommes employeurs », c’est un saut. On ne le fait pas seul.

## Premier matin : les règles

Le contrat, la convention collective, la paie, la mutuelle, la médecine du travail. On repart avec une liste de choses à faire, dans l’ordre.

## Second matin : la vraie vie

Trois présidentes d’association racontent : le recrutement, le premier désaccord, le jour où la subvention a tardé. Elles répondent à tout.

Les places sont comptées : dites-nous que vous venez.`,
    topic: 'training',
    author: 'Camille Exemple',
    audiences: ['association', 'se-former', 'recruter'],
    themes: ['Emploi et insertion'],
    photo: 'Formation',
  },
  {
    daysAgo: 14,
    title: 'Vallons Énergie citoyenne branche son troisième toit',
    line: 'L’école de Crevin produit désormais plus qu’elle ne consomme, en été.',
    brief:
      'Cent trente-deux habitants se sont associés pour couvrir de panneaux le toit d’une école. C’est la troisième centrale de la coopérative, et la première dont les parts ont toutes été souscrites en moins d’un mois.',
    text: `Il a plu sur l’inauguration, et cela n’a dérangé personne : les compteurs tournaient quand même.

La coopérative compte maintenant trois toits et cent trente-deux sociétaires. Chacun a une voix, quelle que soit sa part. Les bénéfices de l’année paieront l’étude du quatrième toit.

> On ne sauvera pas le climat depuis Crevin. Mais on a prouvé qu’un village pouvait décider de son électricité.

Pour visiter la centrale ou prendre une part, écrivez à la coopérative depuis sa fiche de l’annuaire.`,
    topic: 'network',
    of: 'Vallons Énergie citoyenne',
    author: 'Le conseil coopératif',
    audiences: ['collectivite', 'projet'],
    themes: ['Écologie et énergie'],
    photo: 'Toit solaire',
  },
  {
    daysAgo: 19,
    title: 'Mois de l’ESS : trente rendez-vous, et après ?',
    line: 'Ce que novembre nous a appris, en cinq minutes de lecture.',
    brief:
      'Trente rendez-vous, onze communes, près de neuf cents personnes, dont une sur trois venait pour la première fois. Voici ce qui a marché, ce qui a moins marché, et ce qu’on garde pour l’an prochain.',
    text: `## Ce qui a marché

Les visites en petit groupe. Douze personnes dans un atelier, c’est le bon nombre : on entend tout le monde, et on ose demander combien ça gagne.

## Ce qui a moins marché

Les tables rondes du mardi soir. Le mardi soir, on est fatigué.

## Ce qu’on garde

- les petits déjeuners chez les structures ;
- le covoiturage organisé à l’inscription ;
- la soirée de clôture en musique.

Merci à toutes celles et tous ceux qui ont ouvert leur porte.`,
    topic: 'hub-life',
    author: 'Camille Exemple',
    audiences: ['structure', 'collectivite'],
    themes: ['Tiers-lieux et vie locale'],
    photo: 'Mois de l’ESS',
  },
  {
    daysAgo: 25,
    title: 'Un fonds de proximité pour les petites associations',
    line: 'De 500 à 3 000 euros, une réponse en six semaines.',
    brief:
      'Trois fondations locales imaginaires ouvrent ensemble un guichet pour les associations de moins de deux salariés. Un dossier de deux pages, une rencontre, une réponse en six semaines. Le pôle relit vos dossiers.',
    text: `Le principe est simple : **deux pages**, pas davantage. Qui vous êtes, ce que vous voulez faire, ce que cela change, ce que cela coûte.

Le pôle ne décide pas. En revanche, il relit, pose les questions qui fâchent, et vous aide à chiffrer. Prenez rendez-vous au moins dix jours avant la date limite.

La prochaine commission se réunit le premier jeudi de février.`,
    topic: 'funding',
    author: 'Camille Exemple',
    audiences: ['association', 'financement'],
    themes: ['Création et accompagnement'],
  },
  {
    daysAgo: 33,
    title: 'La Menuiserie des Trois Rabots fête ses cinq ans en coopérative',
    line: 'Reprise par ses salariés en 2021, elle en compte aujourd’hui neuf.',
    brief:
      'Ils étaient trois le jour de la reprise, ils sont neuf aujourd’hui, et l’ancien patron passe encore prendre le café. La Menuiserie des Trois Rabots ouvre son atelier pour raconter comment on achète son entreprise à plusieurs.',
    text: `On croit souvent qu’il faut de l’argent pour reprendre une entreprise. Il faut surtout du temps, et quelqu’un qui connaît le chemin.

Samedi, les neuf associés ouvrent l’atelier de dix heures à midi. Au programme : la visite, les comptes sur la table, et toutes vos questions.

Vous cédez une entreprise, ou vous y travaillez ? Venez ensemble, c’est encore mieux.`,
    topic: 'network',
    of: 'Menuiserie des Trois Rabots',
    author: 'Les neuf associés',
    audiences: ['transmission', 'reprendre-a-plusieurs', 'creer-une-cooperative'],
    themes: ['Création et accompagnement', 'Habitat et cadre de vie'],
    photo: 'Atelier de menuiserie',
  },
  {
    daysAgo: 41,
    title: 'Cet été, quinze jeunes ont tenu leur propre coopérative',
    line: 'Tonte, ménage, buvette : un catalogue, des devis, et un partage des gains voté à main levée.',
    brief:
      'Ils ont entre seize et dix-huit ans. Pendant deux mois, ils ont fixé leurs prix, démarché leurs clients et réparti leurs gains. La coopérative jeunesse de l’été raconte son aventure, chiffres compris.',
    text: `Au début, personne n’osait téléphoner. À la fin, il fallait leur demander de raccrocher.

En huit semaines : **soixante-deux chantiers**, un site fait maison, deux fâcheries, deux réconciliations. Et une assemblée générale de trois heures pour décider du partage.

L’an prochain, deux communes de plus veulent accueillir une coopérative. Nous cherchons des adultes qui savent écouter : une demi-journée par semaine en juillet et en août.`,
    topic: 'territory',
    of: 'Coopérative jeunesse de l’été',
    author: 'La promotion de l’été',
    audiences: ['jeune', 'ecole', 'benevolat'],
    themes: ['Enfance, jeunesse et éducation'],
    photo: 'Coopérative jeunesse',
  },
  {
    daysAgo: 55,
    title: 'Le pôle recrute : une personne pour faire vivre l’annuaire et les rencontres',
    line: 'Vingt-huit heures, à Bain-de-Bretagne et sur les routes.',
    brief:
      'Vous aimez les gens, les tableaux bien rangés et les marchés du samedi ? Le pôle cherche une personne pour faire vivre l’annuaire, préparer les rencontres et répondre aux questions. Vingt-huit heures par semaine, à partir de mars.',
    text: `Vous irez voir les structures, vous noterez ce qu’elles savent faire et ce qu’elles cherchent, vous mettrez les gens en lien. Vous tiendrez aussi le site, qui se tient presque tout seul.

Nous regardons d’abord l’envie et l’écoute, ensuite seulement les diplômes. Écrivez-nous une page qui vous ressemble.`,
    topic: 'jobs',
    author: 'La présidence collégiale',
    audiences: ['recruter', 'jeune'],
    themes: ['Emploi et insertion'],
  },
  {
    daysAgo: 72,
    title: 'Radio Bocage inventée consacre sa matinale à l’économie d’à côté',
    line: 'Chaque jeudi à 8 h 15, cinq minutes avec une structure du territoire.',
    brief:
      'La boulangère, la présidente de la crèche, le réparateur de vélos : chaque jeudi matin, Radio Bocage inventée tend son micro à une structure du réseau. Les émissions se réécoutent, et les prochaines se choisissent avec vous.',
    text: `On a commencé par une boulangerie, parce que c’était l’heure du pain. Depuis, vingt structures sont passées au micro.

Vous voulez raconter la vôtre ? Pas besoin de savoir parler dans un micro : on vient chez vous, on enregistre une demi-heure, on garde le meilleur.`,
    topic: 'press',
    of: 'Radio Bocage inventée',
    author: 'La rédaction',
    audiences: ['structure'],
    themes: ['Culture, sport et loisirs'],
    photo: 'Studio de radio',
  },
];
