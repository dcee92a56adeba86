import { z } from 'zod';

/** Which import, and which of its passes: a job of an older pass stops. */
const payload = z.object({ importId: z.uuid(), pass: z.int() });

/** Reads the file or fetches the address; its work is in `jobs/read-import.ts`. */
export const importReading = { name: 'directory.read-import', lane: 'long', retries: 3, payload } as const;

/** Foresees what each row becomes; its work is in `jobs/compare-import.ts`. */
export const importComparison = { name: 'directory.compare-import', lane: 'long', retries: 3, payload } as const;

/** Writes the rows; its work is in `jobs/write-import.ts`. Interrupted, it starts again where it was. */
export const importWriting = { name: 'directory.write-import', lane: 'long', retries: 10, payload } as const;

/** Takes an import back; its work is in `jobs/take-back-import.ts`. */
export const importUndoing = { name: 'directory.undo-import', lane: 'long', retries: 10, payload } as const;

/** Gives points to the addresses that have none; its work is in `jobs/place-organizations.ts`. */
export const placing = {
  name: 'directory.place-organizations',
  lane: 'long',
  retries: 5,
  payload: z.object({ importId: z.uuid().nullable() }),
} as const;
