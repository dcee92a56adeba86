import type { Context } from '#platform/context/context.ts';
import { fileFacts, fileHref, mayOpenFile, readStoredFiles } from '#platform/stored-files/index.ts';
import type { BlockOf } from '../../content/blocks.ts';
import type { ShownFile } from './block-data.ts';

/** The files that blocks offer, those that the reader may open. */
export async function filesOfBlocks(
  ctx: Context,
  blocks: readonly BlockOf<'files'>[],
): Promise<ReadonlyMap<string, ShownFile>> {
  const ids = blocks.flatMap(({ files }) => files.map(({ fileId }) => fileId));
  const files = await readStoredFiles(ctx.db, [...new Set(ids)]);
  return new Map(
    files
      .filter((file) => mayOpenFile(ctx.actor, file))
      .map((file) => [file.id, { href: fileHref(file), facts: fileFacts(file), name: file.name }]),
  );
}
