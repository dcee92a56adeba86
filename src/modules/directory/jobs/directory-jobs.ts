import type { Context } from '#platform/context/context.ts';
import { askConfirmationsJob, type HubAddress } from './ask-confirmations.ts';
import { compareImportJob } from './compare-import.ts';
import { placeOrganizationsJob } from './place-organizations.ts';
import { readImportJob } from './read-import.ts';
import { takeBackImportJob } from './take-back-import.ts';
import { writeImportJob } from './write-import.ts';

/** The jobs of the directory. `addressOf` says how a hub presents itself in its mails. */
export function directoryJobs(addressOf: (ctx: Context) => Promise<HubAddress | null>) {
  return [
    readImportJob,
    compareImportJob,
    writeImportJob,
    takeBackImportJob,
    placeOrganizationsJob,
    askConfirmationsJob(addressOf),
  ] as const;
}
