import type { PastEdition, PastReader } from '#modules/mailing/testing/past-readers.ts';

// Name; address; subjects; rhythm; source; since how many days. Nobody has these names nor these addresses.
const table = `
Solenn Kerimbert;solenn.kerimbert@courrier.example;life+events;weekly;Page d’accueil du site;412
Tanguy Valdrome;tanguy.valdrome@courrier.example;calls+jobs;weekly;Page d’accueil du site;398
Mina Abassi-Fictive;mina.abassi@courrier.example;events+trainings;at_once;Formulaire du site;371
Jocelyn Pervenche;jocelyn.pervenche@courrier.example;jobs;at_once;Formulaire du site;344
Ondine Maricourt;ondine.maricourt@courrier.example;life+resources;monthly;Bulletin papier;330
Briac Lesonneur;briac.lesonneur@courrier.example;events;weekly;Page d’accueil du site;301
Mairie de La Couyère imaginaire;accueil@mairie-couyere.example;calls+events+life;weekly;Par mail;288
Zélie Chantepie-Rêvée;zelie.chantepie@courrier.example;events+exchanges;at_once;Page d’accueil du site;270
Côme Haudebert;come.haudebert@courrier.example;trainings;monthly;Formulaire du site;264
Radio des Deux Rives;redaction@radio-deux-rives.example;life+events+calls;at_once;Par mail;251
Armelle Toussaint-Fable;armelle.toussaint@courrier.example;exchanges+resources;weekly;Bulletin papier;240
Idriss Montgolfier;idriss.montgolfier@courrier.example;jobs+trainings;at_once;Page d’accueil du site;228
Le Cartable partagé;bonjour@cartable-partage.example;calls+trainings+life;weekly;Formulaire du site;214
Floriane Duclavecin;floriane.duclavecin@courrier.example;life;monthly;Page d’accueil du site;199
Enora Passerose;enora.passerose@courrier.example;events+life;weekly;Page d’accueil du site;187
Théophile Grandlarge;theophile.grandlarge@courrier.example;calls;at_once;Formulaire du site;170
Les Mains dans la terre;contact@mains-terre.example;exchanges+life+events;weekly;Au téléphone;158
Lubin Sauvageon;lubin.sauvageon@courrier.example;events;monthly;Page d’accueil du site;141
Capucine Ravel-Imaginée;capucine.ravel@courrier.example;trainings+resources;weekly;Formulaire du site;126
Ludivine Courtepaille;ludivine.courtepaille@courrier.example;life+jobs;at_once;Page d’accueil du site;113
Foyer rural de Pléchâtel imaginaire;foyer@foyer-plechatel.example;events+exchanges+calls;weekly;Bulletin papier;98
Aurèle Boisjoli;aurele.boisjoli@courrier.example;life+events+resources;weekly;Page d’accueil du site;84
Nine Castel-Rieur;nine.castel@courrier.example;jobs;weekly;Page d’accueil du site;71
Bénédicte Ormeau;benedicte.ormeau@courrier.example;trainings+calls;monthly;Formulaire du site;66
Gildas Pontorson-Fictif;gildas.pontorson@courrier.example;events+life;at_once;Page d’accueil du site;59
Coopérative des Toits roses;equipe@toits-roses.example;calls+life+exchanges;weekly;Par mail;52
`;

/** Readers of the demonstration hub. */
export const demoReaders: readonly PastReader[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', address = '', subjects = '', rhythm = '', source = '', daysAgo = ''] = line.split(';');
    return {
      name,
      address,
      subjects: subjects.split('+'),
      rhythm: rhythm as PastReader['rhythm'],
      source,
      daysAgo: Number(daysAgo),
    };
  });

