import type { DefaultDoor } from './default-door.ts';

/** «  Vous êtes… » */
export const profileDoors: readonly DefaultDoor[] = [
  {
    tag: 'association',
    group: 'profile',
    label: 'une association',
    promise: 'employer, se former, mutualiser',
    tone: 'leaf',
    title: 'Votre association, bien entourée',
    brief:
      'Un premier emploi à créer, un budget à boucler, des bénévoles à trouver : vous n’êtes pas seuls à chercher. Ici, on met les associations autour de la même table.',
    opening: {
      title: 'Ce qu’on peut faire ensemble',
      html: '<ul><li><strong>Relire avec vous</strong> un projet, un budget, une demande de subvention.</li><li><strong>Vous présenter</strong> d’autres associations qui sont passées par là.</li><li><strong>Partager</strong> un achat, une salle, un poste, une assurance.</li><li><strong>Former</strong> les bénévoles et les salarié·es, près de chez vous.</li></ul>',
    },
    more: {
      title: 'Faites-vous connaître',
      html: '<p>Votre fiche dans <a href="/annuaire">l’annuaire</a> dit ce que vous faites, ce que vous proposez et ce que vous cherchez. Elle se complète en quelques minutes, et c’est la première chose que regardent les habitant·es, les mairies et les autres structures.</p>',
    },
    questions: [
      {
        question: 'Nous voulons embaucher pour la première fois. Par où commencer ?',
        html: '<p>Par trois questions : le besoin dure-t-il, qui encadrera, et que se passe-t-il si une subvention manque ? Ensuite viennent la convention collective, le contrat et la déclaration. Le chèque emploi associatif de l’Urssaf allège beaucoup les formalités, et un groupement d’employeurs permet de partager un poste.</p>',
      },
      {
        question: 'Faut-il un numéro SIRET ?',
        html: '<p>Oui dès que vous demandez une subvention publique, que vous employez quelqu’un ou que vous payez des impôts commerciaux. Il est gratuit. Selon votre cas, il se demande sur Le Compte Asso ou au guichet des formalités des entreprises.</p>',
      },
      {
        question: 'Qui peut nous aider à passer un cap difficile ?',
        html: '<p>Si vous employez au moins une personne, le dispositif local d’accompagnement (DLA) finance un diagnostic et des conseils, sans frais pour vous. Parlez-nous-en d’abord : un échange suffit souvent à savoir à qui s’adresser.</p>',
      },
    ],
  },
  {
    tag: 'projet',
    group: 'profile',
    label: 'en projet',
    promise: 'vérifier l’idée, trouver des alliés',
    tone: 'accent',
    title: 'Vous avez une idée ? On commence par un café',
    brief:
      'Une épicerie, un atelier, un café, un service qui manque : venez en parler tôt, même si rien n’est écrit. On vous aide à vérifier l’idée et à trouver des alliés.',
    opening: {
      title: 'De l’idée au projet',
      html: '<ol><li><strong>Raconter.</strong> Un premier échange, sans dossier : pour qui, avec qui, où ?</li><li><strong>Vérifier.</strong> Le besoin existe-t-il ? Qui fait déjà quelque chose d’approchant ?</li><li><strong>S’entourer.</strong> Des voisins, une mairie, une structure qui vous parraine.</li><li><strong>Choisir un cadre.</strong> Association, coopérative, essai dans une coopérative d’activité.</li></ol>',
    },
    more: {
      title: 'Est-ce de l’ESS ?',
      html: '<p>Ce n’est pas une question de taille ni de vertu : c’est une façon de décider à plusieurs et d’utiliser l’argent gagné. <a href="/mon-projet-est-il-ess">Huit questions au plus</a> vous donnent une première réponse, sans rien enregistrer. Et si le mot ne vous dit rien : <a href="/c-est-quoi-l-ess">c’est quoi, l’ESS ?</a></p>',
    },
    questions: [
      {
        question: 'Dois-je avoir un dossier avant de vous rencontrer ?',
        html: '<p>Non. Une idée en trois phrases suffit, et c’est même le meilleur moment : on peut encore tout changer.</p>',
      },
      {
        question: 'Puis-je essayer avant de me lancer ?',
        html: '<p>Oui. Dans une coopérative d’activité et d’emploi (CAE), vous testez votre activité avec un numéro SIRET et une comptabilité partagés, en gardant souvent vos allocations. On vous met en relation.</p>',
      },
      {
        question: 'C’est payant ?',
        html: '<p>Le premier échange est gratuit et ne vous engage à rien.</p>',
      },
    ],
  },
  {
    tag: 'structure',
    group: 'profile',
    label: 'une structure de l’ESS',
    promise: 'se faire connaître, coopérer',
    tone: 'lagoon',
    title: 'Structure de l’ESS : coopérer avec vos voisins',
    brief:
      'Coopératives, mutuelles, fondations, entreprises d’utilité sociale : retrouvez ici vos voisins, leurs besoins, leurs offres, et ce qui se prépare sur le territoire.',
    opening: {
      title: 'Être dans le réseau, concrètement',
      html: '<ul><li><strong>Être trouvé</strong> : votre fiche, votre point sur la carte, vos offres et vos besoins.</li><li><strong>Acheter et répondre à plusieurs</strong> : groupements d’achat, réponses communes aux marchés.</li><li><strong>Partager</strong> un poste, un véhicule, une salle, une compétence rare.</li><li><strong>Faire savoir</strong> : proposez une actualité, racontez ce qui a marché, et aussi ce qui a raté.</li></ul>',
    },
    more: {
      title: 'Dites ce que vous faites',
      html: '<p>Une nouvelle, une embauche, une porte ouverte : <a href="/actualites/proposer">proposez-la en trois minutes</a>, depuis un téléphone. L’équipe relit et publie, avec votre nom et le lien vers votre fiche.</p>',
    },
    questions: [
      {
        question: 'Comment corriger notre fiche ?',
        html: '<p>Ouvrez-la dans <a href="/annuaire">l’annuaire</a> et cliquez sur « C’est ma structure » : un lien envoyé à l’adresse de la structure suffit, sans compte à créer.</p>',
      },
      {
        question: 'À quoi sert l’agrément « entreprise solidaire d’utilité sociale » ?',
        html: '<p>L’agrément ESUS (article L. 3332-17-1 du code du travail) est délivré par la préfecture. Il ouvre l’accès à l’épargne solidaire et rassure des financeurs. On peut vous dire s’il vaut la peine dans votre cas.</p>',
      },
    ],
  },
  {
    tag: 'collectivite',
    group: 'profile',
    label: 'une collectivité',
    promise: 'révéler et soutenir l’ESS',
    tone: 'sky',
    title: 'Élu·es, services publics, partenaires : révéler l’ESS d’ici',
    brief:
      'Des emplois qui restent, des services là où ils manquent : l’économie sociale et solidaire est déjà sur votre commune. Voyons ensemble où elle est et ce qui l’aiderait.',
    opening: {
      title: 'Ce que le pôle vous apporte',
      html: '<ul><li><strong>Voir</strong> : qui fait quoi sur votre commune, avec la carte et les chiffres.</li><li><strong>Relier</strong> : les porteurs de projet que vous recevez, les structures qui peuvent répondre à un besoin.</li><li><strong>Préparer</strong> : un marché réservé, une clause sociale, un lieu à faire vivre, une coopérative à plusieurs.</li><li><strong>Expliquer</strong> : une intervention devant un conseil, une visite, une soirée publique.</li></ul>',
    },
    more: {
      title: 'Ni chambre de commerce, ni service de la collectivité',
      html: '<p>Le pôle est une structure associative ou coopérative, gouvernée par ses membres. Il complète les services économiques : il connaît les projets collectifs, leur temps et leurs statuts.</p>',
    },
    questions: [
      {
        question: 'Une commune peut-elle entrer au capital d’une coopérative ?',
        html: '<p>Oui, d’une société coopérative d’intérêt collectif (Scic) : les collectivités peuvent en détenir ensemble jusqu’à la moitié du capital, aux côtés des salarié·es et des usager·es.</p>',
      },
      {
        question: 'Subvention ou marché public ?',
        html: '<p>Si l’initiative vient de l’association et répond à l’intérêt général, c’est une subvention (article 9-1 de la loi du 12 avril 2000). Si vous définissez le besoin et payez une prestation, c’est un marché.</p>',
      },
      {
        question: 'Pouvons-nous reprendre vos données ?',
        html: '<p>Oui : l’annuaire se télécharge en données ouvertes, et sa carte <a href="/embarquer">s’affiche sur votre propre site</a>.</p>',
      },
    ],
  },
  {
    tag: 'jeune',
    group: 'profile',
    label: 'jeune',
    promise: 's’engager, créer une coopérative',
    tone: 'rose',
    title: 'Jeune et envie d’agir ? Il y a de la place',
    brief:
      'Monter une association à seize ans, créer une coopérative pour l’été, faire un service civique, trouver un métier qui a du sens : tout cela existe près d’ici.',
    opening: {
      title: 'Quatre façons de s’y mettre',
      html: '<ul><li><strong>Une coopérative jeunesse de services</strong> : un été pour créer son entreprise à plusieurs, encadrés.</li><li><strong>Un service civique</strong> : de six à douze mois de mission indemnisée, de 16 à 25 ans (30 ans en situation de handicap).</li><li><strong>Une junior association</strong> : un cadre simple pour un projet entre mineurs.</li><li><strong>Un stage, une alternance, un premier emploi</strong> dans une structure du réseau.</li></ul>',
    },
    questions: [
      {
        question: 'À quel âge peut-on créer une association ?',
        html: '<p>Dès 16 ans, on peut participer à la création et à l’administration d’une association. Avant 16 ans, c’est possible avec l’accord écrit des parents (article 2 bis de la loi du 1er juillet 1901).</p>',
      },
      {
        question: 'Je cherche un stage, à qui écrire ?',
        html: '<p>Cherchez dans <a href="/annuaire">l’annuaire</a> ce qui vous attire, puis <a href="/contact?vous=jeune">écrivez-nous</a> : nous connaissons les structures qui accueillent.</p>',
      },
    ],
  },
  {
    tag: 'transmission',
    group: 'profile',
    label: 'une entreprise à transmettre',
    promise: 'la reprise par les salariés',
    tone: 'coral',
    title: 'Transmettre son entreprise à celles et ceux qui la font vivre',
    brief:
      'Vous partez dans deux ou cinq ans, et personne ne se présente ? Vos salarié·es sont peut-être les meilleurs repreneurs. En coopérative, c’est possible, et cela s’apprend.',
    opening: {
      title: 'Reprendre en coopérative, comment ça marche',
      html: '<ol><li><strong>En parler tôt</strong>, en confidence : trois ans avant le départ, c’est idéal.</li><li><strong>Évaluer</strong> l’entreprise et l’envie de l’équipe.</li><li><strong>Monter le financement</strong> : apports, prêts d’honneur, outils du mouvement coopératif.</li><li><strong>Transmettre peu à peu</strong> la clientèle, les savoir-faire, la décision.</li></ol>',
    },
    more: {
      title: 'Une Scop, c’est quoi ?',
      html: '<p>Une société commerciale dont les salarié·es associé·es détiennent au moins 51 % du capital et 65 % des voix, chacun comptant pour une voix. Le ou la dirigeante y est élue par ses associé·es. L’entreprise reste ici, avec ses emplois.</p>',
    },
    questions: [
      {
        question: 'Mes salarié·es n’ont pas d’argent. Est-ce un obstacle ?',
        html: '<p>Rarement le premier. Des prêts d’honneur, des garanties et des outils financiers coopératifs complètent des apports modestes. Le vrai sujet est souvent l’envie et la formation de l’équipe.</p>',
      },
      {
        question: 'Dois-je prévenir mes salarié·es avant de vendre ?',
        html: '<p>La loi du 31 juillet 2014 a prévu une information des salarié·es avant la vente d’une petite ou moyenne entreprise. Les délais et les cas évoluent : faites-les vérifier par votre conseil avant d’agir.</p>',
      },
      {
        question: 'Est-ce que cela reste confidentiel ?',
        html: '<p>Oui. Un premier rendez-vous n’engage à rien, et rien n’en sort sans votre accord.</p>',
      },
    ],
  },
  {
    tag: 'ecole',
    group: 'profile',
    label: 'un établissement scolaire',
    promise: 'parler d’ESS en classe',
    tone: 'deep',
    title: 'Parler d’ESS en classe, avec celles et ceux qui la font',
    brief:
      'Collège, lycée, maison familiale, université : nous venons en classe, nous ouvrons des portes, et vos élèves peuvent monter une vraie petite coopérative.',
    opening: {
      title: 'Ce que nous proposons',
      html: '<ul><li><strong>Une heure en classe</strong> avec une entrepreneuse ou un bénévole d’ici.</li><li><strong>Une visite</strong> : ressourcerie, ferme en coopérative, café associatif.</li><li><strong>Un projet sur l’année</strong> : une mini-coopérative d’élèves, ou « Mon ESS à l’école » avec L’ESPER.</li><li><strong>Des stages</strong> dans les structures du réseau.</li></ul>',
    },
    questions: [
      {
        question: 'À partir de quel âge ?',
        html: '<p>Dès le primaire avec des jeux de coopération, dès le collège pour un projet, au lycée et après pour parler métiers et statuts.</p>',
      },
      {
        question: 'Combien cela coûte-t-il ?',
        html: '<p>Une première intervention est le plus souvent gratuite. Pour un projet à l’année, nous cherchons le financement avec vous.</p>',
      },
    ],
  },
];
