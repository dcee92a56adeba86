import type { RelationStatus, RoleKind } from '#modules/people/index.ts';

/** Someone the demonstration hub knows. Names, addresses and numbers belong to nobody. */
export interface DemoPerson {
  givenName: string;
  familyName: string;
  town: string;
  /** What the hub reaches her with: `mail`, `shared` (a mailbox with others of her name), `phone`, `post`. */
  reach: readonly string[];
  roles: readonly { structure: string; kind: RoleKind; function: string; since: string }[];
  statuses: readonly { status: RelationStatus; note: string }[];
  tags: readonly string[];
}

// Given name, family name, town, reach, roles as structure>kind>function>since, statuses as status>note, tags.
const table = `
Maëlle/Kerdreux/Guichen/mail/Ressourcerie du Port>volunteer>>2022//
Oumar/Traoré-Vallon/Bain-de-Bretagne/mail/Café associatif La Tablée>employee>>2023//
Suzanne/Pirouelle/Guipry-Messac/mail///
Ilyes/Bensalah/Janzé/mail/Les Jardins du Semnon>employee>>2023//
Claudine/Rouzic/Pipriac/mail+phone/La Graineterie coopérative>volunteer>>2021//
Gwendal/Le Bihannec/Guichen/mail+phone/Menuiserie des Trois Rabots>employee>>2024//Numérique
Fatou/N’Diambour/Bain-de-Bretagne/mail/Épicerie du coin>employee>>2022//Intervenant·e possible
Hervé/Tournemine/Val d’Anast/mail+phone///Intervenant·e possible
Lina/Castagnère/Redon/mail/Les Petites Mains de l’Aff>employee>>2022//
Baptiste/Orvault/Goven/mail/Tiers-lieu La Filature>employee>>2024//
Rozenn/Abalain/Guichen/mail+phone/Le Hangar numérique>employee>>2024//
Youna/Querrien/Laillé/mail///
Théodore/Maubec/Janzé/mail///Réemploi
Inès/Villedieu/Bruz/mail+phone/Coopérative d’activité Chrysalide des Vallons>volunteer>>2024//
Paol/Gourmelen/Redon/mail///
Marguerite/Sauldre/Bain-de-Bretagne/mail///Coup de main à la fête
Dragan/Petrović/Guichen/mail+phone///
Nolwenn/Tréhic/Janzé/mail+phone///
Aïssata/Kontébé/Pipriac/mail/Roule ma Poule>employee>>2021//Alimentation
Jean-Loup/Fontanges/Janzé/mail/Les Jardins du Semnon>volunteer>>2024//Numérique
Nolwenn/Fictive/Lohéac/mail+phone/Les Jardins du Semnon>employee>Coordination>2019//Alimentation
Maël/Inventé/Guipry-Messac/mail+phone/La Graineterie coopérative>director>Gérance>2019//
Rozenn/Exemple/La Couyère/mail+phone/Épicerie du coin>chair>Présidence>2019//Alimentation
Gaëtan/Imaginé/Goven/mail+phone/Menuiserie des Trois Rabots>director>Cogérance>2019//
Yuna/Exemple/La Couyère/mail+phone/Ressourcerie du Port>director>Direction>2019//
Anouk/Kervalune/Bain-de-Bretagne/mail+phone+post/Les Jardins du Semnon>director>Directrice>2017//Numérique
Bastien/Trémoulin/Guipry-Messac/mail+post/La Graineterie coopérative>chair>Président>2020//
Camille/Trégalet/Grand-Fougeray/mail/Le Champ commun des arts>chair>Présidente>2023//
Dalila/Kerlutin/Sixt-sur-Aff/mail+phone+post/Épicerie du coin>chair>Présidente>2017//Énergie
Elouan/Trévaillant/Janzé/mail+post/Café associatif La Tablée>chair>Président>2020|Les Passeurs d’eau>board_member>>2024//
Faustine/Kerimagin/Laillé/mail/Menuiserie des Trois Rabots>chair>Présidente>2023//
Gaspard/Kergribouille/Pléchâtel/mail+phone+post/Ressourcerie du Port>chair>Président>2017//Café des porteurs
Hasna/Hautevague/La Couyère/mail+post/Vallons Énergie citoyenne>director>Directrice>2020//
Ismaël/Lachimère/Redon/mail/Le Fournil des Landes>chair>Président>2023//
Jeanne/Lesonge/Goven/mail+phone+post/Roule ma Poule>chair>Présidente>2017//Énergie
Kevin/Duconte/Langon/mail+post/Covoit’ des Vallons>chair>Président>2020//
Léonie/Lafabule/Guichen/mail/Tiers-lieu La Filature>chair>Présidente>2023//
Mathurin/Tournebrume/Val d’Anast/mail+phone+post/Le Hangar numérique>chair>Président>2017//Culture
Nadège/Trébrume/Retiers/mail+post/Les Petites Mains de l’Aff>chair>Présidente>2020|Habitat des Voisins>board_member>>2024/partner>/
Ousmane/Kerfantais/Lohéac/mail/Ferme pédagogique de la Couyère imaginaire>director>Directeur>2023//
Perrine/Songeval/Pipriac/mail+phone+post/Les Passeurs d’eau>chair>Présidente>2017//Commission mobilité
Quentin/Valdesonges/Bruz/mail+post/Entr’aides à domicile des deux rives>chair>Président>2020//
Roxane/Kermerveille/Crevin/mail/Crèche parentale Les Têtards>chair>Présidente>2023//
Soazig/Lavallée-Fictive/Bain-de-Bretagne/mail+phone+post/La Fabrique des possibles>chair>Présidente>2017//Culture
Tanguy/Brindavoine/Guipry-Messac/mail+post/Coopérative d’activité Chrysalide des Vallons>chair>Président>2020//
Ulysse/Pénombre/Grand-Fougeray/mail/Le Coup de pouce associatif>chair>Président>2023//
Violette/Bellecombe-Fictif/Sixt-sur-Aff/mail+phone+post/Cigales du Semnon>director>Directrice>2017//Culture
Wassim/Boisfiction/Janzé/phone+post/Partage d’emplois en Haute-Bretagne>chair>Président>2020|Épicerie solidaire Le Panier ouvert>board_member>>2024//
Yann/Lamarinette/Laillé/mail/Territoire zéro chômeur de Pipriac et alentours imaginaires>chair>Président>2023//
Zélie/Mirebois/Pléchâtel/mail+phone+post/Habitat des Voisins>chair>Présidente>2017//Alimentation
Armelle/Kerdoublon/La Couyère/mail+post/Bâtir terre et paille>chair>Présidente>2020//
Brieuc/Penvallon/Redon/mail/Radio Bocage inventée>chair>Président>2023//
Clémence/Rivabelle/Goven/mail+phone+post/Librairie L’Encre et la Mare>chair>Présidente>2017//Intervenant·e possible
Denez/Kerpapier/Langon/mail+post/Compagnie du Chien vert>director>Directeur>2020/partner>/
Edwige/Ruissel/Guichen/mail/Bagad et danses du Grand-Fougeray fictif>chair>Présidente>2023//
Fañch/Kervalune/Val d’Anast/mail+phone+post/Foyer de jeunes Le Tremplin des Vallons>chair>Président>2017//Numérique
Gwenola/Trémoulin/Retiers/mail+post/Coopérative jeunesse de l’été>chair>Présidente>2020|La Monnaie des bocages>board_member>>2024//
Hélory/Trégalet/Lohéac/mail/École des grands-parents malicieux>chair>Président>2023//
Ingrid/Kerlutin/Pipriac/mail+phone+post/Épicerie solidaire Le Panier ouvert>chair>Présidente>2017//Commission mobilité
Joris/Trévaillant/Bruz/mail+post/Bienvenue Exil Vilaine>chair>Président>2020//
Karine/Kerimagin/Crevin/mail/Le Relais des droits>director>Directrice>2023//
Ludivine/Kergribouille/Bain-de-Bretagne/mail+phone+post/Handisport en campagne>chair>Présidente>2017//Numérique
Malo/Hautevague/Guipry-Messac/mail+post/Voir autrement>chair>Président>2020/partner>/
Naïma/Lachimère/Grand-Fougeray/mail/Mieux vivre au pays>chair>Présidente>2023//
Odette/Lesonge/Sixt-sur-Aff/phone+post/Jardins partagés de la Prévôtais inventée>chair>Présidente>2017//Réemploi
Pascal/Duconte/Janzé/mail+post/Compost et Cie des Vallons>chair>Président>2020|La Graineterie coopérative>board_member>>2024//
Raymonde/Lafabule/Laillé/mail/Matériaux d’occase>chair>Présidente>2023//
Samuel/Tournebrume/Pléchâtel/mail+phone+post/La Monnaie des bocages>director>Directeur>2017//Intervenant·e possible
Thérèse/Trébrume/La Couyère/mail+post/SEL de la Chère>chair>Présidente>2020//
Valérie/Kerfantais/Redon/phone+post/Gîte et bistrot du Lac dormant>chair>Présidente>2023//
Aziliz/Songeval/Goven/mail+phone+post/Fédération des fêtes de village imaginaires>chair>Présidente>2017/partner>/Culture
Benoît/Valdesonges/Langon/mail+post/Paroles citoyennes>chair>Président>2020//
Colette/Kermerveille/Guichen/mail/Maison de la transition de Retiers inventée>chair>Présidente>2023//
Didier/Lavallée-Fictive/Val d’Anast/mail+phone+post/Haies vives et chemins creux>chair>Président>2017//Réemploi
Ernestine/Brindavoine/Retiers/mail+post/Atelier partagé de Langon inventé>director>Directrice>2020|Covoit’ des Vallons>board_member>>2024//
Fatoumata/Pénombre/Guichen/mail/Épicerie du coin>treasurer>Trésorière>2018//Intervenant·e possible
Gildas/Bellecombe-Fictif/Redon/mail+phone/Covoit’ des Vallons>secretary>Secrétaire>2019//
Huguette/Boisfiction/Laillé/post/Crèche parentale Les Têtards>treasurer>Trésorière>2020//
Ibrahima/Lamarinette/Grand-Fougeray/mail+post/Habitat des Voisins>employee>Chargée de développement>2021//
Josiane/Mirebois/Crevin/mail/Coopérative jeunesse de l’été>treasurer>Trésorière>2022//Numérique
Loeiza/Kerdoublon/Lohéac/mail+phone/Mieux vivre au pays>secretary>Secrétaire>2023//
Marcelin/Penvallon/Guichen/post/Fédération des fêtes de village imaginaires>treasurer>Trésorier>2024//
Noé/Rivabelle/Redon/mail+post/Le Champ commun des arts>employee>Animateur de réseau>2025//
Oscar/Kerpapier/Laillé/mail/Roule ma Poule>treasurer>Trésorier>2018//Énergie
Paulette/Ruissel/Grand-Fougeray/mail+phone/Entr’aides à domicile des deux rives>secretary>Secrétaire>2019//
Ronan/Kervalune/Crevin/post/Territoire zéro chômeur de Pipriac et alentours imaginaires>treasurer>Trésorier>2020//
Sidonie/Trémoulin/Lohéac/mail+post/Foyer de jeunes Le Tremplin des Vallons>employee>Comptable>2021//
Titouan/Trégalet/Guichen/mail/Voir autrement>treasurer>Trésorier>2022//Café des porteurs
Ursule/Kerlutin/Redon/mail+phone/Gîte et bistrot du Lac dormant>secretary>Secrétaire>2023//
Victorine/Trévaillant/Laillé/post/La Graineterie coopérative>treasurer>Trésorière>2024//
Yvonne/Kerimagin/Grand-Fougeray/mail+post/Le Fournil des Landes>employee>Coordination>2025//
Alban/Kergribouille/Crevin/mail/Les Passeurs d’eau>treasurer>Trésorier>2018//Numérique
Bérénice/Hautevague/Lohéac/mail+phone/Partage d’emplois en Haute-Bretagne>secretary>Secrétaire>2019//
Cyprien/Lachimère/Guichen/post/Bagad et danses du Grand-Fougeray fictif>treasurer>Trésorier>2020//
Doriane/Lesonge/Redon/mail+post/Handisport en campagne>employee>Chargée de développement>2021//
Émeline/Duconte/Laillé/mail/SEL de la Chère>treasurer>Trésorière>2022//Numérique
Félicien/Lafabule/Grand-Fougeray/mail+phone/Les Jardins du Semnon>secretary>Secrétaire>2023//
Ghislaine/Tournebrume/Pipriac/mail+phone//elected_official>Conseillère municipale à Pipriac/
Honoré/Trébrume/Laillé/mail+phone//elected_official>Adjoint à la vie associative, Guichen/
Isaline/Kerfantais/Retiers/mail+phone//elected_official>Vice-présidente à l’économie, intercommunalité/
Jacquotte/Songeval/La Couyère/mail+phone//elected_official>Conseiller départemental/
Killian/Valdesonges/Guipry-Messac/mail+phone//elected_official>Maire de Val-Fictif/
Lubin/Kermerveille/Langon/mail+phone//funder>Fondation des Vallons (imaginaire)/
Maiwenn/Lavallée-Fictive/Pipriac/mail+phone//funder>Caisse solidaire du Semnon (imaginaire)/
Noura/Brindavoine/Laillé/mail+phone//funder>Région, service de l’ESS/
Olympe/Pénombre/Goven/mail+phone//press>Radio Bocage inventée/
Prosper/Bellecombe-Fictif/Pipriac/mail+phone//press>Le Courrier des deux rives (imaginaire)/
Rosalie/Boisfiction/Laillé/mail+phone//press>La Gazette du Semnon (imaginaire)/
Sabri/Lamarinette/Crevin/mail//project_holder>Épicerie itinérante/Café des porteurs
Tiphaine/Mirebois/Crevin/phone//project_holder>Garage solidaire/Café des porteurs
Vivien/Kerdoublon/Langon/mail//project_holder>Ferme d’aquaponie/Café des porteurs
Anouk/Brindavoine/Guipry-Messac/mail//project_holder>Laverie de quartier/Café des porteurs
Bastien/Pénombre/Sixt-sur-Aff/phone//project_holder>Atelier vélo/Café des porteurs
Camille/Bellecombe-Fictif/Lohéac/mail//project_holder>Conserverie/Café des porteurs
Dalila/Boisfiction/Lohéac/mail+phone//project_holder>Crèche d’entreprises/Café des porteurs
Elouan/Lamarinette/La Couyère/post+phone//project_holder>Cantine de village/Café des porteurs
Faustine/Mirebois/Laillé/mail+phone//project_holder>Recyclerie sportive/Café des porteurs
Gaspard/Kerdoublon/Val d’Anast/mail///Coup de main à la fête
Hasna/Penvallon/Val d’Anast/mail///Coup de main à la fête
Ismaël/Rivabelle/Laillé/post///Coup de main à la fête
Jeanne/Kerpapier/La Couyère/post///Coup de main à la fête
Kevin/Ruissel/Pléchâtel/mail///Coup de main à la fête
Léonie/Kervalune/Val d’Anast/mail///Coup de main à la fête
Mathurin/Trémoulin/Langon/mail///Coup de main à la fête
Nadège/Trégalet/Langon/post///Coup de main à la fête
Ousmane/Kerlutin/La Couyère/mail///Coup de main à la fête
Perrine/Trévaillant/Bain-de-Bretagne/post///Coup de main à la fête
Quentin/Kerimagin/Retiers/post///Coup de main à la fête
Roxane/Kergribouille/Crevin/post///Coup de main à la fête
Aristide/Kervalune-Pré/Guichen/shared+post///Coup de main à la fête
Blandine/Kervalune-Pré/Guichen/shared+post///Coup de main à la fête
Corentine/Lesonge-Morvan/Bain-de-Bretagne/shared+post///Coup de main à la fête
Eudes/Lesonge-Morvan/Bain-de-Bretagne/shared+post///Coup de main à la fête
Fernand/Valdesonges/Redon/shared+post///Coup de main à la fête
Lucienne/Valdesonges/Redon/shared+post///Coup de main à la fête
`;

