import { foldForSearch } from '#platform/french/index.ts';
import { findMunicipality } from '#platform/geo/index.ts';
import type { EventType } from '../../domain/event-types.ts';
import type { IncomingEvent } from '../read/incoming-event.ts';
import { guessType } from './guess-type.ts';

/** What the hub takes of a source; what is empty takes all. */
export interface SourceFilter {
  /** Any of these words or expressions, separated by commas. */
  words: string;
  /** Insee codes. */
  towns: readonly string[];
  types: readonly EventType[];
}

/** Whether an event of elsewhere is one the hub asked for. */
export function passesFilter(event: IncomingEvent, { words, towns, types }: SourceFilter): boolean {
  const asked = words
    .split(',')
    .map((word) => foldForSearch(word.trim()))
    .filter(Boolean);
  const text = foldForSearch([event.title, event.brief, event.body, ...event.categories].join(' '));
  if (asked.length > 0 && !asked.some((word) => text.includes(word))) return false;
  if (towns.length > 0 && !towns.includes(inseeOf(event) ?? '')) return false;
  return types.length === 0 || types.includes(guessType(event.title, event.categories) ?? 'other');
}

function inseeOf({ place }: IncomingEvent): string | null {
  if (!place) return null;
  const hints = {
    ...(place.postalCode ? { postcode: place.postalCode } : {}),
    ...(place.city ? { name: place.city } : {}),
  };
  return findMunicipality(hints)?.municipality.insee ?? null;
}
