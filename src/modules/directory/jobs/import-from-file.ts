import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import { chooseMapping } from '../commands/imports/choose-mapping.ts';
import type { ImportMapping } from '../commands/imports/import-mapping.ts';
import { runImport } from '../commands/imports/run-import.ts';
import { startImport } from '../commands/imports/start-import.ts';
import { readImport, type ImportSheet } from '../queries/imports/import-sheet.ts';
import { compareImport } from './compare-import.ts';
import { importFileKey } from '#platform/imports/import-files.ts';
import { placeOrganizations } from './place-organizations.ts';
import { readImportFile } from './read-import.ts';
import { writeImport } from './write-import.ts';

export interface FileToImport {
  /** A file of this machine, or an address. */
  path?: string;
  url?: string;
  /** How the list is called; its file name unless told. */
  source?: string;
  /** What its columns mean; what is proposed unless told. */
  mapping?: Partial<ImportMapping>;
  /** Stops before anything is written. */
  isDryRun?: boolean;
}

/** An import that could not be done; the message is French and fit to show. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}

/**
 * Imports a list from the command line, through the same acts as the pages: read, recognise, compare, write, place.
 * The actor of the context must be of the team. Answers the import as its page would show it.
 * @throws ImportRefused with a French sentence
 */
export async function importFromFile(
  ctx: Context,
  ports: Pick<Ports, 'files' | 'outbound' | 'geocoder'>,
  file: FileToImport,
): Promise<ImportSheet> {
  const started = await execute(ctx, startImport, { from: await bringIn(ctx, ports, file), isQueued: false });
  if (!started.ok) throw new ImportRefused(started.fields['from.address'] ?? 'Cet import n’a pas pu commencer.');
  const importId = started.value.id;
  await readImportFile(ctx, ports, importId, 1);
  const read = await current(ctx, importId, 'mapping');
  const mapping = { ...(read.mapping as ImportMapping), ...file.mapping };
  const chosen = await execute(ctx, chooseMapping, {
    importId,
    source: file.source ?? read.source,
    mapping,
    isQueued: false,
  });
  if (!chosen.ok)
    throw new ImportRefused(Object.values(chosen.fields)[0] ?? 'Les colonnes de ce fichier n’ont pas été reconnues.');
  await compareImport(ctx, ports, importId, chosen.value.pass);
  const foreseen = await current(ctx, importId, 'ready');
  if (file.isDryRun) return foreseen;
  const launched = await execute(ctx, runImport, { importId, isQueued: false });
  if (!launched.ok) throw new ImportRefused('Cet import a été repris par quelqu’un d’autre.');
  await writeImport(ctx, ports, importId, launched.value.pass, { isQueued: false });
  await placeOrganizations(ctx, ports, importId);
  return current(ctx, importId, 'done');
}

async function bringIn(ctx: Context, ports: Pick<Ports, 'files'>, { path, url }: FileToImport) {
  if (url !== undefined) return { kind: 'address' as const, address: url };
  if (path === undefined) throw new ImportRefused('Indiquez un fichier ou une adresse.');
  const fileKey = importFileKey(ctx.hubId, 'bin');
  await ports.files.put(fileKey, createReadStream(path));
  return { kind: 'upload' as const, fileKey, fileName: basename(path) };
}

async function current(ctx: Context, importId: string, expected: ImportSheet['status']): Promise<ImportSheet> {
  const sheet = await readImport(ctx.db, importId);
  if (sheet?.status === expected) return sheet;
  throw new ImportRefused(sheet?.failure || 'Cet import n’a pas pu aller jusqu’au bout.');
}
