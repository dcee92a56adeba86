/** What a column of a list of people may hold, in the order of the screen. */
export const personTargets = [
  { key: 'givenName', label: 'Prénom', group: 'person' },
  { key: 'familyName', label: 'Nom', group: 'person' },
  { key: 'fullName', label: 'Prénom et nom ensemble', group: 'person' },
  { key: 'email', label: 'E-mail', group: 'reach' },
  { key: 'phone', label: 'Téléphone', group: 'reach' },
  { key: 'street', label: 'Adresse postale (rue)', group: 'reach' },
  { key: 'postcode', label: 'Code postal', group: 'reach' },
  { key: 'city', label: 'Commune', group: 'reach' },
  { key: 'structure', label: 'Structure', group: 'structure' },
  { key: 'function', label: 'Fonction dans la structure', group: 'structure' },
  { key: 'status', label: 'Statut pour le pôle (partenaire, financeur…)', group: 'marks' },
  { key: 'tags', label: 'Étiquettes', group: 'marks' },
  { key: 'note', label: 'Remarque', group: 'marks' },
  { key: 'membershipDate', label: 'Date d’adhésion', group: 'membership' },
  { key: 'membershipUntil', label: 'Fin d’adhésion', group: 'membership' },
  { key: 'membershipLabel', label: 'Formule ou tarif d’adhésion', group: 'membership' },
  { key: 'membershipAmount', label: 'Montant réglé', group: 'membership' },
  { key: 'payerGivenName', label: 'Prénom de qui a payé', group: 'membership' },
  { key: 'payerFamilyName', label: 'Nom de qui a payé', group: 'membership' },
  { key: 'payerEmail', label: 'Mail de qui a payé', group: 'membership' },
  { key: 'consent', label: 'Accord pour recevoir des lettres (oui/non)', group: 'consent' },
  { key: 'consentDate', label: 'Date de cet accord', group: 'consent' },
  { key: 'consentSource', label: 'Où cet accord a été donné', group: 'consent' },
] as const;

export type PersonTarget = (typeof personTargets)[number]['key'];

export const targetGroups: Readonly<Record<(typeof personTargets)[number]['group'], string>> = {
  person: 'La personne',
  reach: 'Comment la joindre',
  structure: 'Sa structure',
  marks: 'Pour s’y retrouver',
  membership: 'Adhésion',
  consent: 'Accord pour être écrit·e',
};

const keys = new Set<string>(personTargets.map(({ key }) => key));
export const isPersonTarget = (key: string): key is PersonTarget => keys.has(key);

/** What each column means; a column left out is not taken. */
export interface PersonMapping {
  columns: readonly { column: string; target: PersonTarget }[];
}
