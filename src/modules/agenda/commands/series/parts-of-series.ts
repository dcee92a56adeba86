import { splitSeries, type SeriesPart } from '../../domain/series-split.ts';
import { timeOf, type EventFields } from '../../event/agenda-event.ts';
import type { StoredEvent } from '../../queries/stored-event.ts';

/** The fields of the two events a series becomes when it is cut at one of its dates; null at its first. */
export function partsOfSeries(
  { fields, zone }: StoredEvent,
  at: Temporal.PlainDateTime,
): { before: EventFields; after: EventFields } | null {
  const { starts, rule, alsoOn } = timeOf(fields, zone);
  const parts = splitSeries({ starts, rule, further: alsoOn.map((date) => date.starts) }, at);
  return parts && { before: fieldsOf(fields, parts.before), after: fieldsOf(fields, parts.after) };
}

/** The same event, on the dates of this part; what lasts some days lasts as long. */
function fieldsOf(fields: EventFields, { starts, rule, further }: SeriesPart): EventFields {
  const startsOn = starts.toPlainDate();
  const length =
    fields.endsOn === null
      ? null
      : Temporal.PlainDate.from(fields.startsOn).until(fields.endsOn, { largestUnit: 'day' });
  const own = fields.alsoOn.find(
    ({ on, from }) => rule === null && on === startsOn.toString() && from !== null && from === timeText(starts),
  );
  return {
    ...fields,
    startsOn: startsOn.toString(),
    startsAt: fields.startsAt === null ? null : timeText(starts),
    endsAt: own ? own.to : fields.endsAt,
    endsOn: length && !own ? startsOn.add(length).toString() : null,
    rule,
    alsoOn: further.flatMap((rank) => fields.alsoOn[rank] ?? []),
  };
}

const timeText = (moment: Temporal.PlainDateTime) => moment.toPlainTime().toString({ smallestUnit: 'minute' });
