import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { MailSubject } from '#platform/contributions/module.ts';
import { readPictures, type StoredPicture } from '#platform/pictures/picture.ts';
import type { MailingKind } from '../domain/mailing-states.ts';

/** A mailing that left, as everyone may read it: never to whom. */
export interface ArchivedLine {
  id: string;
  slug: string;
  title: string;
  preview: string;
  kind: MailingKind;
  subject: MailSubject | null;
  startedAt: Temporal.Instant;
  /** Of its first information that has one. */
  picture: StoredPicture | null;
}

export const archivedAPage = 30;

/** Mailings of the public archive, the latest first. */
export async function archivedMailings(
  db: Reader,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ rows: ArchivedLine[]; count: number }> {
  const { rows } = await db.execute<
    Omit<ArchivedLine, 'startedAt' | 'picture'> & { started_at: string; picture_id: string | null; count: number }
  >(sql`
    select id, slug, title, preview, kind, subject, to_json(m.started_at) as started_at, count(*) over ()::int as count,
      (select i.picture_id from mailing_items i where i.mailing_id = m.id and i.picture_id is not null and i.withdrawn_at is null order by i.position limit 1) as picture_id
    from mailings m where is_archived and state in ('sending', 'paused', 'sent') and slug is not null
      and (not exists (select from mailing_items i where i.mailing_id = m.id and i.withdrawn_at is not null)
        or exists (select from mailing_items i where i.mailing_id = m.id and i.withdrawn_at is null))
    order by m.started_at desc, m.id limit ${limit} offset ${offset}`);
  const pictures = await readPictures(
    db,
    rows.flatMap((row) => row.picture_id ?? []),
  );
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ started_at, picture_id, count: _count, ...row }) => ({
      ...row,
      startedAt: Temporal.Instant.from(started_at),
      picture: pictures.find((picture) => picture.id === picture_id) ?? null,
    })),
  };
}
