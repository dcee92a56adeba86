import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import type { HubDependencies } from '../../ports.ts';
import { readAuditTrail, type AuditEntry } from '../../queries/audit-trail.ts';
import { subjectNames } from '../texts.ts';
import { auditFilters } from './audit-filters.ts';
import { journalQuery, whoDid } from './journal-page.tsx';

const mostLines = 50_000;

/** `/gestion/journal.csv`: the lines filtered, newest first. */
export async function sendJournal(exchange: Exchange, { personNames }: HubDependencies): Promise<Response> {
  const { ctx } = exchange;
  const range = { limit: mostLines, offset: 0 };
  const { entries } = await readAuditTrail(ctx.db, auditFilters(journalQuery(exchange), ctx.zone), range);
  const names = await personNames(ctx, [...new Set(entries.flatMap((entry) => entry.behalfOfId ?? []))]);
  const local = (at: Temporal.Instant): string =>
    at.toZonedDateTimeISO(ctx.zone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
  const columns: ExportColumn<AuditEntry>[] = [
    { header: 'Quand', value: (entry) => local(entry.at) },
    { header: 'Qui', value: whoDid },
    {
      header: 'Au nom de',
      value: (entry) => (entry.behalfOfId ? (names.get(entry.behalfOfId) ?? 'une autre personne') : ''),
    },
    { header: 'Quoi', value: (entry) => entry.summary },
    { header: 'Sur', value: (entry) => subjectNames[entry.subjectKind] ?? entry.subjectKind },
    { header: 'Identifiant', value: (entry) => entry.subjectId ?? '' },
  ];
  return exchange.http.body(csvStream(columns, entries), 200, {
    'content-type': csvContentType,
    'content-disposition': 'attachment; filename="journal.csv"',
  });
}
