import { pageAsked, pagesFor } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { sendPdf } from '#platform/pdf/index.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Select } from '#ui/fields/select.tsx';
import { cancelInvoice } from '../../commands/cancel-invoice.ts';
import { invoiceKinds, invoiceNames, invoiceNumber } from '../../domain/invoice-numbers.ts';
import { invoiceFile } from '../../invoices/keep-file.ts';
import { paths } from '../../paths.ts';
import type { PaymentDependencies } from '../../ports.ts';
import { invoiceList, invoicesAPage, invoiceYears, type InvoiceRow } from '../../queries/invoice-list.ts';
import { sentenceOf } from '../form-answer.ts';

const columns: readonly Column<InvoiceRow>[] = [
  {
    key: 'number',
    label: 'Numéro',
    heads: true,
    cell: (row) => <a href={paths.invoiceFile(row.id)}>{row.number} (PDF)</a>,
  },
  { key: 'day', label: 'Date', whole: true, cell: (row) => formatDate(row.issuedOn, { style: 'short' }) },
  {
    key: 'who',
    label: 'Pour qui et pour quoi',
    cell: (row) => (
      <>
        <a href={paths.charge(row.chargeId)}>{row.buyerName}</a>
        <p class="facts">{row.label}</p>
      </>
    ),
  },
  {
    key: 'total',
    label: 'Total',
    numeric: true,
    whole: true,
    cell: (row) => formatMoney(row.total, { cents: 'always' }),
  },
  {
    key: 'tied',
    label: 'Avoir',
    cell: (row) =>
      row.isVoid ? (
        <span class="late">annulé : l’argent est reparti</span>
      ) : (
        row.tiedTo &&
        (row.kind === 'credit_note' ? `annule ${row.tiedTo}` : <span class="late">annulée par {row.tiedTo}</span>)
      ),
  },
];

function asked(search: URLSearchParams) {
  const year = search.get('annee') ?? '';
  return {
    year: /^20\d{2}$/.test(year) ? Number(year) : null,
    kind: invoiceKinds.find((kind) => kind === search.get('papier')) ?? null,
  };
}

/** `GET /gestion/paiements/factures`: every numbered paper. */
export async function showInvoices(exchange: Exchange): Promise<Response> {
  const { searchParams } = exchange.url;
  const question = asked(searchParams);
  const page = pageAsked(searchParams.get('page') ?? '');
  const [{ rows, count }, years] = await Promise.all([
    invoiceList(exchange.ctx, question, page),
    invoiceYears(exchange.ctx),
  ]);
  const href = (changed: Record<string, string>, path: string = paths.invoices): string => {
    const search = new URLSearchParams({
      ...(question.year ? { annee: String(question.year) } : {}),
      ...(question.kind ? { papier: question.kind } : {}),
      ...changed,
    });
    return search.size > 0 ? `${path}?${search.toString()}` : path;
  };
  return exchange.page({
    title: 'Factures et reçus',
    layout: 'office',
    section: paths.list,
    header: {
      lead: 'Chaque papier a son numéro, sans trou. Rien ne s’efface : une facture s’annule par un avoir.',
      trail: [
        { label: 'Paiements', href: paths.list },
        { label: 'Factures et reçus', href: paths.invoices },
      ],
    },
    content: (
      <>
        <FilterBar action={paths.invoices} label="Filtrer les papiers" submit="Filtrer">
          <Select
            name="annee"
            label="Année"
            placeholder="Toutes"
            value={question.year ? String(question.year) : ''}
            choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <Select
            name="papier"
            label="Papier"
            placeholder="Tous"
            value={question.kind ?? ''}
            choices={invoiceKinds.map((kind) => ({ value: kind, label: invoiceNames[kind] }))}
          />
        </FilterBar>
        <ResultCount count={plural(count, 'papier')} />
        <DataTable
          id="factures"
          caption="Factures et reçus"
          quietCaption
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.number}
          exports={{ csv: href({}, `${paths.invoices}.csv`) }}
          empty={
            <EmptyState
              title="Aucun papier ici"
              actions={<ButtonLink href={paths.list}>Voir les paiements</ButtonLink>}
            >
              <p>Une facture ou un reçu se fait depuis la somme payée.</p>
            </EmptyState>
          }
        />
        <Pagination page={page} pages={pagesFor(count, invoicesAPage)} hrefOf={(one) => href({ page: String(one) })} />
      </>
    ),
  });
}

const fileColumns: ExportColumn<InvoiceRow>[] = [
  { header: 'Papier', value: (row) => invoiceNames[row.kind] },
  { header: 'Numéro', value: (row) => row.number },
  { header: 'Date', value: (row) => row.issuedOn.toString() },
  { header: 'Échéance', value: (row) => row.dueOn },
  { header: 'Au nom de', value: (row) => row.buyerName },
  { header: 'Pour quoi', value: (row) => row.label },
  { header: 'Total', value: (row) => row.total / 100 },
  { header: 'Avoir ou facture liée', value: (row) => row.tiedTo },
  { header: 'Annulé', value: (row) => (row.isVoid ? 'oui' : '') },
];

/** `GET /gestion/paiements/factures.csv`: the journal of sales, for the accountant. */
export async function sendInvoices(exchange: Exchange): Promise<Response> {
  const { rows } = await invoiceList(exchange.ctx, asked(exchange.url.searchParams), 'all');
  return exchange.http.body(csvStream(fileColumns, rows) as never, 200, {
    'content-type': csvContentType,
    'content-disposition': 'attachment; filename="factures.csv"',
  });
}

/** `GET /gestion/paiements/factures/:id.pdf`. */
export async function sendInvoice(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const id = exchange.param('file').replace(/\.pdf$/, '');
  const file = isId(id) ? await invoiceFile(exchange.ctx, deps, id) : null;
  if (!file) return exchange.notFound();
  return sendPdf(file.bytes, `${invoiceNames[file.invoice.kind]} ${invoiceNumber(file.invoice)}`);
}

/** `POST /gestion/paiements/factures/:id/avoir`. */
export async function receiveCreditNote(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const input = { id: exchange.param('id'), reason: form.values['reason'] ?? '' };
  const outcome = await execute(exchange.ctx, cancelInvoice, input, { key: form.key });
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return exchange.redirect(
    paths.invoices,
    outcome.ok
      ? { tone: 'success', text: `L’avoir ${outcome.value.number} est fait.` }
      : { tone: 'danger', text: sentenceOf(outcome) },
  );
}
