/** An invented structure in a real municipality. Names, numbers and addresses belong to nobody. */
export interface DemoStructure {
  name: string;
  form: 'association' | 'scop' | 'scic' | 'cooperative' | 'insertion' | 'foundation' | 'public_body' | 'social_enterprise';
  /** INSEE code of the municipality. */
  town: string;
  postcode: string;
  street: string;
  /** Labels of the default themes, the main one first. */
  themes: readonly string[];
  mission: string;
  description?: string;
  offers?: readonly string[];
  needs?: readonly string[];
  means?: readonly string[];
  skills?: readonly string[];
  audiences?: readonly string[];
  hours?: string;
  founded?: number;
  staff?: '00' | '01' | '02' | '03' | '11' | '12' | '21';
  level?: 'base' | 'grouping' | 'regional_head' | 'support_body';
  supports?: readonly string[];
  contact?: readonly [name: string, role: string];
  is?: readonly ('member' | 'inspiring')[];
}

/** Fifty structures of an imaginary hub between Vilaine and Semnon. */
export const demoStructures: readonly DemoStructure[] = [
  {
    name: 'Les Jardins du Semnon', form: 'insertion', town: '35106', postcode: '35620', street: 'La Lande aux Merles',
    themes: ['Agriculture paysanne et maraîchage', 'Insertion par l’activité économique'],
    mission: 'Chantier d’insertion en maraîchage biologique : douze personnes reprennent pied, deux cents paniers partent chaque semaine.',
    description: 'Sur quatre hectares et sous six serres, une équipe cultive une soixantaine de légumes de saison. Les salariées et salariés restent de six mois à deux ans, le temps de régler ce qui bloque et de préparer la suite : permis, logement, formation.\n\nOn vient chercher son panier à la ferme, au marché de Bain ou dans onze dépôts. Le premier vendredi du mois, on ouvre les serres et on montre comment ça pousse.',
    offers: ['Paniers de légumes bio toute l’année', 'Visites de serres pour les classes', 'Prêt d’un broyeur à végétaux'],
    needs: ['Bénévoles pour le soutien en français', 'Un camion frigorifique à partager'],
    means: ['Serre de 200 m²', 'Broyeur', 'Salle de formation de 15 places'], skills: ['Maraîchage bio', 'Encadrement technique'],
    audiences: ['Personnes éloignées de l’emploi', 'Familles'], hours: 'Tu,Fr 16:00-19:00; Fr 09:00-12:00', founded: 2006, staff: '11',
    contact: ['Nolwenn Fictive', 'Coordination'], is: ['member', 'inspiring'],
  },
  {
    name: 'La Graineterie coopérative', form: 'scic', town: '35126', postcode: '35580', street: '12 rue du Moulin inventé',
    themes: ['Agriculture paysanne et maraîchage', 'Formation'],
    mission: 'Semences paysannes récoltées ici, et tout ce qu’il faut savoir pour les ressemer chez soi.',
    description: 'Trente-deux paysannes, jardiniers et communes sont associés. La graineterie trie, ensache et vend cent quarante variétés adaptées à nos sols, et forme les jardins partagés à faire leurs graines.',
    offers: ['Formations aux semences', 'Bourse aux graines en mars', 'Tri de semences à façon'], needs: ['Parcelles isolées pour la multiplication'],
    means: ['Trieur à semences', 'Chambre froide'], founded: 2014, staff: '02', hours: 'We 14:00-18:00; Sa 09:30-12:30', contact: ['Maël Inventé', 'Gérance'], is: ['member'],
  },
  {
    name: 'Le Champ commun des arts', form: 'association', town: '35155', postcode: '35550', street: 'L’ancienne laiterie',
    themes: ['Spectacle vivant', 'Tiers-lieu'],
    mission: 'Résidences d’artistes dans une ancienne laiterie, et une salle de 90 places ouverte à qui veut jouer.',
    description: 'Huit compagnies s’y relaient chaque année. Le mercredi, les répétitions sont ouvertes ; le samedi soir, c’est soupe et spectacle à prix libre.',
    offers: ['Salle de 90 places équipée', 'Résidences de création', 'Prêt de gradins'], needs: ['Hébergements chez l’habitant pendant les résidences'],
    means: ['Salle noire', 'Régie lumière', 'Cuisine collective'], audiences: ['Artistes', 'Habitantes et habitants'], founded: 2011, staff: '01', is: ['inspiring'],
  },
  {
    name: 'Épicerie du coin', form: 'association', town: '35321', postcode: '35320', street: '3 place de l’Église',
    themes: ['Circuits courts et Amap', 'Lien social et entraide'],
    mission: 'Épicerie participative tenue par ses voisines et voisins : pain le matin, café toute la journée, point de rencontre du mercredi.',
    offers: ['Dépôt de pain et de colis', 'Livraison à vélo dans le bourg'], needs: ['Deux bénévoles le jeudi matin', 'Une vitrine réfrigérée d’occasion'],
    hours: 'Tu-Sa 08:30-12:30; We 16:00-19:00', founded: 2019, staff: '00', contact: ['Rozenn Exemple', 'Présidence'],
  },
  {
    name: 'Café associatif La Tablée', form: 'association', town: '35219', postcode: '35550', street: '8 rue des Halles imaginaires',
    themes: ['Café associatif', 'Spectacle vivant'],
    mission: 'Le bistrot du bourg, rouvert par ses habitants : à manger le midi, du monde le soir, personne n’est de trop.',
    description: 'Mille adhérents, deux salariées, quarante bénévoles en cuisine et au bar. On y joue, on y chante, on y répare, on y fait ses papiers avec quelqu’un qui sait.',
    offers: ['Salle du fond pour les réunions', 'Cuisine professionnelle le lundi'], needs: ['Six bénévoles pour le jeudi midi'],
    means: ['Salle de 40 places', 'Sonorisation'], hours: 'We-Sa 09:00-22:00; Su 10:00-14:00', founded: 2017, staff: '01', is: ['member', 'inspiring'],
  },
  {
    name: 'Menuiserie des Trois Rabots', form: 'scop', town: '35126', postcode: '35580', street: 'Zone artisanale de la Lande fictive',
    themes: ['Écoconstruction et rénovation', 'Réemploi de matériaux'],
    mission: 'Onze salariés ont repris leur atelier en Scop : charpente, ossature et agencement en bois d’ici.',
    description: 'Quand le patron est parti à la retraite, l’équipe a choisi de ne pas se disperser. Deux ans plus tard, le carnet est plein et les décisions se prennent le vendredi à quatorze heures.',
    offers: ['Visites pour les équipes qui veulent reprendre', 'Chutes de bois à donner'], skills: ['Charpente', 'Reprise d’entreprise par les salariés'],
    means: ['Atelier de 600 m²', 'Raboteuse ouverte le samedi'], founded: 1988, staff: '11', contact: ['Gaëtan Imaginé', 'Cogérance'], is: ['member', 'inspiring'],
  },
  {
    name: 'Ressourcerie du Port', form: 'association', town: '35176', postcode: '35480', street: '21 quai des Gabares inventées',
    themes: ['Ressourcerie et recyclerie', 'Insertion par l’activité économique'],
    mission: 'Quatre cents tonnes par an reprennent du service : meubles, vélos, vaisselle, livres et matériel d’association.',
    offers: ['Collecte à domicile sur rendez-vous', 'Matériel réformé pour les associations', 'Ateliers meubles le samedi'],
    needs: ['Un hangar de stockage', 'Conducteur ou conductrice de camion, deux jours par mois'], means: ['Camion de 20 m³ avec chauffeur', 'Chariot élévateur'],
    hours: 'We,Fr 14:00-18:00; Sa 10:00-12:00,14:00-18:00', founded: 2012, staff: '12', contact: ['Yuna Exemple', 'Direction'], is: ['member'],
  },
  {
    name: 'Vallons Énergie citoyenne', form: 'scic', town: '35012', postcode: '35470', street: '5 rue de la Forge inventée',
    themes: ['Énergie citoyenne et sobriété'],
    mission: 'Des toits d’écoles et de granges qui produisent, des habitants qui décident : déjà onze centrales, toutes financées ici.',
    offers: ['Étude gratuite de votre toiture', 'Parts à 50 €', 'Soirées « ma facture décryptée »'], needs: ['Toitures de plus de 300 m²'],
    skills: ['Montage de projets citoyens', 'Achat groupé'], founded: 2016, staff: '01', is: ['member'],
  },
  {
    name: 'Le Fournil des Landes', form: 'scop', town: '35202', postcode: '35470', street: 'Le Four banal',
    themes: ['Transformation et restauration'],
    mission: 'Pain au levain cuit au bois, farines de cinq fermes voisines, et un four qu’on prête le dimanche.',
    offers: ['Fournée partagée le premier dimanche', 'Stages de boulange'], hours: 'Tu,Fr 15:30-19:00', founded: 2018, staff: '02',
  },
  {
    name: 'Roule ma Poule', form: 'association', town: '35012', postcode: '35470', street: '2 rue de la Gare imaginaire',
    themes: ['Vélo', 'Réparation et Repair Café'],
    mission: 'Atelier vélo où l’on répare soi-même, école de remise en selle et convois du samedi.',
    offers: ['Prêt de remorques et de vélos cargo', 'Marquage antivol', 'Permis vélo dans les écoles'], needs: ['Vélos d’enfant', 'Un local avec vitrine'],
    means: ['Vélo cargo électrique', 'Remorques'], hours: 'We 14:00-18:00; Sa 09:30-12:30', founded: 2020, staff: '01', is: ['member'],
  },
  {
    name: 'Covoit’ des Vallons', form: 'association', town: '35126', postcode: '35580', street: 'Maison des services fictive',
    themes: ['Mobilité solidaire et autopartage', 'Lien social et entraide'],
    mission: 'Des conducteurs bénévoles accompagnent qui n’a pas de voiture : courses, médecin, entretien d’embauche. On réserve par téléphone.',
    offers: ['Transport solidaire à 0,35 € le kilomètre', 'Location de deux-roues'], needs: ['Conductrices et conducteurs du côté de Lassy et de Baulon'],
    audiences: ['Personnes âgées', 'Jeunes en insertion'], founded: 2015, staff: '01', is: ['member'],
  },
  {
    name: 'Tiers-lieu La Filature', form: 'scic', town: '35090', postcode: '35320', street: '14 rue de l’Usine inventée',
    themes: ['Espace de travail partagé', 'Atelier partagé et fablab', 'Tiers-lieu'],
    mission: 'Quarante bureaux, un atelier bois et métal, une cantine : une ancienne filature où l’on travaille sans être seul.',
    description: 'Communes, entreprises et usagers en sont associés. On y loue un bureau à l’heure ou à l’année, on y tient son assemblée, on y emprunte une découpe laser.',
    offers: ['Bureaux et salles à la demi-journée', 'Formation aux machines', 'Domiciliation d’associations'], means: ['Salle de 80 places', 'Découpe laser', 'Visioconférence'],
    hours: 'Mo-Fr 08:30-18:30', founded: 2018, staff: '02', is: ['member', 'inspiring'],
  },
  {
    name: 'Le Hangar numérique', form: 'association', town: '35168', postcode: '35330', street: '6 rue du Lavoir fictif',
    themes: ['Médiation numérique', 'Numérique libre et services en ligne'],
    mission: 'Dépanner, apprendre, remettre en état : on vient avec sa question, on repart en sachant faire.',
    offers: ['Permanences dans douze communes', 'Ordinateurs reconditionnés à 80 €', 'Hébergement de sites d’associations'], needs: ['Ordinateurs portables de moins de huit ans'],
    skills: ['Linux', 'Accessibilité web'], hours: 'Mo,Th 14:00-18:00', founded: 2016, staff: '02', is: ['member'],
  },
  {
    name: 'Les Petites Mains de l’Aff', form: 'association', town: '35328', postcode: '35550', street: 'Ancienne école des garçons',
    themes: ['Textile', 'Lien social et entraide'],
    mission: 'Atelier de couture où les chutes deviennent cabas, nappes et costumes, et où l’on parle toutes les langues.',
    offers: ['Retouches à prix libre', 'Location de costumes'], needs: ['Surjeteuse', 'Tissus d’ameublement'], founded: 2013, staff: '00',
  },
  {
    name: 'Ferme pédagogique de la Couyère imaginaire', form: 'scop', town: '35343', postcode: '35320', street: 'Le Bas Chemin',
    themes: ['Éducation à l’environnement', 'Agriculture paysanne et maraîchage'],
    mission: 'Vaches nantaises, mare à tritons et classes vertes : on apprend en mettant les bottes.',
    offers: ['Classes découverte', 'Anniversaires à la ferme', 'Gîte de 20 lits'], means: ['Gîte de 20 lits', 'Minibus de 9 places'], founded: 2009, staff: '02',
  },
  {
    name: 'Les Passeurs d’eau', form: 'association', town: '35289', postcode: '35480', street: 'La Maison éclusière inventée',
    themes: ['Eau et rivières', 'Patrimoine et langues'],
    mission: 'Redonner la Vilaine à ses riverains : balades en toue, suivi des berges, fêtes de l’eau.',
    offers: ['Sorties en barque à voile', 'Chantiers de berges ouverts à tous'], needs: ['Ponton provisoire pour l’été'], means: ['Deux toues de 12 places', 'Gilets de sauvetage'], founded: 2010,
  },
  {
    name: 'Entr’aides à domicile des deux rives', form: 'association', town: '35176', postcode: '35480', street: '9 rue du Pont fictif',
    themes: ['Aide à domicile', 'Grand âge'],
    mission: 'Soixante-dix professionnelles pour rester chez soi, bien, longtemps.',
    offers: ['Aide à la vie quotidienne', 'Portage de repas', 'Répit pour les aidants'], needs: ['Véhicules de prêt le week-end', 'Auxiliaires de vie'],
    audiences: ['Personnes âgées', 'Personnes handicapées'], hours: 'Mo-Fr 09:00-12:30,13:30-17:00', founded: 1974, staff: '21', is: ['member'],
  },
  {
    name: 'Crèche parentale Les Têtards', form: 'association', town: '35033', postcode: '35890', street: '11 allée des Roseaux inventés',
    themes: ['Petite enfance', 'Parentalité'],
    mission: 'Vingt places, des parents qui cuisinent et décident, un grand potager à hauteur d’enfant.',
    offers: ['Accueil occasionnel', 'Ludothèque le samedi'], hours: 'Mo-Fr 07:45-18:30', founded: 1996, staff: '11', is: ['member'],
  },
  {
    name: 'La Fabrique des possibles', form: 'association', town: '35012', postcode: '35470', street: '1 place des Initiatives imaginaires',
    themes: ['Création d’activité', 'Formation'],
    mission: 'Accompagner celles et ceux qui ont une idée utile au territoire, de l’envie au premier emploi.',
    level: 'support_body', supports: ['Émergence d’idées', 'Étude de faisabilité', 'Recherche de financements'],
    offers: ['Rendez-vous gratuit en dix jours', 'Groupe de porteuses de projet chaque mois'], skills: ['Animation de collectifs', 'Modèle économique'], founded: 2008, staff: '02', is: ['member'],
  },
  {
    name: 'Coopérative d’activité Chrysalide des Vallons', form: 'scop', town: '35126', postcode: '35580', street: 'Tiers-lieu du Canal fictif',
    themes: ['Coopérative d’activité et d’emploi', 'Création d’activité'],
    mission: 'Se lancer à son compte sans être seul : cent vingt entrepreneurs salariés de leur coopérative.',
    level: 'support_body', supports: ['Test d’activité', 'Portage', 'Facturation et paie'], offers: ['Réunion d’information le premier lundi'], founded: 2005, staff: '11', is: ['member'],
  },
  {
    name: 'Le Coup de pouce associatif', form: 'association', town: '35168', postcode: '35330', street: 'Maison des associations inventée',
    themes: ['Appui aux associations', 'Conseil et études'],
    mission: 'Statuts, paie, comptes, assemblée : le guichet qui répond aux petites associations, sans jargon.',
    level: 'support_body', supports: ['Création d’association', 'Emploi associatif', 'Comptabilité'], offers: ['Paie mutualisée', 'Formations du jeudi soir'], skills: ['Droit associatif', 'Comptabilité'],
    hours: 'Tu,Th 09:30-12:30,14:00-17:30', founded: 2003, staff: '02', is: ['member'],
  },
  {
    name: 'Cigales du Semnon', form: 'association', town: '35221', postcode: '35470', street: 'Mairie annexe imaginaire',
    themes: ['Financement solidaire'],
    mission: 'Quinze épargnants mettent de côté chaque mois et entrent au capital des projets qu’ils aiment.',
    level: 'support_body', supports: ['Apport en capital', 'Parrainage des premières années'], offers: ['Prises de participation de 1 000 à 5 000 €'], founded: 2011,
  },
  {
    name: 'Partage d’emplois en Haute-Bretagne', form: 'association', town: '35126', postcode: '35580', street: '30 rue de l’Avenir fictif',
    themes: ['Groupement d’employeurs et emploi partagé'],
    mission: 'Un comptable le lundi, une animatrice le mardi : vingt-huit structures se partagent neuf salariés.',
    level: 'grouping', offers: ['Temps partagé à partir d’une demi-journée'], needs: ['Trois associations pour un poste de communication'], founded: 2012, staff: '03', is: ['member'],
  },
  {
    name: 'Territoire zéro chômeur de Pipriac et alentours imaginaires', form: 'association', town: '35219', postcode: '35550', street: 'La Halle aux idées',
    themes: ['Territoire zéro chômeur', 'Lien social et entraide'],
    mission: 'Partir des personnes et de ce qui manque au village pour inventer des emplois durables.',
    offers: ['Lavage de véhicules à la vapeur', 'Broyage de haies', 'Épicerie ambulante'], audiences: ['Personnes privées d’emploi'], founded: 2016, staff: '21', is: ['inspiring'],
  },
  {
    name: 'Habitat des Voisins', form: 'cooperative', town: '35139', postcode: '35890', street: 'Le Clos partagé',
    themes: ['Habitat participatif', 'Écoconstruction et rénovation'],
    mission: 'Quatorze logements autour d’un jardin, une buanderie, une chambre d’amis et des décisions prises ensemble.',
    offers: ['Visites pour les groupes qui se lancent', 'Salle commune à prêter'], means: ['Salle de 30 places', 'Chambre d’amis'], founded: 2014,
  },
  {
    name: 'Bâtir terre et paille', form: 'scop', town: '35016', postcode: '35580', street: 'Le Four à chaux fictif',
    themes: ['Écoconstruction et rénovation', 'Formation'],
    mission: 'Bauge, torchis, paille : remettre debout les maisons d’ici avec ce qu’on a sous les pieds.',
    offers: ['Chantiers participatifs', 'Diagnostic de murs humides'], skills: ['Terre crue', 'Chaux'], founded: 2013, staff: '02',
  },
  {
    name: 'Radio Bocage inventée', form: 'association', town: '35237', postcode: '35660', street: '4 rue des Ondes',
    themes: ['Médias et livre', 'Éducation populaire'],
    mission: 'La voix des bourgs, des fermes et des collèges : une radio faite par ceux qui l’écoutent.',
    offers: ['Ateliers radio dans les écoles', 'Spots pour les associations', 'Enregistrement d’assemblées'], means: ['Studio mobile', 'Enregistreurs à prêter'], founded: 1998, staff: '02', is: ['member'],
  },
  {
    name: 'Librairie L’Encre et la Mare', form: 'scop', town: '35012', postcode: '35470', street: '16 rue du Marché imaginaire',
    themes: ['Médias et livre'],
    mission: 'Une librairie qui roule : boutique à Bain, camionnette de livres dans dix villages.',
    offers: ['Tournée du livre le jeudi', 'Lectures à voix haute'], hours: 'Tu-Sa 10:00-12:30,14:30-19:00', founded: 2015, staff: '02',
  },
  {
    name: 'Compagnie du Chien vert', form: 'association', town: '35155', postcode: '35550', street: 'Chez Le Champ commun des arts',
    themes: ['Spectacle vivant', 'Éducation populaire'],
    mission: 'Théâtre de plein air, joué dans les cours de ferme et les salles des fêtes, avec ce que disent les gens.',
    offers: ['Spectacles pour fêtes et assemblées', 'Théâtre-forum sur mesure'], needs: ['Granges pour l’été'], founded: 2007, staff: '01',
  },
  {
    name: 'Bagad et danses du Grand-Fougeray fictif', form: 'association', town: '35124', postcode: '35390', street: 'Salle de la Tour',
    themes: ['Patrimoine et langues', 'Spectacle vivant'],
    mission: 'Sonner, danser, chanter en gallo, de six à quatre-vingt-six ans.',
    offers: ['Fest-noz clé en main', 'Initiation au gallo dans les écoles'], means: ['Parquet de danse démontable de 80 m²'], founded: 1982,
  },
  {
    name: 'Foyer de jeunes Le Tremplin des Vallons', form: 'association', town: '35012', postcode: '35470', street: '20 rue de la Jeunesse inventée',
    themes: ['Jeunesse', 'Logement et hébergement'],
    mission: 'Se loger pour un stage, un premier emploi, une saison : trente studios et une équipe qui connaît son monde.',
    offers: ['Logements meublés de une semaine à deux ans', 'Restaurant ouvert à tous'], means: ['Salle de 60 places', 'Cuisine collective'], founded: 1991, staff: '11', is: ['member'],
  },
  {
    name: 'Coopérative jeunesse de l’été', form: 'association', town: '35126', postcode: '35580', street: 'Espace jeunes imaginaire',
    themes: ['Jeunesse', 'Création d’activité'],
    mission: 'Quinze jeunes de 16 à 18 ans créent leur entreprise pour l’été et apprennent à décider ensemble.',
    offers: ['Lavage de vitres, jardinage, baby-sitting en juillet et août'], needs: ['Un local pour l’été', 'Clientes et clients'], founded: 2017, is: ['inspiring'],
  },
  {
    name: 'École des grands-parents malicieux', form: 'association', town: '35106', postcode: '35620', street: 'Bibliothèque fictive',
    themes: ['Lien social et entraide', 'Parentalité'],
    mission: 'Des retraités transmettent un geste, une recette, une chanson aux enfants du mercredi.',
    offers: ['Ateliers entre générations', 'Lectures en crèche'], founded: 2012,
  },
  {
    name: 'Épicerie solidaire Le Panier ouvert', form: 'association', town: '35219', postcode: '35550', street: '2 passage du Puits inventé',
    themes: ['Aide alimentaire et épicerie solidaire', 'Lutte contre la précarité'],
    mission: 'Bien manger avec peu : produits frais à 20 % du prix, cuisine à plusieurs, dignité pour tous.',
    offers: ['Ateliers cuisine', 'Jardin partagé'], needs: ['Producteurs pour les invendus', 'Congélateur coffre'], hours: 'Tu,Fr 10:00-12:00,14:00-17:00', founded: 2004, staff: '01', is: ['member'],
  },
  {
    name: 'Bienvenue Exil Vilaine', form: 'association', town: '35236', postcode: '35600', street: '7 rue du Port imaginaire',
    themes: ['Accueil des personnes exilées', 'Accès aux droits'],
    mission: 'Un toit, des cours de français, des voisins : accueillir, tout simplement.',
    offers: ['Cours de français quotidiens', 'Réseau d’hébergement citoyen'], needs: ['Familles d’accueil', 'Interprètes en dari et en tigrigna'], founded: 2015, staff: '01',
  },
  {
    name: 'Le Relais des droits', form: 'association', town: '35168', postcode: '35330', street: 'Maison des services fictive',
    themes: ['Accès aux droits'],
    mission: 'Une permanence itinérante pour comprendre un courrier, remplir un dossier, faire valoir ses droits.',
    offers: ['Camion des droits dans seize communes'], means: ['Camion aménagé'], founded: 2018, staff: '01',
  },
  {
    name: 'Handisport en campagne', form: 'association', town: '35033', postcode: '35890', street: 'Complexe sportif inventé',
    themes: ['Sport', 'Handicap'],
    mission: 'Joëlettes, tandems et fauteuils tout terrain : la campagne pour toutes les jambes.',
    offers: ['Prêt de joëlettes', 'Sorties accompagnées le dimanche'], needs: ['Bénévoles pour pousser et tirer'], means: ['Trois joëlettes', 'Minibus adapté'], founded: 2013, is: ['member'],
  },
  {
    name: 'Voir autrement', form: 'association', town: '35012', postcode: '35470', street: 'Médiathèque imaginaire',
    themes: ['Handicap', 'Médias et livre'],
    mission: 'Cinéma audiodécrit, livres en gros caractères, visites à toucher : la culture pour celles et ceux qui voient peu.',
    offers: ['Audiodescription d’événements', 'Conseil en accessibilité de documents'], skills: ['Accessibilité', 'Braille'], founded: 2009, staff: '01', is: ['member'],
  },
  {
    name: 'Mieux vivre au pays', form: 'association', town: '35149', postcode: '35580', street: '1 chemin du Bien-Être fictif',
    themes: ['Prévention et bien-être', 'Santé mentale'],
    mission: 'Groupes de parole, marche du lundi, écoute : prendre soin avant que ça casse.',
    offers: ['Écoute gratuite', 'Formation aux premiers secours en santé mentale'], founded: 2019, staff: '01',
  },
  {
    name: 'Jardins partagés de la Prévôtais inventée', form: 'association', town: '35231', postcode: '35320', street: 'La Prévôtais',
    themes: ['Jardins partagés', 'Compost et réduction des déchets'],
    mission: 'Quarante parcelles, un four à pain, un compost qui fume : le dimanche, on échange plants et conseils.',
    offers: ['Parcelles à l’année', 'Bourse aux plants en mai'], means: ['Broyeur', 'Motoculteur'], founded: 2010,
  },
  {
    name: 'Compost et Cie des Vallons', form: 'association', town: '35176', postcode: '35480', street: 'Déchèterie des Rosais fictive',
    themes: ['Compost et réduction des déchets'],
    mission: 'Former, installer, suivre : deux cents sites de compost partagé sur trente communes.',
    offers: ['Toilettes sèches et vaisselle pour les fêtes', 'Formation de guides composteurs'], means: ['Vaisselle pour 500 personnes', 'Toilettes sèches mobiles'], founded: 2014, staff: '02', is: ['member'],
  },
  {
    name: 'Matériaux d’occase', form: 'scic', town: '35124', postcode: '35390', street: 'Ancienne scierie imaginaire',
    themes: ['Réemploi de matériaux', 'Écoconstruction et rénovation'],
    mission: 'Portes, tuiles, poutres et radiateurs déposés avec soin, vendus au juste prix.',
    offers: ['Diagnostic avant démolition', 'Dépôt-vente de matériaux'], hours: 'We-Sa 09:00-12:00,14:00-18:00', founded: 2020, staff: '02',
  },
  {
    name: 'La Monnaie des bocages', form: 'association', town: '35139', postcode: '35890', street: '3 rue de l’Échange inventé',
    themes: ['Monnaie locale et échanges'],
    mission: 'Un billet qui ne quitte pas le pays : cent soixante commerces et associations l’acceptent.',
    offers: ['Comptoirs de change', 'Coup de pouce aux projets avec le fonds de garantie'], founded: 2015, staff: '01',
  },
  {
    name: 'SEL de la Chère', form: 'association', town: '35332', postcode: '35620', street: 'Salle des aînés',
    themes: ['Monnaie locale et échanges', 'Lien social et entraide'],
    mission: 'Une heure contre une heure : jardin, informatique, couture, trajet. On note au téléphone si on n’a pas internet.',
    offers: ['Échanges de services', 'Bourse locale tous les deux mois'], founded: 2001,
  },
  {
    name: 'Gîte et bistrot du Lac dormant', form: 'scop', town: '35012', postcode: '35470', street: 'Étang de Bain',
    themes: ['Tourisme et loisirs', 'Transformation et restauration'],
    mission: 'Dormir au bord de l’eau, manger ce qui pousse à moins de trente kilomètres, repartir à vélo.',
    offers: ['Séminaires au vert de 25 personnes', 'Location de vélos'], means: ['Salle de 25 places face à l’étang'], founded: 2019, staff: '02',
  },
  {
    name: 'Fédération des fêtes de village imaginaires', form: 'association', town: '35012', postcode: '35470', street: 'Maison des associations',
    themes: ['Appui aux associations', 'Vie démocratique et citoyenneté'],
    mission: 'Trente-quatre comités des fêtes mettent en commun barnums, tables, assurances et bonnes idées.',
    level: 'grouping', offers: ['Parc de matériel mutualisé', 'Assurance collective'], means: ['12 barnums', '600 chaises', 'Scène mobile'], founded: 1999, staff: '01', is: ['member'],
  },
  {
    name: 'Paroles citoyennes', form: 'association', town: '35126', postcode: '35580', street: '22 rue de la République fictive',
    themes: ['Vie démocratique et citoyenneté', 'Éducation populaire'],
    mission: 'Porteurs de parole, débats mouvants, budgets participatifs : outiller celles et ceux qui veulent décider à plusieurs.',
    offers: ['Animation de débats', 'Formation à la facilitation'], skills: ['Facilitation', 'Intelligence collective'], founded: 2014, staff: '01', is: ['member'],
  },
  {
    name: 'Maison de la transition de Retiers inventée', form: 'association', town: '35239', postcode: '35240', street: '10 rue du Vent',
    themes: ['Énergie citoyenne et sobriété', 'Éducation à l’environnement'],
    mission: 'Un lieu pour essayer avant d’acheter : four solaire, isolation, vélo électrique, poêle de masse.',
    offers: ['Prêt de caméras thermiques', 'Balades des toitures'], means: ['Caméra thermique', 'Wattmètres'], hours: 'We,Sa 14:00-18:00', founded: 2018, staff: '01',
  },
  {
    name: 'Haies vives et chemins creux', form: 'association', town: '35084', postcode: '35330', street: 'Le Bois-Joli fictif',
    themes: ['Biodiversité et milieux naturels'],
    mission: 'Planter, tailler, inventorier : dix kilomètres de haies chaque hiver avec les fermes et les écoles.',
    offers: ['Plants de pays à prix coûtant', 'Chantiers de plantation'], needs: ['Fermes prêtes à planter avant mars'], founded: 2011, staff: '01', is: ['inspiring'],
  },
  {
    name: 'Atelier partagé de Langon inventé', form: 'association', town: '35145', postcode: '35660', street: 'Ancienne gare',
    themes: ['Atelier partagé et fablab', 'Réparation et Repair Café'],
    mission: 'Soudure, tour, imprimante 3D et café chaud : on apporte ce qui est cassé, on repart avec le geste.',
    offers: ['Repair Café le dernier samedi', 'Initiation à la soudure'], means: ['Poste à souder', 'Imprimantes 3D'], hours: 'Th 18:00-21:00; Sa 10:00-17:00', founded: 2016,
  },
];
