import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { MailableItem, MailableSource } from '#platform/contributions/module.ts';
import { readPictures } from '#platform/pictures/picture.ts';
import { whenInWords } from '../domain/when-in-words.ts';
import type { ListedOccurrence } from '../queries/listed-occurrences.ts';
import { listedDates } from '../queries/public/listed-dates.ts';
import { dateHref, organizersInWords, placeInWords } from './event-card.ts';

/** Dates to come, that a mailing may carry: those of a series once, by the next one. */
export const eventMailables: MailableSource = {
  kind: 'event',
  label: 'Rendez-vous',
  chosen: (ctx, ids) => itemsOf(ctx, ids),
  async publishedBetween(ctx, { after, until, limit }) {
    const { rows } = await ctx.db.execute<{ id: string }>(sql`select id from agenda_events
      where status = 'published' and trashed_at is null
        and published_at > ${after.toString()} and published_at <= ${until.toString()}
      order by published_at, id limit ${limit}`);
    return itemsOf(
      ctx,
      rows.map((row) => row.id),
    );
  },
};

/** Of each event its next date; those that are over are told no more. */
async function itemsOf(ctx: Context, eventIds: readonly string[]): Promise<MailableItem[]> {
  if (eventIds.length === 0) return [];
  const now = ctx.clock.now();
  const { dates } = await listedDates(
    ctx.db,
    { eventIds, endsAfter: now, withoutCancelled: true },
    { limit: eventIds.length },
  );
  const [pictures, moments] = await Promise.all([
    readPictures(
      ctx.db,
      dates.flatMap((date) => date.imageId ?? []),
    ),
    publishedMoments(ctx, eventIds),
  ]);
  const today = now.toZonedDateTimeISO(ctx.zone).toPlainDate();
  return eventIds.flatMap((id): MailableItem[] => {
    const date = dates.find((one) => one.eventId === id);
    const publishedAt = moments.get(id);
    if (!date || !publishedAt) return [];
    const by = date.isOwn ? '' : organizersInWords(date.organizers);
    return [
      {
        kind: 'event',
        id,
        subject: date.type === 'training' ? 'trainings' : 'events',
        title: date.title,
        href: dateHref(date, false),
        text: date.brief,
        facts: factsOf(date, whenInWords(date, { today, zone: ctx.zone })),
        isOwn: date.isOwn,
        ...(by ? { by } : {}),
        picture: pictures.find((picture) => picture.id === date.imageId) ?? null,
        publishedAt,
        expiresAt: date.startsAt,
        themes: date.themes,
        audiences: date.audiences,
        places: [date.venue?.city ?? ''].filter(Boolean),
      },
    ];
  });
}

function factsOf(date: ListedOccurrence, when: string): (readonly [string, string])[] {
  const where = [date.venue?.name, placeInWords(date)].filter(Boolean);
  return [
    ['Quand', when],
    ...(where.length > 0 ? [['Où', [...new Set(where)].join(', ')] as const] : []),
    ...(date.isFree ? [['Prix', 'gratuit'] as const] : []),
  ];
}

async function publishedMoments(ctx: Context, ids: readonly string[]): Promise<Map<string, Temporal.Instant>> {
  const { rows } = await ctx.db.execute<{ id: string; at: string }>(sql`select id, to_json(published_at) as at
    from agenda_events where id = any (${sql.param([...ids])}::uuid[]) and published_at is not null`);
  return new Map(rows.map((row) => [row.id, Temporal.Instant.from(row.at)]));
}
