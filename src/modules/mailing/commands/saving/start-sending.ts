import { eq, sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';
import { plural, slugify } from '#platform/french/index.ts';
import { mailingChanged } from '../../facts.ts';
import { sendMailing } from '../../jobs/send-mailing-job.ts';
import type { DeliveryBasis } from '../../domain/delivery-states.ts';
import type { SegmentSeam } from '../../ports.ts';
import { audienceRows, type AudienceLine } from '../../queries/audience.ts';
import type { StoredMailing } from '../../queries/read-mailing.ts';
import { mailingItems, mailings } from '../../tables.ts';
import { planCopies } from './plan-copies.ts';

/**
 * Plans one copy for each of those whom the audience means now; gives how many should leave. Those who had enough mails
 * this week are planned too: their copy says so when its turn comes, and their next digest tells them.
 */
export async function planAudience(
  work: CommandContext,
  segments: SegmentSeam,
  mailing: Pick<StoredMailing, 'id' | 'audience' | 'subject'>,
): Promise<number> {
  const items = await work.db
    .select({ kind: mailingItems.kind, itemId: mailingItems.itemId })
    .from(mailingItems)
    .where(eq(mailingItems.mailingId, mailing.id));
  const rows = await audienceRows(work, segments, { ...mailing, items });
  const { rows: readers } = await work.db.execute<
    Pick<AudienceLine, 'name'> & {
      address: string;
      person_id: string | null;
      subscriber_id: string | null;
      basis: DeliveryBasis;
      why: string | null;
    }
  >(sql`select * from (${rows}) a where why is null or why = 'budget'`);
  await planCopies(
    work,
    mailing.id,
    readers.map((reader) => ({
      address: reader.address,
      name: reader.name,
      personId: reader.person_id,
      subscriberId: reader.subscriber_id,
      basis: reader.basis,
    })),
  );
  return readers.filter((reader) => reader.why === null).length;
}

/** Lets the copies planned leave, and gives the mailing its place in the archive. */
export async function startSending(
  work: CommandContext,
  mailing: Pick<StoredMailing, 'id' | 'title' | 'slug'>,
  copies: number,
): Promise<void> {
  const now = work.now();
  const slug = mailing.slug ?? (await freeSlug(work, mailing.title, mailing.id));
  await work.db
    .update(mailings)
    .set({ state: 'sending', slug, startedAt: now, updatedAt: now, scheduledAt: null, version: sql`version + 1` })
    .where(eq(mailings.id, mailing.id));
  await work.enqueue(sendMailing, { mailingId: mailing.id });
  work.publish(mailingChanged(mailing.id));
  work.record({
    subjectKind: 'mailing',
    subjectId: mailing.id,
    summary: `Envoi de « ${mailing.title} » à ${plural(copies, 'adresse')}`,
  });
}

async function freeSlug(work: CommandContext, title: string, id: string): Promise<string> {
  const day = work.now().toZonedDateTimeISO(work.zone).toPlainDate().toString();
  const slug = slugify(`${day} ${title}`, 100) || day;
  const taken = await work.db.select({ id: mailings.id }).from(mailings).where(eq(mailings.slug, slug));
  return taken.length === 0 ? slug : `${slug}-${id.slice(-6)}`;
}
