import type { Question } from './tree.ts';

/** The questions of the rules of 2026. */
export const questions2026: readonly Question[] = [
  {
    id: 'structure',
    text: 'Le projet est-il porté par une structure privée, qui existe ou que vous allez créer ?',
    help: 'Une association, une coopérative, une société, une fondation… Pas une mairie ni un service de l’État, et pas vous, seul·e, sans structure.',
    law: 'principles',
    next: { yes: { question: 'purpose' }, no: { question: 'public' }, unsure: { question: 'public' } },
    because: { yes: 'Une structure privée porte le projet, ou va le porter.' },
    doubt:
      'Il faudra une structure privée pour porter le projet : la loi parle de « personnes morales de droit privé ».',
  },
  {
    id: 'public',
    text: 'Est-ce une collectivité ou un organisme public qui le porte ?',
    help: 'Une commune, une intercommunalité, un lycée, un hôpital public, un syndicat mixte…',
    law: 'principles',
    next: { yes: { result: 'public' }, no: { result: 'not-yet' }, unsure: { result: 'not-yet' } },
    because: {
      yes: 'C’est un organisme public : la loi réserve le nom d’ESS aux structures de droit privé.',
      no: 'Aucune structure ne porte encore le projet.',
    },
    doubt:
      'Si c’est un organisme public qui porte le projet, il ne sera pas de l’ESS, mais il peut en être un solide partenaire.',
  },
  {
    id: 'purpose',
    text: 'Le projet cherche-t-il autre chose que partager des bénéfices ?',
    help: 'Nourrir le quartier, garder un commerce ouvert, créer des emplois durables… On peut gagner sa vie ; ce n’est pas le seul but.',
    law: 'purpose',
    next: { yes: { question: 'democracy' }, no: { question: 'democracy' }, unsure: { question: 'democracy' } },
    because: { yes: 'Son but n’est pas seulement de partager des bénéfices.' },
    missing: 'Écrire dans les statuts un but qui ne soit pas seulement le partage des bénéfices.',
    doubt: 'Le but : s’il s’agit seulement de partager des bénéfices, ce n’est pas de l’ESS.',
  },
  {
    id: 'democracy',
    text: 'Les statuts font-ils participer aux décisions, sans que l’argent apporté décide de tout ?',
    help: 'Membres, salarié·es, usagers sont informés et ont leur mot à dire. Le plus connu : une personne, une voix. Si les statuts restent à écrire, répondez selon ce que vous voulez.',
    law: 'democracy',
    next: { yes: { question: 'surplus' }, no: { question: 'surplus' }, unsure: { question: 'surplus' } },
    because: { yes: 'On y décide à plusieurs, et les statuts le disent.' },
    missing:
      'Prévoir dans les statuts une gouvernance démocratique : information et participation des associé·es, des salarié·es et de ceux que le projet concerne, pas seulement selon le capital apporté.',
    doubt: 'Les décisions : les statuts doivent prévoir que l’on participe, et pas seulement selon l’argent apporté.',
  },
  {
    id: 'surplus',
    text: 'L’essentiel des bénéfices reste-t-il dans le projet ?',
    help: 'Ils servent d’abord à durer et à grandir. Les réserves obligatoires ne peuvent pas être partagées, même le jour où l’on s’arrête.',
    law: 'surplus',
    next: { yes: { gate: 'principles' }, no: { gate: 'principles' }, unsure: { gate: 'principles' } },
    because: { yes: 'Les bénéfices servent surtout à maintenir ou à développer l’activité.' },
    missing:
      'Consacrer la majorité des bénéfices au maintien ou au développement de l’activité, et rendre les réserves obligatoires impartageables.',
    doubt:
      'Les bénéfices : ils doivent surtout rester dans l’activité, et les réserves obligatoires ne se partagent pas.',
  },
  {
    id: 'form',
    text: 'Est-ce, ou sera-ce, une association, une coopérative, une mutuelle ou une fondation ?',
    help: 'Scop, Scic, Cuma, CAE sont des coopératives. SARL, SAS, SA sans rien d’autre : répondez non.',
    law: 'forms',
    next: {
      yes: { question: 'insertion' },
      no: { question: 'utility-company' },
      unsure: { result: 'form-to-choose' },
    },
    because: {
      yes: 'Cette forme (association, coopérative, mutuelle ou fondation) fait partie de l’ESS par nature.',
      no: 'C’est une société commerciale : elle peut rejoindre l’ESS à certaines conditions.',
    },
    doubt:
      'La forme : association, coopérative, mutuelle et fondation sont de l’ESS par nature ; une société doit remplir des conditions en plus.',
  },
  {
    id: 'insertion',
    text: 'Est-ce une structure d’insertion, une entreprise adaptée, un Ésat ou une régie de quartier ?',
    help: 'Atelier ou chantier d’insertion, entreprise d’insertion, association intermédiaire… conventionnés ou agréés par l’État.',
    law: 'esus',
    next: {
      yes: { result: 'status-esus-right' },
      no: { question: 'utility-status' },
      unsure: { question: 'utility-status' },
    },
    because: { yes: 'Ces structures entrent de plein droit parmi celles qui peuvent être agréées « Esus ».' },
    doubt: 'Une structure d’insertion reconnue par l’État accède de plein droit à l’agrément Esus.',
  },
  {
    id: 'utility-status',
    text: 'L’utilité sociale est-elle l’objectif principal ?',
    help: 'Soutenir des personnes fragiles, lutter contre les inégalités, recréer du lien, faire de l’éducation populaire ; ou la transition écologique, la culture, la solidarité internationale quand elles y contribuent.',
    law: 'utility',
    next: {
      yes: { question: 'pay' },
      no: { result: 'status' },
      unsure: { result: 'status' },
    },
    because: { yes: 'L’utilité sociale, au sens de la loi, est l’objectif principal.' },
    doubt: 'L’agrément Esus se demande quand l’utilité sociale est l’objectif principal : à regarder ensemble.',
  },
  {
    id: 'pay',
    text: 'Les salaires les plus hauts restent-ils mesurés, et les statuts disent-ils tout cela ?',
    help: 'La moyenne des cinq mieux payés ne dépasse pas 7 fois le Smic annuel à temps plein ; le plus haut, 10 fois. L’objectif d’utilité sociale et cette règle sont inscrits dans les statuts.',
    law: 'esus',
    next: { yes: { result: 'status-esus' }, no: { result: 'status' }, unsure: { result: 'status-esus' } },
    because: {
      yes: 'Les salaires sont mesurés et les statuts le prévoient.',
      no: 'Pour l’agrément Esus, il manque la règle des salaires ou son inscription dans les statuts.',
    },
    doubt: 'L’agrément Esus demande des salaires mesurés (7 et 10 fois le Smic) et des statuts qui le disent.',
  },
  {
    id: 'utility-company',
    text: 'L’utilité sociale est-elle l’objectif principal de la société ?',
    help: 'Soutenir des personnes fragiles, lutter contre les inégalités, recréer du lien, faire de l’éducation populaire ; ou la transition écologique, la culture, la solidarité internationale quand elles y contribuent.',
    law: 'utility',
    next: {
      yes: { question: 'reserves' },
      no: { result: 'not-as-is' },
      unsure: { question: 'reserves' },
    },
    because: { yes: 'L’utilité sociale, au sens de la loi, est l’objectif principal.' },
    missing:
      'Faire de l’utilité sociale, au sens de l’article 2, l’objectif principal de la société, et l’écrire dans les statuts.',
    doubt: 'L’utilité sociale : c’est elle qui ouvre, ou non, l’ESS à une société commerciale.',
  },
  {
    id: 'reserves',
    text: 'Les statuts prévoient-ils ce que deviennent les bénéfices et le capital ?',
    help: 'Au moins 20 % au fonds de développement (tant que les réserves n’ont pas atteint le seuil fixé), au moins 50 % au report et aux réserves obligatoires, et pas de rachat ni de réduction du capital, sauf pertes ou cas prévus par la loi.',
    law: 'companies',
    next: {
      yes: { gate: 'company-rules' },
      no: { gate: 'company-rules' },
      unsure: { gate: 'company-rules' },
    },
    because: { yes: 'Les statuts fixent la part des bénéfices mise en réserve et protègent le capital.' },
    missing:
      'Ajouter aux statuts : 20 % au moins des bénéfices au fonds de développement, 50 % au moins au report et aux réserves obligatoires, pas d’amortissement ni de réduction du capital hors des cas permis.',
    doubt:
      'Les statuts doivent fixer la part des bénéfices mise en réserve et interdire de réduire le capital, sauf exceptions.',
  },
  {
    id: 'registered',
    text: 'La qualité d’ESS figure-t-elle déjà au registre du commerce ?',
    help: 'Elle se demande au greffe, par le guichet des formalités, avec des statuts conformes. On la voit dans l’Annuaire des entreprises.',
    law: 'statutes',
    next: { yes: { result: 'company' }, no: { result: 'eligible' }, unsure: { result: 'eligible' } },
    because: { yes: 'La société est inscrite au registre du commerce avec la qualité d’ESS.' },
    missing: 'Déclarer la qualité d’entreprise de l’ESS au registre du commerce et des sociétés.',
    doubt:
      'Si la qualité d’ESS figure déjà au registre du commerce, tout est en ordre : vérifiez dans l’Annuaire des entreprises.',
  },
];
