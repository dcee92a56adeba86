import { isId } from '#platform/ids/ids.ts';
import type { AuditFilters } from '../../queries/audit-trail.ts';

/** The filters of the journal as its address carries them. */
export interface JournalQuery {
  personne: string;
  sujet: string;
  fiche: string;
  du: string;
  au: string;
}

export const journalFields = [
  'personne',
  'sujet',
  'fiche',
  'du',
  'au',
] as const satisfies readonly (keyof JournalQuery)[];

/** Reads the filters from an address; what is not understood filters nothing. */
export function auditFilters(query: JournalQuery, zone: string): AuditFilters {
  const from = dayIn(query.du, zone);
  const last = dayIn(query.au, zone);
  return {
    ...(query.personne.trim() ? { person: query.personne.trim().slice(0, 100) } : {}),
    ...(/^[a-z-]{2,40}$/.test(query.sujet) ? { subjectKind: query.sujet } : {}),
    ...(isId(query.fiche) ? { subjectId: query.fiche } : {}),
    ...(from ? { from: from.toInstant() } : {}),
    ...(last ? { until: last.add({ days: 1 }).toInstant() } : {}),
  };
}

/** Writes the filters back, without the empty ones. */
export function journalSearch(query: JournalQuery, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...more })) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `?${text}` : '';
}

function dayIn(text: string, zone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.PlainDate.from(text).toZonedDateTime(zone);
  } catch {
    return null;
  }
}
