import { fileURLToPath } from 'node:url';

/** The folder of Essaim's programs, whatever the current folder is. */
export const rootFolder = fileURLToPath(new URL('../../', import.meta.url));
