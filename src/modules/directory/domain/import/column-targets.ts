/** How the cells of several columns that feed one target come together. */
export type TargetKind = 'one' | 'joined' | 'list' | 'flag' | 'slot';
export type TargetGroup = 'identity' | 'activity' | 'place' | 'contact' | 'directory' | 'source';

export type ColumnTarget = {
  readonly key: string;
  readonly label: string;
  readonly group: TargetGroup;
  readonly kind: TargetKind;
};

/** What a column may hold, in the order of the mapping screen. */
export const columnTargets = [
  { key: 'name', label: 'Nom', group: 'identity', kind: 'one' },
  { key: 'shortName', label: 'Nom court, sigle ou enseigne', group: 'identity', kind: 'one' },
  { key: 'legalForm', label: 'Forme juridique ou type de structure', group: 'identity', kind: 'one' },
  { key: 'level', label: 'Niveau (structure, regroupement, tête de réseau, appui)', group: 'identity', kind: 'one' },
  { key: 'siret', label: 'SIRET', group: 'identity', kind: 'one' },
  { key: 'siren', label: 'SIREN', group: 'identity', kind: 'one' },
  { key: 'rna', label: 'Numéro RNA', group: 'identity', kind: 'one' },
  { key: 'identifier', label: 'SIRET, SIREN ou RNA selon la ligne', group: 'identity', kind: 'one' },
  { key: 'yearFounded', label: 'Année ou date de création de la structure', group: 'identity', kind: 'one' },
  { key: 'staff', label: 'Effectif', group: 'identity', kind: 'one' },
  { key: 'mission', label: 'Mission en une phrase', group: 'activity', kind: 'one' },
  { key: 'description', label: 'Description', group: 'activity', kind: 'joined' },
  { key: 'themes', label: 'Thèmes d’activité', group: 'activity', kind: 'list' },
  { key: 'offers', label: 'Ce qu’elle propose', group: 'activity', kind: 'list' },
  { key: 'needs', label: 'Ce qu’elle cherche', group: 'activity', kind: 'list' },
  { key: 'skills', label: 'Compétences', group: 'activity', kind: 'list' },
  { key: 'means', label: 'Moyens : salles, matériel', group: 'activity', kind: 'list' },
  { key: 'audiences', label: 'Publics', group: 'activity', kind: 'list' },
  { key: 'street', label: 'Adresse', group: 'place', kind: 'one' },
  { key: 'streetNumber', label: 'Numéro dans la rue', group: 'place', kind: 'one' },
  { key: 'addressComplement', label: 'Complément d’adresse', group: 'place', kind: 'joined' },
  { key: 'postcode', label: 'Code postal', group: 'place', kind: 'one' },
  { key: 'city', label: 'Commune', group: 'place', kind: 'one' },
  { key: 'insee', label: 'Code INSEE de la commune', group: 'place', kind: 'one' },
  { key: 'department', label: 'Département', group: 'place', kind: 'one' },
  { key: 'latitude', label: 'Latitude ou Y', group: 'place', kind: 'one' },
  { key: 'longitude', label: 'Longitude ou X', group: 'place', kind: 'one' },
  { key: 'coordinates', label: 'Coordonnées dans une seule cellule', group: 'place', kind: 'one' },
  { key: 'openingHours', label: 'Horaires d’ouverture', group: 'place', kind: 'joined' },
  { key: 'openingSlot', label: 'Horaires d’un jour ou d’une demi-journée', group: 'place', kind: 'slot' },
  { key: 'phone', label: 'Téléphone', group: 'contact', kind: 'one' },
  { key: 'email', label: 'E-mail', group: 'contact', kind: 'one' },
  { key: 'website', label: 'Site web', group: 'contact', kind: 'one' },
  { key: 'links', label: 'Réseaux sociaux et autres liens', group: 'contact', kind: 'list' },
  { key: 'contactName', label: 'Nom d’une personne de contact', group: 'contact', kind: 'joined' },
  { key: 'contactRole', label: 'Fonction de la personne de contact', group: 'contact', kind: 'one' },
  { key: 'contactEmail', label: 'E-mail de la personne de contact', group: 'contact', kind: 'one' },
  { key: 'contactPhone', label: 'Téléphone de la personne de contact', group: 'contact', kind: 'one' },
  { key: 'photos', label: 'Photos (adresses)', group: 'directory', kind: 'list' },
  { key: 'photoCredit', label: 'Crédit des photos', group: 'directory', kind: 'one' },
  { key: 'member', label: 'Adhérente du pôle (oui/non)', group: 'directory', kind: 'flag' },
  { key: 'inspiringPlace', label: 'Lieu inspirant (oui/non)', group: 'directory', kind: 'flag' },
  { key: 'supportActor', label: 'Acteur de l’accompagnement (oui/non)', group: 'directory', kind: 'flag' },
  { key: 'supports', label: 'Ce qu’elle accompagne', group: 'directory', kind: 'list' },
  { key: 'sourceKey', label: 'Identifiant dans le fichier d’origine', group: 'source', kind: 'one' },
  { key: 'sourceUpdatedAt', label: 'Date de mise à jour', group: 'source', kind: 'one' },
] as const satisfies readonly ColumnTarget[];

export type TargetKey = (typeof columnTargets)[number]['key'];

const byKey: ReadonlyMap<string, ColumnTarget> = new Map(columnTargets.map((target) => [target.key, target]));

export const isTargetKey = (key: string): key is TargetKey => byKey.has(key);
export const targetKind = (key: TargetKey): TargetKind => byKey.get(key)?.kind ?? 'one';
export const targetLabel = (key: TargetKey): string => byKey.get(key)?.label ?? key;
