import { paperIdentity } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { createDocument, sendPdf } from '#platform/pdf/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { depositCheques } from '../../commands/deposit-cheques.ts';
import { writtenIban } from '../../domain/iban.ts';
import { paths } from '../../paths.ts';
import type { PaymentDependencies } from '../../ports.ts';
import { listDeposits, readDeposit, type Deposit } from '../../queries/deposits.ts';
import { chequesOf, chequesToDeposit, type EntryRow } from '../../queries/ledger-rows.ts';
import { readPaymentSettings } from '../../queries/payment-settings.ts';
import { sentenceOf } from '../form-answer.ts';

const day = (iso: string): string => formatDate(Temporal.PlainDate.from(iso), { style: 'short' });

const chequeColumns: readonly Column<EntryRow>[] = [
  {
    key: 'who',
    label: 'De',
    heads: true,
    cell: (cheque) => <a href={paths.charge(cheque.chargeId)}>{cheque.payerName}</a>,
  },
  { key: 'label', label: 'Pour', cell: (cheque) => cheque.label },
  { key: 'number', label: 'Numéro', whole: true, cell: (cheque) => cheque.number },
  { key: 'bank', label: 'Banque', cell: (cheque) => cheque.bank },
  { key: 'day', label: 'Reçu le', whole: true, cell: (cheque) => day(cheque.receivedOn) },
  {
    key: 'amount',
    label: 'Somme',
    numeric: true,
    whole: true,
    cell: (cheque) => formatMoney(cheque.amount, { cents: 'always' }),
  },
];

const depositColumns: readonly Column<Deposit>[] = [
  {
    key: 'number',
    label: 'Remise',
    heads: true,
    cell: (deposit) => <a href={paths.deposit(deposit.id)}>n° {deposit.number}</a>,
  },
  { key: 'day', label: 'Le', whole: true, cell: (deposit) => formatDate(deposit.depositedOn, { style: 'short' }) },
  { key: 'count', label: 'Chèques', numeric: true, cell: (deposit) => deposit.count },
  {
    key: 'total',
    label: 'Total',
    numeric: true,
    whole: true,
    cell: (deposit) => formatMoney(deposit.total, { cents: 'always' }),
  },
  { key: 'by', label: 'Par', cell: (deposit) => deposit.createdBy },
];

const trail = [
  { label: 'Paiements', href: paths.list },
  { label: 'Remises de chèques', href: paths.deposits },
];

/** `GET /gestion/paiements/remises`: cheques in the drawer, and slips carried to the bank. */
export async function showDeposits(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const [cheques, deposits] = await Promise.all([chequesToDeposit(ctx), listDeposits(ctx)]);
  const total = cheques.reduce((sum, cheque) => sum + cheque.amount, 0);
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString();
  return exchange.page({
    title: 'Remises de chèques',
    layout: 'office',
    section: paths.list,
    header: {
      lead:
        cheques.length > 0
          ? `${plural(cheques.length, 'chèque')} dans le tiroir, ${formatMoney(total)} en tout.`
          : 'Le tiroir est vide.',
      trail,
    },
    content: (
      <>
        <DataTable
          id="cheques"
          caption="Chèques à porter à la banque"
          columns={chequeColumns}
          rows={cheques}
          rowId={(cheque) => cheque.id}
          rowName={(cheque) => `${cheque.payerName}, ${formatMoney(cheque.amount)}`}
          bulk={{
            action: paths.deposits,
            hidden: (
              <>
                <input type="hidden" name={formKeyField} value={exchange.formKey} />
                <DateField name="depositedOn" label="Porté le" value={today} />
              </>
            ),
            actions: [{ value: 'remettre', label: 'Faire la remise', kind: 'primary' }],
          }}
          empty={
            <EmptyState title="Aucun chèque à porter">
              <p>Les chèques que vous notez reçus arrivent ici, jusqu’à la remise.</p>
            </EmptyState>
          }
        />
        {deposits.length > 0 && (
          <DataTable
            id="remises"
            caption="Remises faites"
            columns={depositColumns}
            rows={deposits}
            rowId={(deposit) => deposit.id}
            rowName={(deposit) => `Remise ${deposit.number}`}
            empty={null}
          />
        )}
      </>
    ),
  });
}

