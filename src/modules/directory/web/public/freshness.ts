import { formatDate, listing } from '#platform/french/index.ts';
import type { OrganizationSheet } from '../../queries/organization-sheet.ts';

/** How far a sheet can be trusted, in a sentence. */
export interface Freshness {
  readonly isStale: boolean;
  readonly text: string;
}

const staleAfter = { hours: 365 * 24 };
const ownWords = new Set(['équipe', 'structure', '']);

/** When a human last said that the sheet is right, and where it comes from; to check after twelve months. */
export function freshness(
  sheet: Pick<OrganizationSheet, 'confirmedAt' | 'fieldOrigins'>,
  now: Temporal.Instant,
  zone: string,
): Freshness {
  const sources = [...new Set(Object.values(sheet.fieldOrigins).map((origin) => origin.source))].filter(
    (source) => !ownWords.has(source),
  );
  const from = sources.length > 0 ? ` D’après ${listing(sources)}.` : '';
  if (!sheet.confirmedAt)
    return { isStale: true, text: `À vérifier : personne n’a encore confirmé cette fiche.${from}` };
  const confirmed = Temporal.Instant.from(sheet.confirmedAt);
  const on = formatDate(confirmed, { zone });
  const isStale = Temporal.Instant.compare(confirmed.add(staleAfter), now) < 0;
  return {
    isStale,
    text: isStale ? `À vérifier : dernière confirmation le ${on}.${from}` : `Vérifiée le ${on}.${from}`,
  };
}
