import { describe, expect, test } from 'vitest';
import { readTable } from '#platform/tabular/index.ts';
import { proposeMapping } from './propose-mapping.ts';
import { ruleOfHeader } from './header-rules.ts';

/** Headers of files of the same family as those we have, by what they mean. */
const headers: Record<string, readonly string[]> = {
  name: [
    'nom',
    'Nom',
    'NOM',
    'Nom de la structure',
    'nom_structure',
    'NOM_STRUCTURE',
    'Structure',
    'Dénomination',
    'denomination_unite_legale',
    'denominationUniteLegale',
    'Raison sociale',
    'name',
    'title',
    'Titre',
    'bf_titre',
    'lib_fs',
    'USER_NOM',
    'EQUIP_NOM',
    'Nom du lieu',
    "Nom de l'association",
    'Nom de l’organisme',
    'Organisme',
    'Association',
    'nom_complet',
    'Nom du tiers-lieu',
    'Intitulé',
    'organisation',
    'Nom ou raison sociale',
  ],
  shortName: ['sigle', 'Enseigne', 'brand', 'Nom commercial', 'nom_usage', 'acronyme'],
  legalForm: [
    'Forme juridique',
    'Statut juridique',
    'legal_form',
    'categorie_juridique',
    'categorieJuridiqueUniteLegale',
    'nature_juridique',
    'Type de structure',
    'typologie',
    'kind',
    'Statut',
    'famille_ess',
  ],
  siret: [
    'siret',
    'SIRET',
    'N° SIRET',
    'Numéro SIRET',
    'siret_siege',
    'Siret de la structure',
    'COLL_SIRET',
    'structure_siret',
  ],
  siren: ['siren', 'N° SIREN'],
  rna: ['rna', 'Numéro RNA', 'identifiant_association', 'RNA_asso'],
  identifier: ['pivot'],
  yearFounded: [
    'Année de création',
    'date_creation',
    'dateCreationUniteLegale',
    'Date de création de la structure',
    'founded',
  ],
  staff: [
    'Effectif',
    'Effectifs',
    'Nombre de salariés',
    'tranche_effectifs',
    'tranche_effectif_salarie',
    'trancheEffectifsUniteLegale',
    'Nb salariés ETP',
  ],
  mission: ['Mission', 'summary', 'presentation_resume', 'Résumé', 'Objet', 'objet social', 'accroche'],
  description: [
    'description',
    'Description',
    'presentation_detail',
    'Présentation',
    'descriptionMore',
    'Commentaire',
    'bf_description',
    'A propos',
    'commitment',
    'Remarques',
  ],
  themes: [
    'Thématiques',
    'thèmes',
    'categories',
    'Catégorie',
    'taxonomy',
    "Secteur d'activité",
    'Domaine d’intervention',
    'Activités',
    'Tag 1',
    'Tag 50',
    'tags',
    'Mots-clés',
    'Filière',
    'EQUIP_THEME',
    'thematiques',
    'Secteur',
  ],
  offers: ['services', 'Services proposés', 'Activités proposées', 'Prestations', 'Offre'],
  needs: ['Besoins', 'Je recherche'],
  skills: ['Compétences', 'Savoir-faire'],
  means: ['Matériel mis à disposition', 'Équipements', 'Salles'],
  audiences: [
    'publics',
    'publics_accueillis',
    'publics_specifiquement_adresses',
    'Public',
    'PUBLIC_',
    'Bénéficiaires',
    'Publics cibles',
  ],
  street: [
    'adresse',
    'Adresse',
    'ADRESSE',
    'Adresse postale',
    'address',
    'address.streetAddress',
    'streetAddress',
    'address.street',
    'Rue',
    'Adresse 1',
    'adresse_postale',
    'USER_ADRES',
    'ADR_NOMVOIE',
    'bf_adresse',
    'Adresse de la structure',
    'Adresse complète',
  ],
  addressComplement: ['complement_adresse', "Complément d'adresse", 'Complément', 'Adresse 2', 'USER_QUART'],
  postcode: [
    'code_postal',
    'Code postal',
    'CP',
    'cp',
    'post_code',
    'postalCode',
    'address.postalCode',
    'postcode',
    'ADR_CODEPOSTAL',
    'codePostal',
    'Code Postal de la structure',
    'zip',
    'bf_code_postal',
  ],
  city: [
    'commune',
    'Commune',
    'Ville',
    'VILLE',
    'city',
    'address.addressLocality',
    'address.city',
    'lib_com',
    'libelle_commune',
    'Nom de la commune',
    'ADR_COMMUNE',
    'bf_ville',
    'Localité',
  ],
  insee: [
    'code_insee',
    'Code INSEE',
    'insee_com',
    'codeInsee',
    'code_commune',
    'INSEE',
    'code_commune_insee',
    'Code_commune_INSEE',
    'citycode',
  ],
  department: ['department', 'Département', 'insee_dep', 'dept', 'Code département'],
  phone: [
    'telephone',
    'Téléphone',
    'Tél.',
    'tel',
    'N° de téléphone',
    'Numéro de téléphone',
    'phone',
    'TELEPHONE',
    'EQUIP_TEL',
    'Portable',
    'bf_telephone',
    'Téléphone de la structure',
  ],
  email: [
    'email',
    'E-mail',
    'mail',
    'MAIL',
    'Courriel',
    'courriels',
    'Adresse e-mail',
    'Adresse mail',
    'Adresse électronique',
    'bf_mail',
    'EQUIP_EMAIL',
    'Mail de la structure',
    'mél',
  ],
  website: [
    'site_web',
    'Site web',
    'Site internet',
    'website',
    'SITE_INTER',
    'site',
    'www',
    'EQUIP_WEB',
    'Adresse du site internet',
    'contact_website',
    'bf_site_internet',
    'Page web',
  ],
  links: ['Facebook', 'Page Facebook', 'instagram', 'LinkedIn', 'Réseaux sociaux', 'lien_source', 'url'],
  openingHours: [
    'horaires',
    'Horaires',
    'HORAIRE',
    "Horaires d'ouverture",
    'horaires_accueil',
    'opening_hours',
    'openHoursMoreInfos',
    'EQUIP_OUVERTURE',
    'Jours et horaires',
  ],
  contactName: [
    'Contact',
    'Nom du contact',
    'Prénom',
    'Nom du responsable',
    'Nom du référent',
    'Responsable',
    'Président',
    'contact_nom_prenom',
  ],
  contactRole: ['Fonction', 'Fonction du contact'],
  contactEmail: ['Mail du contact', 'contact_email', 'Courriel du responsable'],
  contactPhone: ['Téléphone du contact', 'contact_phone', 'Portable du référent'],
  sourceKey: [
    'id',
    'ID',
    'pk',
    'id_fs',
    'identifiant',
    'TYPO_UID',
    'id_fiche',
    'uid',
    'EQUIP_UID',
    'recordid',
    'gid',
    '_id',
  ],
  sourceUpdatedAt: [
    'date_maj',
    'DATE_MAJ',
    'updated_at',
    'updatedAt',
    'Dernière mise à jour',
    'date_maj_fiche',
    'Date de modification',
    'lastModified',
  ],
  photos: ['Photo', 'image', 'images', 'Logo', 'image_url', 'bf_image'],
  member: ['Adhérent', 'Adhérent (O/N)', 'membre', 'Est adhérent', 'Membre du pôle'],
  coordinates: [
    'coords',
    'coordonnees_gps',
    'geo_point_2d',
    'pointgeo',
    'geopoint',
    'wkt_geom',
    'Géolocalisation',
    'the_geom',
    'GPS',
  ],
};

