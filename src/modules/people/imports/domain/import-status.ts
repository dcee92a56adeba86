/** Where an import of people is. */
export const importStatuses = [
  'reading',
  'mapping',
  'comparing',
  'ready',
  'running',
  'done',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** Work that goes on by itself: its page shows how far it has come. */
export const atWork: ReadonlySet<ImportStatus> = new Set(['reading', 'comparing', 'running', 'undoing']);
