import { slugify } from '#platform/french/index.ts';
import { calendarContentType, writeCalendar, type CalendarEntry } from '#platform/calendar/write-calendar.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { listPath, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import type { PublishedLine } from '../../../queries/published-list.ts';

export const calendarPath = `${listPath('action')}.ics`;
/** The dates of one action only. */
export const calendarOf = (slug: string): string => `${calendarPath}?action=${slug}`;

/** `GET /actions.ics`: every dated milestone, for partners to hold beside their own. */
export async function sendActionsCalendar(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const slug = exchange.query('action');
  const actions = (await allPublished(ctx, deps, 'action')).filter((action) => slug === '' || action.slug === slug);
  if (slug !== '' && actions.length === 0) return exchange.notFound();
  const text = writeCalendar({
    name: slug ? (actions[0]?.title ?? '') : `Actions de ${hub.name}`,
    entries: actions.flatMap((action) => entriesOf(action, hub.origin)),
  });
  return exchange.http.body(text, 200, {
    'content-type': calendarContentType,
    'content-disposition': `inline; filename="${slug || 'actions'}.ics"`,
  });
}

function entriesOf(action: PublishedLine<'action'>, origin: string): CalendarEntry[] {
  const host = new URL(origin).host;
  const used = new Map<string, number>();
  return action.content.milestones.flatMap(({ on, label }) => {
    if (on === null || label === '') return [];
    const name = slugify(label, 40) || 'jalon';
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return {
      // Named after its words, so that a milestone that moves stays the same one in calendars.
      uid: `${action.id}-${name}${times > 1 ? `-${times}` : ''}@${host}`,
      summary: `${label} (${action.title})`,
      description: action.line || action.brief,
      url: origin + publicationPath('action', action.slug),
      starts: Temporal.PlainDate.from(on),
      changedAt: action.updatedAt,
      sequence: Math.floor(action.updatedAt.epochMilliseconds / 1000) % 2_000_000_000,
    };
  });
}