const list = (text = '') => text.split('|').filter(Boolean);

/** A hundred and thirty people around the structures of the demonstration. */
export const demoPeople: readonly DemoPerson[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [givenName = '', familyName = '', town = '', reach = '', roles, statuses, tags] = line.split('/');
    return {
      givenName,
      familyName,
      town,
      reach: reach.split('+'),
      roles: list(roles).map((role) => {
        const [structure = '', kind = '', words = '', since = ''] = role.split('>');
        return { structure, kind: kind as RoleKind, function: words, since };
      }),
      statuses: list(statuses).map((held) => {
        const [status = '', note = ''] = held.split('>');
        return { status: status as RelationStatus, note };
      }),
      tags: list(tags),
    };
  });

/** Postcodes of their towns. */
export const demoPostcodes: Readonly<Record<string, string>> = {
  'Bain-de-Bretagne': '35470',
  Guichen: '35580',
  Janzé: '35150',
  Pipriac: '35550',
  Redon: '35600',
  'Guipry-Messac': '35480',
  'Val d’Anast': '35330',
  Laillé: '35890',
  Bruz: '35170',
  Goven: '35580',
  'Grand-Fougeray': '35390',
  Retiers: '35240',
  Pléchâtel: '35470',
  Crevin: '35320',
  Langon: '35660',
  'Sixt-sur-Aff': '35550',
  Lohéac: '35550',
  'La Couyère': '35320',
};

