import type { Context } from '#platform/context/context.ts';
import { whenInWords } from '../../domain/when-in-words.ts';
import { eventPath } from '../../paths.ts';
import { listedDates } from './listed-dates.ts';

/** A date as the sheet of a structure names it. */
export interface NamedEvent {
  title: string;
  path: string;
  /** « mercredi 18 mars, de 14 h à 16 h » */
  when: string;
}

/** What a structure organises next, each series once. */
export async function eventsOfOrganization(ctx: Context, organizationId: string, limit = 4): Promise<NamedEvent[]> {
  const now = ctx.clock.now();
  const filter = { organizationId, endsAfter: now, withoutCancelled: true };
  const { dates } = await listedDates(ctx.db, filter, { limit });
  const today = now.toZonedDateTimeISO(ctx.zone).toPlainDate();
  return dates.map((date) => ({
    title: date.title,
    path: date.originPath ?? eventPath(date.slug),
    when: whenInWords(date, { today, zone: ctx.zone }),
  }));
}
