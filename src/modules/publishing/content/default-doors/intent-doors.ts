import type { DefaultDoor } from './default-door.ts';

/** «  Je veux… » */
export const intentDoors: readonly DefaultDoor[] = [
  {
    tag: 'creer-une-cooperative',
    group: 'intent',
    label: 'créer une coopérative',
    promise: 'Scop, Scic, CAE : laquelle, avec qui ?',
    tone: 'leaf',
    title: 'Créer une coopérative',
    brief:
      'Une entreprise où l’on décide à plusieurs, une personne comptant pour une voix. Voici comment choisir la forme, et par où commencer.',
    opening: {
      title: 'Trois formes à connaître',
      html: '<ul><li><strong>La Scop</strong> : les salarié·es sont majoritaires. On commence à deux.</li><li><strong>La Scic</strong> : salarié·es, usager·es, bénévoles, collectivités s’associent autour d’un intérêt collectif. Il faut au moins trois sortes d’associés.</li><li><strong>La CAE</strong> : on entre dans une coopérative existante pour y faire grandir son activité.</li></ul>',
    },
    more: {
      title: 'Dans quel ordre ?',
      html: '<ol><li>Réunir les personnes, et se dire ce qu’on veut ensemble.</li><li>Vérifier qu’il y a des clients ou des usager·es.</li><li>Chiffrer, puis chercher l’argent.</li><li>Écrire les statuts : en dernier, quand tout le reste est clair.</li></ol>',
    },
    questions: [
      {
        question: 'Faut-il beaucoup d’argent pour démarrer ?',
        html: '<p>Pas de capital élevé exigé par la loi pour une Scop ou une Scic en SARL ou en SAS. Il faut surtout de quoi tenir jusqu’aux premières recettes : c’est ce que l’on chiffre avec vous.</p>',
      },
      {
        question: 'Une association peut-elle devenir une coopérative ?',
        html: '<p>Oui, sans créer une nouvelle personne morale : l’association se transforme en Scop ou en Scic et garde ses contrats.</p>',
      },
    ],
  },
  {
    tag: 'reprendre-a-plusieurs',
    group: 'intent',
    label: 'reprendre mon entreprise à plusieurs',
    promise: 'quand l’équipe devient propriétaire',
    tone: 'coral',
    title: 'Reprendre son entreprise à plusieurs',
    brief:
      'Le patron s’en va, l’équipe reste. Reprendre en coopérative se prépare : l’envie d’abord, les chiffres ensuite, le financement enfin.',
    opening: {
      title: 'Se poser les bonnes questions',
      html: '<ul><li>Qui, dans l’équipe, a envie d’y aller ? Pas besoin que ce soit tout le monde.</li><li>L’entreprise gagne-t-elle sa vie sans celui ou celle qui part ?</li><li>Qui tiendra la direction, la comptabilité, la relation aux clients ?</li><li>Combien de temps avant le départ ?</li></ul>',
    },
    more: {
      title: 'L’essai avant le saut',
      html: '<p>La Scop d’amorçage permet aux salarié·es de rester minoritaires au capital les premières années, jusqu’à sept ans, tout en ayant la majorité des voix. Le cédant se retire peu à peu.</p>',
    },
    questions: [
      {
        question: 'L’entreprise va mal : est-ce trop tard ?',
        html: '<p>Pas toujours. Une reprise à la barre du tribunal se fait en quelques semaines : appelez-nous tout de suite, avant de réunir des papiers.</p>',
      },
      {
        question: 'Nos allocations chômage peuvent-elles servir d’apport ?',
        html: '<p>Dans certains cas, une part peut être versée en capital aux repreneurs. C’est France Travail qui l’instruit : il faut le demander avant la reprise.</p>',
      },
    ],
  },
  {
    tag: 'se-former',
    group: 'intent',
    label: 'trouver une formation',
    promise: 'pour salarié·es et bénévoles',
    tone: 'sun',
    title: 'Se former près de chez soi',
    brief:
      'Comptabilité, employeur débutant, animation de réunion, recherche de fonds : des formations courtes, entre pairs, pour salarié·es et bénévoles.',
    opening: {
      title: 'Ce qui se passe ici',
      html: '<ul><li><strong>Des demi-journées pratiques</strong>, à peu de personnes, dans une commune différente à chaque fois.</li><li><strong>Des échanges entre pairs</strong> : on vient avec son problème, on repart avec trois idées.</li><li><strong>Un relais</strong> vers les formations des réseaux et des universités populaires.</li></ul>',
    },
    questions: [
      {
        question: 'Qui paie la formation d’un·e salarié·e ?',
        html: '<p>Le plus souvent l’opérateur de compétences (Opco) de votre branche, Uniformation pour beaucoup d’associations. La demande se fait avant le début de la formation.</p>',
      },
      {
        question: 'Et celle des bénévoles ?',
        html: '<p>Le fonds pour le développement de la vie associative (FDVA) soutient des formations de bénévoles : elles sont souvent gratuites. Le certificat de formation à la gestion associative (CFGA) est une bonne base, dès 16 ans.</p>',
      },
    ],
  },
  {
    tag: 'financer',
    group: 'intent',
    label: 'trouver un financement',
    promise: 'subventions, prêts, dons, épargne',
    tone: 'accent',
    title: 'Trouver un financement',
    brief:
      'Il n’y a pas un guichet, il y en a vingt. On vous aide à trier ceux qui valent votre temps, et à raconter votre projet simplement.',
    opening: {
      title: 'Quatre familles d’argent',
      html: '<ul><li><strong>Ce qu’on vous donne</strong> : subventions, fondations, dons, financement participatif.</li><li><strong>Ce qu’on vous prête</strong> : prêts d’honneur, prêts solidaires, garanties, par exemple avec France Active.</li><li><strong>Ce qu’on place chez vous</strong> : parts sociales, titres associatifs, épargne locale.</li><li><strong>Ce que vous gagnez</strong> : ventes, adhésions, prestations. C’est aussi du financement.</li></ul>',
    },
    more: {
      title: 'Avant d’écrire un dossier',
      html: '<p>Une page suffit pour commencer : le besoin, ce que vous ferez, avec qui, combien cela coûte, comment vous saurez que cela a marché. <a href="/contact?sujet=Relire%20une%20demande%20de%20financement">Envoyez-la-nous</a> : nous relisons.</p>',
    },
    questions: [
      {
        question: 'Quel formulaire pour une subvention publique ?',
        html: '<p>Le formulaire commun est le Cerfa n° 12156. Beaucoup de collectivités l’acceptent tel quel, ou par Le Compte Asso.</p>',
      },
      {
        question: 'Pouvons-nous délivrer des reçus fiscaux ?',
        html: '<p>Seulement si votre association est d’intérêt général au sens des impôts : gestion désintéressée, pas de cercle restreint, activité non lucrative. En cas de doute, posez la question à l’administration fiscale par un rescrit.</p>',
      },
    ],
  },
  {
    tag: 'donner-de-mon-temps',
    group: 'intent',
    label: 'donner de mon temps',
    promise: 'une heure, un samedi, une saison',
    tone: 'rose',
    title: 'Donner de son temps près de chez soi',
    brief:
      'Une heure pour réparer, un samedi pour un chantier, une saison pour un conseil d’administration : dites ce qui vous plaît, on vous dit qui cherche.',
    opening: {
      title: 'Par où commencer',
      html: '<ul><li><strong>Regardez les besoins</strong> : dans <a href="/annuaire">l’annuaire</a>, chaque structure dit ce qu’elle cherche.</li><li><strong>Venez voir</strong> avant de vous engager : une porte ouverte, un chantier, une réunion.</li><li><strong>Dites ce que vous aimez faire</strong>, pas seulement ce que vous savez faire.</li></ul>',
    },
    questions: [
      {
        question: 'Je travaille : ai-je droit à du temps ?',
        html: '<p>Oui dans certains cas : le congé pour responsabilités associatives existe, et le compte d’engagement citoyen transforme un engagement régulier en droits à la formation.</p>',
      },
      {
        question: 'Je touche le chômage, puis-je être bénévole ?',
        html: '<p>Oui, à condition de continuer à chercher un emploi, et que ce bénévolat ne remplace pas un emploi salarié ni ne se fasse chez un ancien employeur.</p>',
      },
    ],
  },
  {
    tag: 'trouver-un-lieu',
    group: 'intent',
    label: 'trouver un local ou du matériel',
    promise: 'partager plutôt qu’acheter',
    tone: 'clay',
    title: 'Trouver un local ou du matériel',
    brief:
      'Une salle le mardi, un camion pour une fête, un coin d’atelier : il y en a sûrement un qui dort à dix minutes. On cherche avec vous.',
    opening: {
      title: 'Avant de louer ou d’acheter',
      html: '<ul><li><strong>Demandez autour de vous</strong> : tiers-lieux, mairies, paroisses, écoles, entreprises voisines.</li><li><strong>Partagez</strong> un local à plusieurs structures : un bail, une clé chacun, un planning.</li><li><strong>Récupérez</strong> : les ressourceries et les collectivités renouvellent leur mobilier.</li></ul>',
    },
    questions: [
      {
        question: 'On nous prête un local : faut-il un papier ?',
        html: '<p>Oui, même entre amis. Le « prêt à usage » est gratuit par nature ; deux pages disent qui assure, qui répare, et comment cela s’arrête.</p>',
      },
      {
        question: 'Comment partager les frais équitablement ?',
        html: '<p>Écrivez la règle avant la première facture : à la surface, au temps passé ou aux moyens de chacun. Nous avons des modèles.</p>',
      },
    ],
  },
  {
    tag: 'recruter',
    group: 'intent',
    label: 'recruter ou partager un emploi',
    promise: 'un poste à plusieurs, un premier contrat',
    tone: 'sky',
    title: 'Recruter, ou partager un emploi',
    brief:
      'Six heures ici, dix heures là : à plusieurs structures, cela fait un vrai poste. Et pour un premier contrat, on ne part pas seul.',
    opening: {
      title: 'Trois chemins',
      html: '<ul><li><strong>Embaucher en direct</strong>, avec le chèque emploi associatif ou une structure qui fait vos paies.</li><li><strong>Partager un poste</strong> dans un groupement d’employeurs : un seul contrat pour la personne, plusieurs lieux.</li><li><strong>Faire travailler l’insertion</strong> : entreprises et associations d’insertion d’ici ont des équipes prêtes.</li></ul>',
    },
    more: {
      title: 'Diffuser votre offre',
      html: '<p>Proposez-la comme <a href="/actualites/proposer">actualité</a> : elle part dans le réseau. Dites le lieu, le temps, le salaire et à qui écrire, et vous aurez de bonnes réponses.</p>',
    },
    questions: [
      {
        question: 'Quelles aides à l’embauche existent ?',
        html: '<p>Elles changent souvent : contrats aidés, apprentissage, postes Fonjep, aides régionales. Demandez-nous l’état du moment avant de bâtir un budget dessus.</p>',
      },
      {
        question: 'Un poste partagé, qui est l’employeur ?',
        html: '<p>Le groupement d’employeurs. Il signe le contrat, fait la paie, et facture à chaque structure son temps. Les membres sont solidaires de ses dettes sociales : c’est à savoir avant d’adhérer.</p>',
      },
    ],
  },
  {
    tag: 'comprendre-l-ess',
    group: 'intent',
    label: 'comprendre l’ESS',
    promise: 'sans jargon, avec des exemples d’ici',
    tone: 'lagoon',
    title: 'Comprendre l’ESS, sans jargon',
    brief:
      'L’économie sociale et solidaire, vous en faites sûrement déjà : club de sport, mutuelle, café associatif, coopérative. Voici l’essentiel en deux minutes.',
    opening: {
      title: 'Trois idées simples',
      html: '<ul><li><strong>Un but qui n’est pas seulement de gagner de l’argent</strong> : un service, un lien, un territoire.</li><li><strong>On décide à plusieurs</strong> : membres, salarié·es, usager·es ont leur mot à dire.</li><li><strong>L’argent gagné reste d’abord dans l’activité</strong> : il sert à continuer, à embaucher, à investir.</li></ul>',
    },
    more: {
      title: 'Aller plus loin',
      html: '<p><a href="/c-est-quoi-l-ess">C’est quoi, l’ESS ?</a> raconte la suite avec des exemples d’ici et un petit jeu. Et si vous avez un projet, <a href="/mon-projet-est-il-ess">vérifiez s’il en est</a>.</p>',
    },
    questions: [
      {
        question: 'Est-ce réservé aux associations ?',
        html: '<p>Non : coopératives, mutuelles, fondations, et des sociétés commerciales qui en respectent les règles (article 1er de la loi du 31 juillet 2014).</p>',
      },
      {
        question: 'Une entreprise à mission, c’est de l’ESS ?',
        html: '<p>Pas forcément. La qualité de société à mission parle du but ; l’ESS demande aussi une manière de décider et d’utiliser les bénéfices.</p>',
      },
    ],
  },
];
