import type { Context } from '#platform/context/context.ts';
import type { EventType } from '../../../domain/event-types.ts';
import { nextPlausibleDay } from '../../../domain/series-next-date.ts';
import type { EventFields } from '../../../event/agenda-event.ts';
import { daysDone } from '../../../queries/office/days-done.ts';
import type { StoredEvent } from '../../../queries/stored-event.ts';

const yearly: ReadonlySet<EventType> = new Set(['assembly', 'forum', 'celebration']);

/** A past event as it would be done again: its next plausible day, nobody registered, nothing called off. */
export async function fieldsToRepeat(ctx: Context, event: StoredEvent): Promise<EventFields> {
  const { fields, zone } = event;
  const today = ctx.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const first = Temporal.PlainDate.from(fields.startsOn);
  const past = [first, ...(await daysDone(ctx.db, event))];
  const next = nextPlausibleDay(past, today, { isYearly: yearly.has(fields.type) });
  return {
    ...fields,
    startsOn: next.toString(),
    endsOn: fields.endsOn === null ? null : next.add(first.until(fields.endsOn, { largestUnit: 'day' })).toString(),
    rule: null,
    alsoOn: [],
    state: 'confirmed',
    stateNote: '',
  };
}
