import type { AgreementOutcome } from '../../domain/agreement.ts';
import { officePath } from '../../paths.ts';
import type { PhotoFilters } from '../../queries/photo-list.ts';
import { isOneOf } from '../texts.ts';

const outcomes: readonly AgreementOutcome[] = ['unsaid', 'nobody', 'given', 'waiting', 'refused'];

export interface PhotoQuery extends PhotoFilters {
  readonly page: number;
}

/** What the address of the list asks for; nonsense is no filter. */
export function readPhotoQuery(search: URLSearchParams): PhotoQuery {
  const text = (name: string): string => (search.get(name) ?? '').trim().slice(0, 200);
  const agreement = text('accord');
  return {
    words: text('q'),
    from: dayIn(text('du')),
    to: dayIn(text('au')),
    occasion: text('occasion'),
    agreement: isOneOf(outcomes, agreement) ? agreement : null,
    isPress: text('presse') === 'oui',
    lacksAlternative: text('sans-description') === 'oui',
    isUnused: text('inutilisees') === 'oui',
    since: momentIn(text('depuis')),
    isTrash: text('corbeille') === 'oui',
    page: Math.min(100_000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1)),
  };
}

/** The address of the list with some of the question changed; back to the first page unless told. */
export function photosHref(query: PhotoQuery, change: Partial<PhotoQuery> = {}, path: string = officePath): string {
  const asked = { ...query, page: 1, ...change };
  const search = new URLSearchParams();
  const set = (name: string, value: string | null | false): void => {
    if (value) search.set(name, value);
  };
  set('q', asked.words);
  set('du', asked.from);
  set('au', asked.to);
  set('occasion', asked.occasion);
  set('accord', asked.agreement);
  set('presse', asked.isPress && 'oui');
  set('sans-description', asked.lacksAlternative && 'oui');
  set('inutilisees', asked.isUnused && 'oui');
  set('depuis', asked.since);
  set('corbeille', asked.isTrash && 'oui');
  set('page', asked.page > 1 && String(asked.page));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

function dayIn(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    return null;
  }
}

function momentIn(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return null;
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    return null;
  }
}
