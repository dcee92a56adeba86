import { plural } from '#platform/french/index.ts';
import type { RowFilter } from '../../../queries/imports/import-rows.ts';
import type { ImportCounts, ImportRow, ImportStatus, Verdict } from '../../../queries/imports/import-sheet.ts';

export const verdictNames: Readonly<Record<Verdict, string>> = {
  new: 'Nouvelle',
  changed: 'À mettre à jour',
  unchanged: 'Sans changement',
  duplicate: 'Ressemble',
  rejected: 'Écartée',
};

export const statusNames: Readonly<Record<ImportStatus, string>> = {
  reading: 'Lecture en cours',
  mapping: 'Colonnes à vérifier',
  comparing: 'Comparaison en cours',
  ready: 'Prêt à importer',
  running: 'Import en cours',
  done: 'Terminé',
  undoing: 'Annulation en cours',
  undone: 'Annulé',
  failed: 'Interrompu',
};

export const decisionNames: Readonly<Record<NonNullable<ImportRow['decision']>, string>> = {
  merge: 'Compléter la fiche connue',
  create: 'Créer quand même',
  skip: 'Passer',
};

export const writtenNames: Readonly<Record<NonNullable<ImportRow['written']>, string>> = {
  added: 'Ajoutée',
  changed: 'Mise à jour',
  merged: 'Réunie à une fiche connue',
  none: 'Rien à faire',
};

export const undoneNames: Readonly<Record<NonNullable<ImportRow['undone']>, string>> = {
  removed: 'Mise à la corbeille',
  restored: 'Ramenée à son état d’avant',
  left: 'Laissée : modifiée depuis',
};

export const filterNames: Readonly<Record<RowFilter, string>> = {
  all: 'Toutes',
  new: 'Nouvelles',
  changed: 'À mettre à jour',
  unchanged: 'Sans changement',
  duplicate: 'Qui ressemblent',
  rejected: 'Écartées',
  doubtful: 'Valeurs à vérifier',
};

export const filterSlugs: Readonly<Record<RowFilter, string>> = {
  all: 'toutes',
  new: 'nouvelles',
  changed: 'mises-a-jour',
  unchanged: 'sans-changement',
  duplicate: 'ressemblances',
  rejected: 'ecartees',
  doubtful: 'a-verifier',
};

/** What an import did, in one line. */
export function doneInWords({ added = 0, updated = 0, merged = 0 }: ImportCounts): string {
  return [
    plural(added, 'structure ajoutée', 'structures ajoutées'),
    plural(updated, 'mise à jour', 'mises à jour'),
    plural(merged, 'réunie', 'réunies'),
  ].join(', ');
}

/** Why an act on an import was refused. */
export function importRefusal(reason: string): string {
  return refusals[reason] ?? 'Ce n’était pas possible. Rechargez la page et réessayez.';
}

const refusals: Readonly<Record<string, string>> = {
  not_my_turn: 'Cet import a changé d’étape entre-temps. Voici où il en est.',
  forbidden: 'Votre compte ne permet pas d’importer.',
  key_reused: 'Ce formulaire a déjà servi. Rechargez la page avant de recommencer.',
};
