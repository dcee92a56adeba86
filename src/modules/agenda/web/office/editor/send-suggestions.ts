import type { Exchange } from '#platform/http/exchange.ts';
import { mayRunAgenda } from '../../../policy.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { clashInWords } from '../clash-words.ts';
import { venueInTown, venueNamed } from '../../../queries/office/venue-choices.ts';
import { clashHref, previewWords } from './dates-preview.tsx';
import { previewEvent } from './event-preview.ts';
import { organizationWords, organizersFrom } from './organizer-names.ts';
import { dayFrom, repetitionFrom } from './read-event-form.ts';
import { ruleOf, weekdayCodes } from '../../../domain/series-repetition.ts';

/** `GET /gestion/agenda/structures?q=`: published structures whose name answers these words. */
export async function sendOrganizations(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const words = exchange.query('q').trim().slice(0, 200);
  if (words === '') return exchange.http.json([]);
  const found = await deps.organizations.find(exchange.ctx, words, 12);
  const names = found.map(({ name }) => name);
  return exchange.http.json(
    found.map((one) => {
      const isAlone = names.filter((name) => name === one.name).length === 1;
      const value = isAlone ? one.name : organizationWords(one);
      return { value, label: value };
    }),
  );
}

/** `GET /gestion/agenda/dates.json?startsOn=…`: what the dates being typed come to, and what is around them. */
export async function sendPreview(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { ctx } = exchange;
  const search = exchange.url.searchParams;
  const values = Object.fromEntries(
    [
      'startsOn',
      'startsAt',
      'endsOn',
      'endsAt',
      'rhythm',
      'ends',
      'until',
      'times',
      'rule',
      'type',
      'venue',
      'event',
    ].map((name) => [name, (search.get(name) ?? '').trim().slice(0, 500)]),
  );
  const starts = dayFrom(values['startsOn'] ?? '');
  if (!starts) return exchange.http.json({ words: '', clashes: [] });
  const days = weekdayCodes.filter((code) => search.getAll('days').includes(code));
  const known = values['venue'] ? await venueNamed(ctx.db, values['venue']) : null;
  const city = (search.get('newCity') ?? '').trim().slice(0, 120);
  const venue = known === null && city ? venueInTown({ name: values['venue'] ?? '', city }) : known;
  const isOnline = search.get('attendance') === 'online';
  const organizers = await organizersFrom(ctx, deps, search.getAll('organizer').slice(0, 12).filter(Boolean), []);
  const preview = await previewEvent(
    ctx,
    {
      title: '-',
      type: values['type'] || undefined,
      startsOn: values['startsOn'],
      startsAt: values['startsAt'] || null,
      endsOn: values['endsOn'] || null,
      endsAt: values['endsAt'] || null,
      rule: ruleOf(repetitionFrom({ values, days }), starts),
      isOwn: mayRunAgenda(exchange.actor) && search.get('isOwn') === 'oui',
      audiences: search.getAll('audiences').slice(0, 40),
      themes: search.getAll('themes').slice(0, 40),
      organizers,
    },
    {
      venue: isOnline || venue === 'many' ? null : venue,
      eventId: /^[0-9a-f-]{36}$/.test(values['event'] ?? '') ? (values['event'] ?? null) : null,
    },
  );
  const audiences = preview.clashes.length > 0 ? await deps.audiences(ctx) : [];
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const runs = mayRunAgenda(exchange.actor);
  return exchange.http.json({
    words: previewWords(preview.sentence, preview.dates),
    clashes: preview.clashes.map((clash) => ({
      id: clash.occurrenceId,
      title: clash.title,
      href: clashHref(clash, runs),
      words: clashInWords(clash, {
        today,
        audienceName: (tag) => audiences.find((one) => one.tag === tag)?.label ?? tag,
      }),
    })),
  });
}
