import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { filesOf, imagesOf, type PublicationFields } from '../../content/publication-fields.ts';
import type { StoredPublication } from '../../queries/stored-publication.ts';

/**
 * What is wrong with the documents and pictures that somebody outside the team names, by field: publishing opens them to
 * everyone, so they must be hers, public already, or there before.
 */
export async function othersMedia(
  work: CommandContext,
  fields: PublicationFields,
  stored: StoredPublication | null,
): Promise<Record<string, string>> {
  const before = stored ? [stored.fields, ...(stored.pending ? [stored.pending] : [])] : [];
  const added = (of: (fields: PublicationFields) => string[]): string[] => {
    const known = new Set(before.flatMap(of));
    return of(fields).filter((id) => !known.has(id));
  };
  const own = sql`(visibility = 'public' or created_by = ${work.actor?.personId ?? null})`;
  const [files, pictures] = [added(filesOf), added(imagesOf)];
  const seen = async (query: ReturnType<typeof sql>): Promise<number> => (await work.db.execute(query)).rows.length;
  const mine = {
    files: await seen(
      sql`select 1 from stored_files where id = any (${uuids(files)}) and removed_at is null and ${own}`,
    ),
    pictures: await seen(
      sql`select 1 from stored_images where id = any (${uuids(pictures)}) and removed_at is null and ${own}`,
    ),
  };
  return {
    ...(mine.files < files.length ? { 'content.fileId': 'Ce document n’est plus là : envoyez-le de nouveau.' } : {}),
    ...(mine.pictures < pictures.length ? { imageId: 'Cette photo n’est plus là : choisissez-en une autre.' } : {}),
  };
}

const uuids = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`;
