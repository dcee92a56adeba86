import {
  changeDate,
  mergeVenues,
  occurrencesOf,
  saveEvent,
  saveVenue,
  setAgendaRules,
  tagEvents,
  trashEvents,
} from '#modules/agenda/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { TestSite } from '#tests/support/app.ts';
import { unwrap } from '#platform/outcome/outcome.ts';

/**
 * Places, events of every standing, one date told apart, the rules of the hub, with `words` in every free text. Answers
 * the ids by what they are.
 */
export async function fillAgenda(
  _site: TestSite,
  ctx: Context,
  words: string,
  organizationId: string | null = null,
): Promise<{ published: string; draft: string; trashed: string; date: string; venue: string }> {
  const venue = async (name: string) => {
    const fields = {
      name: name.slice(0, 160),
      organizationId,
      street: words.slice(0, 200),
      city: 'Guichen',
      access: words.slice(0, 1000),
      accessibility: ['mi'],
      accessibilityNote: words.slice(0, 1000),
    };
    return unwrap(await execute(ctx, saveVenue, { id: null, version: null, fields })).id;
  };
  const venueId = await venue(words);
  unwrap(await execute(ctx, mergeVenues, { keptId: venueId, mergedId: await venue(`Autre ${words}`) }));
  unwrap(
    await execute(ctx, setAgendaRules, {
      trustedRoles: ['board_member'],
      perimeterNote: words.slice(0, 600),
      schoolZone: 'B',
    }),
  );
  const startsOn = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: 9 }).toString();
  const fields = {
    title: words.slice(0, 200),
    brief: words.slice(0, 280),
    body: words,
    stateNote: words.slice(0, 280),
    isOwn: true,
    organizers: [{ organizationId: null, name: words.slice(0, 160) }, ...(organizationId ? [{ organizationId }] : [])],
    startsOn,
    startsAt: '18:30',
    endsAt: '20:00',
    rule: 'FREQ=WEEKLY;COUNT=4',
    attendance: 'mixed',
    onlineLink: 'https://visio.example/salle',
    venueId,
    placeNote: words.slice(0, 280),
    conditions: words.slice(0, 255),
    registrationUrl: 'https://billets.example/',
    imageAlternative: words.slice(0, 300),
    imageCredit: words.slice(0, 120),
    contactName: words.slice(0, 120),
    contactPhone: '02 61 91 00 12',
    contactEmail: 'contact@essai.example',
  };
  const add = async (act: 'keep' | 'publish', change: object = {}) =>
    unwrap(await execute(ctx, saveEvent, { id: null, version: null, act, fields: { ...fields, ...change } })).id;
  const published = await add('publish');
  const draft = await add('keep', { rule: null });
  const trashed = await add('keep', { rule: null });
  unwrap(await execute(ctx, trashEvents, { ids: [trashed] }));
  unwrap(await execute(ctx, tagEvents, { ids: [draft], add: 'jeune' }));
  const [, second] = await occurrencesOf(ctx.db, { eventIds: [published] });
  if (!second) throw new Error('the series has no second date');
  unwrap(
    await execute(ctx, changeDate, {
      id: published,
      version: 1,
      occurrenceId: second.id,
      when: { startsOn: second.startsOn.toString(), startsAt: '19:00', endsOn: null, endsAt: '21:00' },
      isCancelled: false,
      title: words.slice(0, 200),
      note: words.slice(0, 280),
      venueId,
    }),
  );
  return { published, draft, trashed, date: second.id, venue: venueId };
}
