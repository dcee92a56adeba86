import { plural } from '#platform/french/index.ts';
import type { ImportStatus } from '../domain/import-status.ts';
import type { RowVerdict } from '../domain/judge-row.ts';

export const statusNames: Readonly<Record<ImportStatus, string>> = {
  reading: 'Lecture du fichier',
  mapping: 'Colonnes à reconnaître',
  comparing: 'Comparaison avec les personnes connues',
  ready: 'À vérifier',
  running: 'Import en cours',
  done: 'Terminé',
  undoing: 'Annulation en cours',
  undone: 'Annulé',
  failed: 'Interrompu',
};

/** The tabs of the lines, and the word of each in the address. */
export const shownKinds: readonly { key: RowVerdict | 'issues'; word: string; label: string }[] = [
  { key: 'look_alike', word: 'ressemblances', label: 'Ressemblances' },
  { key: 'new', word: 'nouvelles', label: 'Nouvelles' },
  { key: 'known', word: 'connues', label: 'Déjà connues' },
  { key: 'repeated', word: 'repetees', label: 'Répétées' },
  { key: 'rejected', word: 'ecartees', label: 'Écartées' },
  { key: 'issues', word: 'remarques', label: 'Remarques' },
];

export const decisionWords = {
  merge: 'complète la fiche connue',
  create: 'crée une fiche',
  skip: 'est passée',
} as const;

/** « 12 personnes ajoutées, 3 complétées ». */
export function doneInWords({ added = 0, changed = 0 }: Readonly<Record<string, number>>): string {
  return [
    plural(added, 'personne ajoutée', 'personnes ajoutées'),
    changed > 0 ? plural(changed, 'complétée', 'complétées') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Why an act on an import was refused. */
export function importRefusal(reason: string): string {
  return reason === 'not_my_turn'
    ? 'Cet import a avancé entre-temps : voici où il en est.'
    : 'Cela n’a pas pu être fait. Rechargez la page.';
}