/** Letters that the actors wrote: one in the archive, one that is being written. */
export const demoEditions: readonly PastEdition[] = [
  {
    title: 'Ce qui bouge chez nous, en ce moment',
    question:
      'Qu’avez-vous de neuf ? Un projet qui avance, un besoin, une fierté : racontez-le en quelques lignes, nous le ferons lire aux autres.',
    introduction:
      'Vous avez été nombreux à répondre, et ça fait du bien. Voici ce qui bouge entre Vilaine et Semnon, raconté par celles et ceux qui le font.',
    openedDaysAgo: 64,
    closesInDays: 15,
    sentDaysAgo: 46,
    news: [
      {
        title: 'La serre est debout, il ne manque que les tomates',
        body: 'Trente personnes, deux week-ends, une seule averse : la serre partagée est montée. Nous cherchons des tuteurs en châtaignier et deux paires de bras le mercredi après-midi. En échange, le café est bon et les courgettes arrivent.',
        structureName: 'Les Jardins du Semnon',
        authorName: 'Anouk Kervalune',
        isAnswer: true,
      },
      {
        title: 'Le four à pain s’allume un samedi par mois',
        body: 'Chacun apporte sa pâte ou vient l’apprendre sur place. On chauffe à neuf heures, on enfourne à onze, on mange à midi. Il nous faudrait du bois bien sec : si vous avez un tas qui vous encombre, nous venons le chercher.',
        structureName: 'Le Fournil des Landes',
        authorName: 'Ismaël Lachimère',
        isAnswer: true,
      },
      {
        title: 'Dix vélos remis en route cherchent cyclistes',
        body: 'L’atelier du jeudi a rendu dix vélos roulants cet hiver, dont deux à assistance électrique. Ils se prêtent au mois, contre une adhésion et une promesse de les rapporter propres. Les essais se font sur le parking, sous l’œil de Jeanne.',
        structureName: 'Roule ma Poule',
        authorName: 'Jeanne Lesonge',
        isAnswer: true,
      },
      {
        title: 'Une salle claire à partager le soir',
        body: 'Notre salle du premier étage est libre après dix-huit heures : quarante chaises, un écran, une cuisine. Nous la prêtons aux associations voisines, contre un coup de main pour le ménage et de quoi remplir la boîte à thé.',
        structureName: 'Tiers-lieu La Filature',
        authorName: 'Léonie Lafabule',
        isAnswer: false,
      },
      {
        title: 'On embauche, et on en est fiers',
        body: 'Après trois ans de bénévolat, l’épicerie crée son premier poste : vingt-quatre heures par semaine, caisse, commandes et bonne humeur. L’annonce est sur notre porte, et bientôt dans les offres du pôle.',
        structureName: 'Épicerie du coin',
        authorName: 'Dalila Kerlutin',
        isAnswer: false,
      },
    ],
  },
  {
    title: 'La prochaine lettre des acteurs',
    question:
      'La saison change, vos projets aussi. Qu’est-ce qui vous occupe, qu’est-ce qui vous manque, qu’est-ce qui vous a fait sourire ces dernières semaines ?',
    introduction: '',
    openedDaysAgo: 9,
    closesInDays: 24,
    sentDaysAgo: null,
    news: [
      {
        title: 'Notre cuve récupère l’eau de trois toits',
        body: 'Dix mille litres au dernier orage. Nous ouvrons les plans à qui veut faire pareil, et nous cherchons une pompe à main qui ne craint pas les enfants.',
        structureName: 'Les Passeurs d’eau',
        authorName: 'Perrine Songeval',
        isAnswer: true,
      },
      {
        title: 'Un costume de renard à retrouver',
        body: 'Prêté après le spectacle de printemps, jamais revenu. Il a une oreille recousue et beaucoup d’admirateurs. Si vous l’avez, un gâteau vous attend.',
        structureName: 'Le Champ commun des arts',
        authorName: 'Camille Trégalet',
        isAnswer: true,
      },
      {
        title: 'La machine à coudre à pédale marche à nouveau',
        body: 'Elle a cent ans et coud mieux que nous. Atelier de découverte à chaque vacances, cinq places, tissu fourni.',
        structureName: 'Les Petites Mains de l’Aff',
        authorName: 'Nadège Trébrume',
        isAnswer: false,
      },
    ],
  },
];
