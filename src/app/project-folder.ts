import { fileURLToPath } from 'node:url';

/** Root of the program: where `migrations/`, `src/` and `dist/` lie. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

export const migrationsFolder = fileURLToPath(new URL('../../migrations/', import.meta.url));
export const clientFolder = fileURLToPath(new URL('../../dist/client/assets/', import.meta.url));
export const manifestFile = fileURLToPath(new URL('../../dist/client/manifest.json', import.meta.url));