describe('headers', () => {
  const cases = Object.entries(headers).flatMap(([target, names]) => names.map((name) => [name, target] as const));
  test.each(cases)('%s is %s', (header, target) => expect(ruleOfHeader(header)?.target).toBe(target));

  test.each([
    'created_at',
    'moderationState',
    'status',
    'rna_enrich_source',
    'addressCountry',
    'cle_ban',
    'naf',
    'is_active',
    'Horodateur',
  ])('%s is left out', (header) => {
    expect(ruleOfHeader(header)?.target ?? null).toBeNull();
  });
});

const propose = async (csv: string) => {
  const table = await readTable(new TextEncoder().encode(csv), { fileName: 'x.csv' });
  return new Map(proposeMapping(table).mapping.columns.map((column) => [column.column, column]));
};

describe('values', () => {
  test('speak when headers do not', async () => {
    const mapping = await propose(
      'A;B;C;D;E;F;G\n' +
        'Amis du canal;80746931700018;02 99 00 00 01;a@ami.fr;https://ami.fr;35600;47.65, -2.08\n' +
        'Bis repetita;75187049400026;02 99 00 00 02;b@ami.fr;https://bis.fr;35000;48.11, -1.67\n' +
        'Tiers-lieu;79285470500029;02 99 00 00 03;c@ami.fr;www.tiers.fr;35400;48.65, -2.01\n',
    );
    expect(Object.fromEntries([...mapping].map(([column, { target }]) => [column, target]))).toEqual({
      A: 'name',
      B: 'siret',
      C: 'phone',
      D: 'email',
      E: 'website',
      F: 'postcode',
      G: 'coordinates',
    });
  });

  test('contradict headers', async () => {
    const mapping = await propose(
      `Nom;Adresse mail;Site\n${'Ami;02 99 00 00 01;12\nBis;02 99 00 00 02;13\nTer;02 99 00 00 03;14\n'.repeat(3)}`,
    );
    expect(mapping.get('Adresse mail')?.target).toBe('phone');
    expect(mapping.get('Site')).toBeUndefined();
  });

  test('yes/no columns are tags, several together', async () => {
    const mapping = await propose(
      'Nom;Vélo;Compost;Wifi;Café;prise_rdv\nAmi;O;N;O;;Oui\nBis;N;N;O;O;Non\nTer;N;O;N;O;Oui\n',
    );
    expect(mapping.get('Compost')).toMatchObject({ target: 'themes', tag: 'Compost' });
    expect(mapping.has('prise_rdv')).toBe(false);
  });

  test('lists tell their separator', async () => {
    const mapping = await propose(
      'Nom,Services,Thèmes,Publics\nAmi,Un;Deux,A|B,"jeunes, seniors"\nBis,Trois,C,"tous"\n',
    );
    expect([
      mapping.get('Services')?.separator,
      mapping.get('Thèmes')?.separator,
      mapping.get('Publics')?.separator,
    ]).toEqual([';', '|', ',']);
  });
});
