import { officePath } from '../../../paths.ts';

/** Addresses of what tells how alive the directory is. */
export const coveragePath = `${officePath}/couverture`;
export const unconfirmedPath = `${officePath}/a-confirmer`;
