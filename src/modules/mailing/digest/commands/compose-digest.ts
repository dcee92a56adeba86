import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { planCopies } from '../../commands/saving/plan-copies.ts';
import { startSending } from '../../commands/saving/start-sending.ts';
import { addMailing } from '../../commands/saving/write-rows.ts';
import { nobody } from '../../domain/audience.ts';
import { itemFields, type ItemToWrite } from '../../domain/mailing-fields.ts';
import { keyOf } from '../../domain/plan.ts';
import { readMailingSettings } from '../../queries/mailing-settings.ts';
import { readMailing } from '../../queries/read-mailing.ts';
import { readPlan } from '../queries/coming-items.ts';
import { plannedDigests, type PlannedDigest } from '../queries/planned-digests.ts';
import { digestSlots } from '../tables.ts';

const instant = z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant);

/** Informations told at most: far more than a hub publishes in six weeks. */
const mostTold = 500;

/** The mailing made of them, if any, and how many copies of it. */
interface Composed {
  mailingId: string | null;
  copies: number;
}

/**
 * Composes the digests of one moment, once: one mailing, each copy holding what its reader asked for and did not hear.
 * Nobody receives an empty one, and without anything to say there is no mailing. A copy whose reader had her mails of
 * the week waits for room.
 */
export const composeDigest = command({
  name: 'mailing.compose-digest',
  input: z.object({
    slot: z.object({ at: instant, isMonthly: z.boolean() }),
    /** What may be told, in order. */
    items: z.array(itemFields.extend({ isWanted: z.boolean() })).max(2_000),
  }),
  allow: (actor) => actor === null,
  async run(work, { slot, items }) {
    const now = work.now();
    const { rowCount } = await work.db
      .insert(digestSlots)
      .values({ leavesAt: slot.at, composedAt: now })
      .onConflictDoNothing();
    if (rowCount !== 1) return refuse('already_composed');
    const { weeklyBudget: budget } = await readMailingSettings(work.db);
    const told = items.slice(0, mostTold).map((item) => ({ ...item, key: keyOf(item) }));
    const planned: PlannedDigest<(typeof told)[number]>[] = [];
    for await (const copy of plannedDigests(work.db, told, { now, budget, isMonthly: slot.isMonthly }))
      planned.push(copy);
    const used = new Set(planned.flatMap((copy) => copy.items.map(({ key }) => key)));
    if (planned.length === 0) {
      work.record({
        subjectKind: 'mailing',
        subjectId: null,
        summary: 'Pas de récapitulatif : rien de nouveau à dire',
      });
      return accept<Composed>({ mailingId: null, copies: 0 });
    }
    const mailingId = await writeDigest(
      work,
      slot.at,
      told.filter(({ key }) => used.has(key)),
    );
    await writeCopies(work, mailingId, planned);
    const late = planned.filter(({ leavesAt }) => Temporal.Instant.compare(leavesAt, now) > 0).length;
    await forgetPlan(work, slot.at, mailingId, [...used]);
    const mailing = await readMailing(work.db, mailingId);
    if (mailing) await startSending(work, mailing, planned.length);
    if (late > 0)
      work.record({
        subjectKind: 'mailing',
        subjectId: mailingId,
        summary: `${plural(late, 'récapitulatif attend', 'récapitulatifs attendent')} : assez de messages cette semaine`,
      });
    return accept<Composed>({ mailingId, copies: planned.length });
  },
});

type Told = ItemToWrite & { isWanted: boolean; key: string };

async function writeDigest(work: CommandContext, at: Temporal.Instant, items: readonly Told[]): Promise<string> {
  const { introduction } = await readPlan(work.db);
  const day = formatDate(at.toZonedDateTimeISO(work.zone).toPlainDate());
  return addMailing(work, {
    kind: 'digest',
    subject: null,
    title: `Le récapitulatif du ${day}`,
    preview: items
      .slice(0, 3)
      .map(({ title }) => title)
      .join(' · ')
      .slice(0, 200),
    introduction,
    audience: nobody,
    isArchived: true,
    items: items.map(({ isWanted: _isWanted, key: _key, ...item }) => item),
  });
}

async function writeCopies(
  work: CommandContext,
  mailingId: string,
  planned: readonly PlannedDigest<Told>[],
): Promise<void> {
  const mailing = await readMailing(work.db, mailingId);
  const rowOf = new Map(mailing?.items.map((row) => [keyOf({ kind: row.kind, id: row.itemId }), row.id]));
  await planCopies(
    work,
    mailingId,
    planned.map(({ reader, items }) => ({
      address: reader.address,
      name: reader.name,
      personId: reader.personId,
      subscriberId: reader.subscriberId,
      basis: reader.basis,
      itemIds: items.flatMap(({ key }) => rowOf.get(key) ?? []),
    })),
  );
  const late = planned
    .filter(({ leavesAt }) => Temporal.Instant.compare(leavesAt, work.now()) > 0)
    .map(({ reader, leavesAt }) => ({ address: reader.address, at: leavesAt.toString() }));
  await work.db.execute(sql`update mailing_deliveries d set next_at = late.at
    from jsonb_to_recordset(${JSON.stringify(late)}::jsonb) as late (address text, at timestamptz)
    where d.mailing_id = ${mailingId}::uuid and d.address = late.address`);
  await work.db.execute(sql`update newsletter_subscribers s set last_digest_at = ${work.now().toString()}
    from mailing_deliveries d where d.mailing_id = ${mailingId}::uuid and d.subscriber_id = s.id`);
}

/** What was chosen for this digest has served; what was left out stays so as long as it could come back. */
async function forgetPlan(
  work: CommandContext,
  at: Temporal.Instant,
  mailingId: string,
  keys: readonly string[],
): Promise<void> {
  await work.db.execute(
    sql`update digest_slots set mailing_id = ${mailingId}::uuid where leaves_at = ${at.toString()}`,
  );
  await work.db.execute(
    sql`update digest_plans set introduction = '', version = version + 1, updated_at = ${work.now().toString()}`,
  );
  await work.db.execute(sql`delete from digest_choices
    where not is_left_out and kind || ' ' || item_id = any (${sql.param([...keys])}::text[])
      or at < ${work
        .now()
        .subtract({ hours: 24 * 90 })
        .toString()}`);
}
