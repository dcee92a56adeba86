import { openOwnCalendar, saveAgendaSource, takeSourceEvents, unsaidOfIncoming } from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { TestSite } from '#tests/support/app.ts';

/** What was filled: a followed calendar, in the office. */
export interface FilledAgendaSources {
  source: string;
  calendar: string;
}

/** A followed calendar, an event that came from it, and a calendar of one's own, with these words in every free text. */
export async function fillAgendaSources(_site: TestSite, ctx: Context, words: string): Promise<FilledAgendaSources> {
  const { id: source } = unwrap(
    await execute(ctx, saveAgendaSource, {
      id: null,
      version: null,
      fields: {
        name: words.slice(0, 160),
        url: 'https://partenaire.example/agenda.ics',
        apiKey: words.slice(0, 200),
        trust: 'publish',
        words: '',
        organizerName: words.slice(0, 160),
      },
    }),
  );
  const on = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: 12 });
  const event = {
    ...unsaidOfIncoming,
    uid: `1@${source}`,
    title: words.slice(0, 200),
    brief: words.slice(0, 280),
    body: words,
    conditions: words.slice(0, 255),
    url: 'https://partenaire.example/rendez-vous',
    place: { name: words.slice(0, 160), street: words.slice(0, 200), postalCode: '', city: '', lon: null, lat: null },
    zone: ctx.zone,
    isAllDay: false,
    starts: `${on.toString()}T18:00:00`,
  };
  unwrap(await execute(ctx, takeSourceEvents, { sourceId: source, events: [event], organizationIds: {} }));
  const { id: calendar } = unwrap(
    await execute(ctx, openOwnCalendar, { name: words.slice(0, 120), hasAgenda: true, alarmMinutes: 60 }),
  );
  return { source, calendar };
}
