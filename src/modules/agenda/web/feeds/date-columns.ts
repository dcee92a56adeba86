import type { ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { attendanceFacts, eventStateFacts } from '../../domain/event-states.ts';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { perimeterNames } from '../../domain/perimeters.ts';
import { eventPath } from '../../paths.ts';
import type { ListedOccurrence } from '../../queries/listed-occurrences.ts';

/** A table of dates for whoever takes the agenda away. */
export function dateColumns(origin: string): ExportColumn<ListedOccurrence>[] {
  return [
    { header: 'Identifiant', value: ({ id }) => id, width: 38 },
    { header: 'Titre', value: ({ title }) => title, width: 40 },
    { header: 'Type', value: ({ type }) => eventTypeFacts[type].label },
    { header: 'Début', value: (date) => startOf(date), width: 18 },
    { header: 'Fin', value: (date) => endOf(date), width: 18 },
    { header: 'Fuseau horaire', value: ({ zone }) => zone },
    { header: 'État', value: ({ state }) => eventStateFacts[state].label },
    { header: 'Organisé par', value: ({ organizers }) => organizers.map(({ name }) => name).join(', '), width: 36 },
    { header: 'Périmètre', value: ({ isOwn, perimeter }) => (isOwn ? 'Le pôle' : perimeterNames[perimeter]) },
    { header: 'Participation', value: ({ attendance }) => attendanceFacts[attendance].label },
    { header: 'Lieu', value: ({ venue }) => venue?.name ?? '' },
    { header: 'Commune', value: ({ venue }) => venue?.city ?? '' },
    { header: 'Code INSEE', value: ({ venue }) => venue?.insee ?? '' },
    { header: 'Latitude', value: ({ venue }) => venue?.lat ?? null },
    { header: 'Longitude', value: ({ venue }) => venue?.lon ?? null },
    { header: 'Gratuit', value: ({ isFree }) => isFree },
    { header: 'Conditions', value: ({ conditions }) => conditions },
    { header: 'Résumé', value: ({ brief }) => brief, width: 50 },
    { header: 'Page', value: ({ slug, originPath }) => origin + (originPath ?? eventPath(slug)), width: 40 },
  ];
}

/** ISO: the day alone for whole days, else local time with its offset. */
export function startOf({ startsAt, startsOn, isAllDay, zone }: ListedOccurrence): string {
  return isAllDay ? startsOn.toString() : localWithOffset(startsAt, zone);
}

/** Empty when no end was said; the last day included on whole days. */
export function endOf({ endsAt, lastOn, isAllDay, hasEnd, zone }: ListedOccurrence): string {
  if (isAllDay) return lastOn.toString();
  return hasEnd ? localWithOffset(endsAt, zone) : '';
}

function localWithOffset(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}
