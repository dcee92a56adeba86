import { and, eq, isNull, lt, ne } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { lockEvent } from '../../commands/saving/lock-event.ts';
import { writeEvent } from '../../commands/saving/write-event.ts';
import { mayRunAgenda } from '../../policy.ts';
import { agendaOccurrences, agendaSourceEvents, agendaSources } from '../../tables.ts';
import { nextAsking } from '../domain/next-asking.ts';
import type { SourceReport } from '../domain/source-report.ts';

const input = z.object({
  sourceId: z.uuid(),
  /** When the reading began: what was not seen since is no longer told. */
  begunAt: z.instanceof(Temporal.Instant),
  kind: z.enum(['ical', 'openagenda', 'page']),
  etag: z.string().max(1000).nullable(),
  lastModified: z.string().max(200).nullable(),
  report: z.custom<SourceReport>((value) => typeof value === 'object' && value !== null),
  /** False for a file given once: what it does not tell was not called off. */
  isWhole: z.boolean(),
});

/** Ends a reading that went well: what vanished is called off, what nobody had read is taken away. */
export const finishReading = command({
  name: 'agenda.finish-reading',
  input,
  allow: (actor) => actor === null || mayRunAgenda(actor),
  async run(work, { sourceId, begunAt, kind, etag, lastModified, report, isWhole }) {
    const [source] = await work.db.select().from(agendaSources).where(eq(agendaSources.id, sourceId)).for('update');
    if (!source || source.trashedAt) return refuse('source_gone');
    const now = work.now();
    const gone = isWhole ? await unseen(work, sourceId, begunAt) : [];
    let cancelled = 0;
    for (const link of gone) if (await letGo(work, link)) cancelled += 1;
    await work.db
      .update(agendaSources)
      .set({
        kind,
        etag,
        lastModified,
        checkedAt: now,
        succeededAt: now,
        dueAt: nextAsking(now, 0),
        failures: 0,
        problem: '',
        report: { ...report, cancelled },
      })
      .where(eq(agendaSources.id, sourceId));
    work.record({
      subjectKind: 'agenda-source',
      subjectId: sourceId,
      summary: `Source « ${source.name} » lue : ${report.taken} rendez-vous sur ${report.found}, ${cancelled} annulés`,
    });
    return accept({ cancelled });
  },
});

type Link = typeof agendaSourceEvents.$inferSelect;

function unseen(work: CommandContext, sourceId: string, begunAt: Temporal.Instant): Promise<Link[]> {
  return work.db
    .select()
    .from(agendaSourceEvents)
    .where(
      and(
        eq(agendaSourceEvents.sourceId, sourceId),
        isNull(agendaSourceEvents.goneAt),
        lt(agendaSourceEvents.seenAt, begunAt),
      ),
    );
}

/** Whether its source no longer telling it calls an event off. */
async function letGo(work: CommandContext, link: Link): Promise<boolean> {
  const stored = await lockEvent(work.db, link.eventId);
  const others = await work.db
    .select({ id: agendaSourceEvents.id })
    .from(agendaSourceEvents)
    .where(
      and(
        eq(agendaSourceEvents.eventId, link.eventId),
        ne(agendaSourceEvents.id, link.id),
        isNull(agendaSourceEvents.goneAt),
      ),
    );
  const isOver = !(await hasDateAhead(work, link.eventId));
  const isLeft = !stored || stored.trashedAt !== null || link.isDetached || others.length > 0 || isOver;
  const given = isLeft ? link.given : { ...link.given, state: 'cancelled' as const };
  await work.db.update(agendaSourceEvents).set({ goneAt: work.now(), given }).where(eq(agendaSourceEvents.id, link.id));
  if (isLeft || !stored) return false;
  if (stored.publishedAt === null) await writeEvent(work, stored, { trashedAt: work.now() });
  else await writeEvent(work, stored, { fields: { ...stored.fields, state: 'cancelled' } });
  return true;
}

async function hasDateAhead(work: CommandContext, eventId: string): Promise<boolean> {
  const rows = await work.db
    .select({ endsAt: agendaOccurrences.endsAt })
    .from(agendaOccurrences)
    .where(and(eq(agendaOccurrences.eventId, eventId), eq(agendaOccurrences.isLeftover, false)));
  return rows.some(({ endsAt }) => Temporal.Instant.compare(endsAt, work.now()) > 0);
}
