import type { EventFields } from '../../event/agenda-event.ts';

/**
 * What a source changed since the last time, put in what the hub has: a field the team changed meanwhile keeps what the
 * team wrote. Dates go together: one hour of theirs with one of ours would make a third event.
 */
export function mergeFields(current: EventFields, before: EventFields, now: EventFields): EventFields {
  const merged: Record<string, unknown> = { ...current };
  for (const group of groups(now)) {
    const told = (fields: EventFields) =>
      JSON.stringify(group.map((name) => (fields as Record<string, unknown>)[name] ?? null));
    if (told(before) === told(now) || told(current) !== told(before)) continue;
    for (const name of group) merged[name] = (now as Record<string, unknown>)[name];
  }
  return merged as EventFields;
}

const dates = ['zone', 'startsOn', 'startsAt', 'endsOn', 'endsAt', 'rule', 'alsoOn', 'exceptOn'];
const places = ['attendance', 'venueId', 'onlineLink'];

function groups(fields: EventFields): string[][] {
  const alone = Object.keys(fields).filter((name) => !dates.includes(name) && !places.includes(name));
  return [dates, places, ...alone.map((name) => [name])];
}