/** `POST /gestion/paiements/remises`: puts the cheques ticked in a slip. */
export async function receiveDeposit(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const input = { entryIds: form.all('ids').filter(isId), depositedOn: form.values['depositedOn'] || null };
  const outcome = await execute(exchange.ctx, depositCheques, input, { key: form.key });
  if (!outcome.ok) return exchange.redirect(paths.deposits, { tone: 'danger', text: sentenceOf(outcome) });
  return exchange.redirect(paths.deposit(outcome.value.id), {
    tone: 'success',
    text: `La remise n° ${outcome.value.number} est prête à imprimer.`,
  });
}

/** `GET /gestion/paiements/remises/:id`: one slip. */
export async function showDeposit(exchange: Exchange): Promise<Response> {
  const id = exchange.param('id');
  const deposit = isId(id) ? await readDeposit(exchange.ctx, id) : null;
  if (!deposit) return exchange.notFound();
  const cheques = await chequesOf(exchange.ctx, id);
  return exchange.page({
    title: `Remise n° ${deposit.number}`,
    layout: 'office',
    section: paths.list,
    header: {
      lead: `${plural(deposit.count, 'chèque')}, ${formatMoney(deposit.total, { cents: 'always' })}, le ${formatDate(deposit.depositedOn)}.`,
      trail: [...trail, { label: `n° ${deposit.number}`, href: paths.deposit(id) }],
      actions: (
        <ButtonLink icon="download" href={paths.depositFile(id)}>
          Bordereau (PDF)
        </ButtonLink>
      ),
    },
    content: (
      <DataTable
        id="cheques"
        caption="Chèques de la remise"
        quietCaption
        columns={chequeColumns}
        rows={cheques}
        rowId={(cheque) => cheque.id}
        rowName={(cheque) => cheque.payerName}
        empty={null}
      />
    ),
  });
}

/** `GET /gestion/paiements/remises/:id.pdf`: the slip to carry to the bank. */
export async function sendDeposit(exchange: Exchange, deps: PaymentDependencies, id: string): Promise<Response> {
  const { ctx } = exchange;
  const deposit = isId(id) ? await readDeposit(ctx, id) : null;
  if (!deposit) return exchange.notFound();
  const [cheques, settings, identity] = await Promise.all([
    chequesOf(ctx, id),
    readPaymentSettings(ctx.db),
    paperIdentity(ctx, { origin: exchange.hub.origin, files: deps.ports.files }),
  ]);
  const title = `Remise de chèques n° ${deposit.number}`;
  const pdf = await createDocument({ title, identity, date: ctx.clock.now() });
  pdf.heading(title, { level: 1 }).facts([
    { label: 'Date', value: formatDate(deposit.depositedOn) },
    { label: 'Titulaire du compte', value: settings?.accountHolder ?? '' },
    { label: 'IBAN', value: writtenIban(settings?.iban ?? '') },
    { label: 'Nombre de chèques', value: String(deposit.count) },
    { label: 'Total', value: formatMoney(deposit.total, { cents: 'always' }) },
  ]);
  pdf.gap(10).table({
    caption: 'Chèques remis',
    columns: [
      { label: 'Tireur', share: 3, isHeader: true },
      { label: 'Banque', share: 2 },
      { label: 'Numéro', share: 2 },
      { label: 'Somme', share: 1.5, align: 'right' },
    ],
    rows: cheques.map((cheque) => [
      cheque.payerName,
      cheque.bank,
      cheque.number,
      formatMoney(cheque.amount, { cents: 'always' }),
    ]),
  });
  pdf.gap(16).signatures([{ label: 'Signature' }]);
  return sendPdf(await pdf.finish(), title);
}
