import { officePath } from '../../../paths.ts';

/** Addresses of the imports. */
export const importsPath = `${officePath}/importer`;
export const importPath = (id: string): string => `${importsPath}/${id}`;
