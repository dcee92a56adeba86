import { stringify } from 'csv-stringify/sync';
import type { Exchange } from '#platform/http/exchange.ts';
import type { HubDependencies } from '../../ports.ts';
import { readAuditTrail } from '../../queries/audit-trail.ts';
import { subjectNames } from '../texts.ts';
import { auditFilters } from './audit-filters.ts';
import { journalQuery, whoDid } from './journal-page.tsx';

const mostLines = 50_000;

/** `/gestion/journal.csv`: the lines filtered, as French spreadsheets open them; no cell can start a formula. */
export async function sendJournal(exchange: Exchange, { personNames }: HubDependencies): Promise<Response> {
  const { ctx } = exchange;
  const { entries } = await readAuditTrail(ctx.db, auditFilters(journalQuery(exchange), ctx.zone), { limit: mostLines, offset: 0 });
  const names = await personNames(ctx, [...new Set(entries.flatMap((entry) => entry.behalfOfId ?? []))]);
  const rows = entries.map((entry) => [
    entry.at.toZonedDateTimeISO(ctx.zone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' '),
    whoDid(entry),
    entry.behalfOfId ? (names.get(entry.behalfOfId) ?? 'une autre personne') : '',
    entry.summary,
    subjectNames[entry.subjectKind] ?? entry.subjectKind,
    entry.subjectId ?? '',
  ]);
  const text = stringify([['Quand', 'Qui', 'Au nom de', 'Quoi', 'Sur', 'Identifiant'], ...rows], { delimiter: ';', bom: true, record_delimiter: '\r\n', escape_formulas: true });
  return exchange.http.body(text, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="journal.csv"' });
}
