/** What a note of the team tells of. */
export const noteKinds = ['note', 'call', 'meeting', 'letter', 'mail'] as const;
export type NoteKind = (typeof noteKinds)[number];

export const noteKindNames: Readonly<Record<NoteKind, string>> = {
  note: 'Note',
  call: 'Appel',
  meeting: 'Rencontre',
  letter: 'Courrier postal',
  mail: 'Mail',
};

/** A plain note is written by the team alone; the rest took place between the hub and someone. */
export const exchanges: readonly NoteKind[] = ['call', 'meeting', 'letter', 'mail'];
