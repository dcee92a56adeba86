import { eventPath } from '#modules/agenda/index.ts';
import { paperIdentity } from '#modules/hub/index.ts';
import { calendarContentType, writeCalendar } from '#platform/calendar/write-calendar.ts';
import { send } from '#platform/http/download.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { sendPdf } from '#platform/pdf/index.ts';
import { programmePath } from '../../paths.ts';
import type { ProgrammeDependencies } from '../../ports.ts';
import { drawProgramme } from '../../print/programme.ts';
import { openProgramme } from '../../queries/open-programme.ts';
import { readProgrammeQuery } from './programme-query.ts';
import { shownProgramme } from './shown-programme.ts';

/** `GET /agenda/:slug/programme.pdf`: the whole day on paper, or what is kept of it (`?choix=`). */
export async function sendProgramme(exchange: Exchange, { ports }: ProgrammeDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const open = await openProgramme(ctx, exchange.param('slug'));
  if (!open) return exchange.notFound();
  const { event, programme, isPublic } = open;
  const { chosen } = readProgrammeQuery(exchange.url.searchParams);
  const [{ slots, stands }, identity] = await Promise.all([
    shownProgramme(ctx, event.id),
    paperIdentity(ctx, { origin: hub.origin, files: ports.files }),
  ]);
  const kept = slots.filter(({ id }) => chosen.includes(id));
  const isChoice = kept.length > 0;
  const bytes = await drawProgramme(
    {
      title: event.fields.title,
      intro: isChoice ? '' : programme.intro,
      isChoice,
      slots: isChoice ? kept : slots,
      stands: isChoice ? [] : stands,
      href: `${hub.origin}${programmePath(event.slug)}`,
    },
    identity,
    ctx.clock.now(),
  );
  return sendPdf(bytes, `Programme ${event.fields.title}`, { isPublic });
}

/** `GET /agenda/:slug/programme.ics?choix=`: what is kept, for one’s calendar. */
export async function sendChosenCalendar(exchange: Exchange): Promise<Response> {
  const { ctx, hub } = exchange;
  const open = await openProgramme(ctx, exchange.param('slug'));
  if (!open) return exchange.notFound();
  const { event, programme } = open;
  const { chosen } = readProgrammeQuery(exchange.url.searchParams);
  const { slots } = await shownProgramme(ctx, event.id);
  const kept = chosen.length > 0 ? slots.filter(({ id }) => chosen.includes(id)) : slots;
  const { host } = new URL(hub.origin);
  const text = writeCalendar({
    name: event.fields.title,
    entries: kept.map((slot) => ({
      uid: `programme-${slot.id}@${host}`,
      summary: slot.title,
      description: [slot.speakers.map(({ name }) => name).join(', '), slot.brief].filter(Boolean).join('\n'),
      ...(slot.room ? { location: slot.room } : {}),
      url: `${hub.origin}${eventPath(event.slug)}`,
      starts: slot.starts.toZonedDateTime(event.zone),
      ends: slot.ends.toZonedDateTime(event.zone),
      changedAt: programme.updatedAt,
    })),
  });
  return send(exchange, text, calendarContentType, 'programme.ics');
}
