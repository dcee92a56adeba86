import { formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import { eachJournalRow, journalTotals, type JournalRow } from '../queries/journal.ts';

/** `GET /gestion/adhesions/comptabilite`: a file a year, for the accountant. */
export async function showAccounts(exchange: Exchange): Promise<Response> {
  const years = await journalTotals(exchange.ctx);
  return exchange.page({
    title: 'Comptabilité',
    layout: 'office',
    header: {
      trail: [
        { label: 'Adhésions', href: paths.office },
        { label: 'Reçus', href: moneyPaths.receipts },
      ],
      lead: <p>Le journal des cotisations et des dons : chaque somme avec son compte, débits et crédits égaux.</p>,
      actions: (
        <ButtonLink kind="ghost" icon="settings" href={moneyPaths.settings}>
          Les comptes
        </ButtonLink>
      ),
    },
    content: (
      <DataTable
        id="annees"
        caption="Journal, par année"
        quietCaption
        rows={years}
        rowId={(row) => String(row.year)}
        rowName={(row) => String(row.year)}
        columns={[
          { key: 'year', label: 'Année', heads: true, cell: (row) => String(row.year) },
          { key: 'count', label: 'Sommes', cell: (row) => plural(row.count, 'somme') },
          { key: 'amount', label: 'Total', numeric: true, whole: true, cell: (row) => formatMoney(row.amount) },
          {
            key: 'file',
            label: 'Fichier',
            cell: (row) => <a href={`${moneyPaths.accounts}.csv?annee=${row.year}`}>Journal {row.year} (CSV)</a>,
          },
        ]}
        empty={
          <EmptyState title="Rien pour l’instant">
            <p>Le journal se remplit dès la première cotisation reçue.</p>
          </EmptyState>
        }
      />
    ),
  });
}

const euros = (cents: number): number | null => (cents === 0 ? null : cents / 100);

const columns: ExportColumn<JournalRow>[] = [
  { header: 'Date', value: (row) => row.date },
  { header: 'Pièce', value: (row) => row.piece },
  { header: 'Compte', value: (row) => row.account },
  { header: 'Libellé', value: (row) => row.label },
  { header: 'Débit', value: (row) => euros(row.debit) },
  { header: 'Crédit', value: (row) => euros(row.credit) },
];

/** `GET /gestion/adhesions/comptabilite.csv?annee=2026`. */
export function sendJournal(exchange: Exchange): Response {
  const year = Number(exchange.query('annee')) || exchange.ctx.clock.now().toZonedDateTimeISO(exchange.ctx.zone).year;
  return exchange.http.body(csvStream(columns, eachJournalRow(exchange.ctx, year)) as never, 200, {
    'content-type': csvContentType,
    'content-disposition': `attachment; filename="journal-adhesions-${Math.trunc(year)}.csv"`,
  });
}
