import { readRule, writeRule } from '../../domain/recurrence.ts';

/** How the start of a series is told. */
export interface RuleStart {
  local: Temporal.PlainDateTime;
  isAllDay: boolean;
  zone: string;
  /** Zone of the file, in which a whole day's rule may end at a moment. */
  ownZone: string;
}

/**
 * A RRULE of elsewhere as the agenda keeps it, with UNTIL in local time: parts that say nothing more are dropped. Null
 * when it cannot be kept.
 */
export function readIncomingRule(text: string, start: RuleStart): string | null {
  const kept = text
    .toUpperCase()
    .replaceAll(/\s+/g, '')
    .split(';')
    .filter(
      (part) => part !== '' && !part.startsWith('X-') && part !== 'RSCALE=GREGORIAN' && !saysItsOwnTime(part, start),
    )
    .map((part) => (part.startsWith('UNTIL=') ? `UNTIL=${localUntil(part.slice(6), start)}` : part));
  const rule = readRule(kept.join(';'));
  return rule && writeRule(rule);
}

/** Some write the hour of the start in the rule too. */
function saysItsOwnTime(part: string, { local, isAllDay }: RuleStart): boolean {
  const [name, value] = part.split('=');
  if (name !== 'BYHOUR' && name !== 'BYMINUTE' && name !== 'BYSECOND') return false;
  const own = { BYHOUR: local.hour, BYMINUTE: local.minute, BYSECOND: local.second }[name];
  return isAllDay || Number(value) === own;
}

function localUntil(text: string, { isAllDay, zone, ownZone }: RuleStart): string {
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(text) ?? [];
  if (utc === undefined) return text;
  try {
    const at = Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    const local = at.toZonedDateTimeISO(isAllDay ? ownZone : zone).toPlainDateTime();
    return isAllDay
      ? local.toPlainDate().toString().replaceAll('-', '')
      : local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  } catch {
    return text;
  }
}