/** Streets that are nowhere. */
export const demoStreets = [
  'rue des Nuages imaginaires',
  'chemin du Pré inventé',
  'impasse des Contes',
  'place du Marché rêvé',
  'allée des Trois Fables',
  'rue du Four imaginaire',
];

/** Two who share a home, and who is written to; the third couple is left for the team to notice. */
export const demoHouseholds = [
  { people: ['Aristide Kervalune-Pré', 'Blandine Kervalune-Pré'], writtenTo: 'Blandine Kervalune-Pré' },
  { people: ['Corentine Lesonge-Morvan', 'Eudes Lesonge-Morvan'], writtenTo: null },
] as const;

/** What the team wrote down, days ago. */
export const demoNotes = [
  {
    of: 'Nolwenn Fictive',
    kind: 'meeting',
    daysAgo: 12,
    text: 'Passée au pôle avec deux salariés du chantier : ils cherchent un camion frigorifique à partager avant l’été.',
  },
  {
    of: 'Rozenn Exemple',
    kind: 'call',
    daysAgo: 30,
    text: 'L’épicerie ouvrira un jour de plus. Elle veut bien témoigner à la prochaine rencontre sur les commerces de village.',
  },
  {
    of: 'Yuna Exemple',
    kind: 'mail',
    daysAgo: 45,
    text: 'Demande un modèle de convention de mise à disposition : envoyé.',
  },
  {
    of: 'Maël Inventé',
    kind: 'call',
    daysAgo: 64,
    text: 'Hésite encore entre Scop et Scic pour la reprise. À mettre en lien avec la menuiserie.',
  },
  {
    of: 'Suzanne Pirouelle',
    kind: 'note',
    daysAgo: 20,
    text: 'Propose des visites de jardin, ne veut pas être dans l’annuaire.',
  },
  {
    of: 'Fernand Valdesonges',
    kind: 'letter',
    daysAgo: 80,
    text: 'A répondu à l’appel à bénévoles par courrier : disponible le samedi, ne conduit plus.',
  },
] as const;

/** Who acts for whom. */
export const demoDelegates = [
  { person: 'Fernand Valdesonges', delegate: 'Lucienne Valdesonges', purpose: 'tout son courrier' },
] as const;

/** Known for years, and never heard of since: the page on how long people are kept shows them. */
export const demoForgotten = [
  { givenName: 'Anatole', familyName: 'Brumelointaine', monthsAgo: 47 },
  { givenName: 'Berthe', familyName: 'Kerautrefois', monthsAgo: 44 },
  { givenName: 'Clotaire', familyName: 'Lancienne-Route', monthsAgo: 38 },
  { givenName: 'Désirée', familyName: 'Trésautrefois', monthsAgo: 35 },
] as const;

/** Written down twice, by two people of the team. */
export const demoTwins = [
  { givenName: 'Oumar', familyName: 'Traoré Vallon', phone: '06 39 98 77 01' },
  { givenName: 'Claudine', familyName: 'Rouzic', phone: '06 39 98 77 02' },
] as const;
