import type { PeopleDependencies } from '../../ports.ts';
import { comparePeopleImportJob } from './compare-people-import.ts';
import { forgetPeopleImports } from './forget-people-imports.ts';
import { readPeopleImportJob } from './read-people-import.ts';
import { undoPeopleImportJob } from './undo-people-import.ts';
import { writePeopleImportJob } from './write-people-import.ts';

/** The work of imports of people. */
export const peopleImportJobs = (deps: Pick<PeopleDependencies, 'thread'>) => [
  readPeopleImportJob,
  comparePeopleImportJob,
  writePeopleImportJob,
  undoPeopleImportJob(deps),
  forgetPeopleImports,
];
