import type { JSX } from 'preact';
import { paperIdentity } from '#modules/hub/index.ts';
import { paymentPaths } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, formatMoney, listing, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { sendPdf } from '#platform/pdf/index.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { ownApplication } from '../../queries/own-application.ts';
import { sentenceOf } from '../../web/form-answer.ts';
import { sealed } from '../../web/private-page.ts';
import { cancelTaxReceipt } from '../commands/cancel-tax-receipt.ts';
import { issueTaxReceipts } from '../commands/issue-tax-receipts.ts';
import { taxReceiptNumber } from '../domain/gift.ts';
import { missingFor } from '../domain/issuer.ts';
import { drawTaxReceipt } from '../draw-tax-receipt.ts';
import { giftsWithoutReceipt, type Gift } from '../queries/gifts.ts';
import { benefitsWorthMoney } from '../../benefits/queries/benefits.ts';
import { moneySettings, receiptIssuer } from '../queries/money-settings.ts';
import { taxReceipt, taxReceiptsOf, yearlyTotal, type TaxReceiptListed } from '../queries/tax-receipts.ts';

const yearsShown = 4;

function yearAsked(exchange: Exchange): { year: number; thisYear: number } {
  const thisYear = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.ctx.zone).year;
  const asked = Number(exchange.query('annee'));
  return { thisYear, year: Number.isInteger(asked) && asked >= 2000 && asked <= thisYear ? asked : thisYear };
}

/** `GET /gestion/adhesions/recus`: tax receipts of a year, those to give, the total to declare. */
export async function showReceipts(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const { year, thisYear } = yearAsked(exchange);
  const [settings, issuer] = [await moneySettings(ctx.db), await receiptIssuer(ctx.db, ctx.hubId)];
  const missing = missingFor(issuer);
  const returns = await benefitsWorthMoney(ctx.db);
  const [rows, total, gifts] = await Promise.all([
    taxReceiptsOf(ctx.db, year),
    yearlyTotal(ctx.db, year),
    issuer.status === 'none' ? [] : giftsWithoutReceipt(ctx.db, settings),
  ]);
  const waiting = gifts.filter((gift) => gift.paidOn.year === year && gift.donor !== null);
  return exchange.page({
    title: 'Reçus',
    layout: 'office',
    header: {
      trail: [{ label: 'Adhésions', href: paths.office }],
      actions: (
        <>
          <ButtonLink kind="ghost" href={paymentPaths.invoices}>
            Reçus de cotisation et factures
          </ButtonLink>
          <ButtonLink kind="ghost" href={paymentPaths.deposits}>
            Remises de chèques
          </ButtonLink>
          <ButtonLink kind="ghost" href={moneyPaths.accounts}>
            Comptabilité
          </ButtonLink>
          <ButtonLink kind="ghost" icon="settings" href={moneyPaths.settings}>
            Réglages
          </ButtonLink>
        </>
      ),
    },
    content: (
      <>
        <p>
          Le reçu de cotisation part tout seul dès que la somme est là. Ici, les reçus fiscaux : seulement pour ce qui
          est donné sans contrepartie.
        </p>
        {issuer.status === 'none' ? (
          <Notice
            title="Votre pôle donne-t-il des reçus fiscaux ?"
            actions={<ButtonLink href={moneyPaths.settings}>Répondre dans les réglages</ButtonLink>}
          >
            <p>
              Seuls les organismes d’intérêt général, ou reconnus d’utilité publique, le peuvent. En cas de doute,
              l’administration répond à une demande de rescrit : mieux vaut attendre sa réponse, un reçu donné à tort
              coûte une amende.
            </p>
          </Notice>
        ) : (
          missing.length > 0 && (
            <Notice state="warning" title="Il manque encore">
              <p>{listing(missing)}.</p>
            </Notice>
          )
        )}
        {settings.duesAreGifts && settings.returnsAcknowledgedAt === null && returns.length > 0 && (
          <Notice
            state="warning"
            title="Avant de donner un reçu pour une cotisation"
            actions={<ButtonLink href={moneyPaths.settings}>Revoir les réglages</ButtonLink>}
          >
            <p>
              La cotisation est dite « un don », mais elle apporte {listing(returns)}, qui{' '}
              {returns.length > 1 ? 'valent' : 'vaut'} de l’argent : un don est sans contrepartie.
            </p>
          </Notice>
        )}
        <Tabs
          label="Année du don"
          tabs={Array.from({ length: yearsShown }, (_, back) => thisYear - back).map((one) => ({
            label: String(one),
            href: `${moneyPaths.receipts}?annee=${one}`,
            current: one === year,
          }))}
        />
        {total.count > 0 && (
          <KeyFigures
            figures={[
              { value: String(total.count), label: total.count > 1 ? 'reçus à déclarer' : 'reçu à déclarer' },
              { value: formatMoney(total.amount), label: `de dons en ${year}, à déclarer` },
            ]}
          />
        )}
        {missing.length === 0 && waiting.length > 0 && <ToGive exchange={exchange} year={year} gifts={waiting} />}
        <DataTable
          id="recus"
          caption={`Reçus fiscaux pour ${year}`}
          columns={columnsOf(exchange, year)}
          rows={rows}
          rowId={(row) => row.id}
          rowName={taxReceiptNumber}
          empty={
            <EmptyState title={`Pas de reçu fiscal pour ${year}`}>
              <p>Les dons faits en adhérant apparaîtront ici, prêts à recevoir leur reçu.</p>
            </EmptyState>
          }
        />
      </>
    ),
  });
}

function ToGive({
  exchange,
  year,
  gifts,
}: {
  readonly exchange: Exchange;
  readonly year: number;
  readonly gifts: readonly Gift[];
}): JSX.Element {
  const ready = gifts.filter(({ problem }) => problem === '');
  const stuck = gifts.filter(({ problem }) => problem !== '');
  const amount = ready.reduce((total, gift) => total + gift.amount, 0);
  return (
    <Panel title={plural(gifts.length, 'don sans reçu', 'dons sans reçu')}>
      {stuck.length > 0 && (
        <ul>
          {stuck.map((gift) => (
            <li>
              <a href={paths.application(gift.applicationId)}>{gift.name}</a>, {formatMoney(gift.amount)} :{' '}
              {gift.problem}
            </li>
          ))}
        </ul>
      )}
      {ready.length > 0 && (
        <Form
          action={moneyPaths.receipts}
          label="Donner les reçus"
          hidden={{ [formKeyField]: exchange.formKey, year: String(year) }}
        >
          <p>
            {plural(ready.length, 'reçu prêt', 'reçus prêts')}, pour {formatMoney(amount)}. Chacun reçoit le sien par
            mail.
          </p>
          <SubmitBar label={ready.length > 1 ? `Donner les ${ready.length} reçus` : 'Donner le reçu'} />
        </Form>
      )}
    </Panel>
  );
}

const columnsOf = (exchange: Exchange, year: number): readonly Column<TaxReceiptListed>[] => [
  {
    key: 'number',
    label: 'Reçu',
    heads: true,
    cell: (row) => (
      <>
        <a href={moneyPaths.receiptFile(row.id)}>{taxReceiptNumber(row)} (PDF)</a>
        <p class="facts">{row.donorName}</p>
      </>
    ),
  },
  { key: 'amount', label: 'Don', numeric: true, whole: true, cell: (row) => formatMoney(row.amount) },
  { key: 'paid', label: 'Versé', whole: true, cell: (row) => formatDate(row.paidOn, { style: 'short' }) },
  {
    key: 'state',
    label: 'État',
    cell: (row) =>
      row.cancelledAt ? (
        `Annulé : ${row.cancelReason}`
      ) : (
        <>
          {row.isReturned ? <strong>La somme a été rendue : à annuler</strong> : 'Donné'}
          <details class="more-fields">
            <summary>Annuler</summary>
            <form method="post" action={moneyPaths.cancelReceipt(row.id)} class="stack">
              <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
              <input type="hidden" name="annee" value={String(year)} />
              <TextField name="reason" id={`raison-${row.id}`} label="Pourquoi" required />
              <Button kind="ghost">Annuler ce reçu</Button>
            </form>
          </details>
        </>
      ),
  },
];

/** `POST /gestion/adhesions/recus`: gives all receipts of a year that are ready. */
export async function receiveIssue(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const year = Number(form.values['year']) || 0;
  const outcome = await execute(exchange.ctx, issueTaxReceipts(deps), { year }, { key: form.key });
  return exchange.redirect(
    `${moneyPaths.receipts}?annee=${year}`,
    outcome.ok
      ? {
          tone: 'success',
          text: `${plural(outcome.value.count, 'reçu fiscal donné', 'reçus fiscaux donnés')}, pour ${formatMoney(outcome.value.amount)}.`,
        }
      : { tone: 'warning', text: sentenceOf(outcome) },
  );
}

/** `POST /gestion/adhesions/recus/:id/annuler`. */
export async function receiveCancelReceipt(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const outcome = await execute(
    exchange.ctx,
    cancelTaxReceipt,
    { id, reason: form.values['reason'] ?? '' },
    { key: form.key },
  );
  if (!outcome.ok && (outcome.reason === 'not_found' || !isId(id))) return exchange.notFound();
  return exchange.redirect(
    `${moneyPaths.receipts}?annee=${Number(form.values['annee']) || ''}`,
    outcome.ok
      ? { tone: 'success', text: 'Le reçu est annulé ; son numéro reste dans la liste.' }
      : { tone: 'warning', text: sentenceOf(outcome) },
  );
}

async function pdfOf(exchange: Exchange, deps: MembershipDependencies, id: string): Promise<Response> {
  const receipt = isId(id) ? await taxReceipt(exchange.ctx.db, id) : null;
  if (!receipt) return exchange.notFound();
  const paper = await paperIdentity(exchange.ctx, { origin: exchange.hub.origin, files: deps.ports.files });
  return sendPdf(await drawTaxReceipt(receipt, paper), `Reçu fiscal ${taxReceiptNumber(receipt)}`);
}

/** `GET /gestion/adhesions/recus/:id.pdf`. */
export const sendReceipt = (exchange: Exchange, deps: MembershipDependencies): Promise<Response> =>
  pdfOf(exchange, deps, exchange.param('file').replace(/\.pdf$/, ''));

/** `GET /adhesion/:secret/recus-fiscaux/:id`: the receipt of one who follows her own link, or that of a letter about it. */
export async function sendOwnReceipt(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const [secret, id] = [exchange.param('secret'), exchange.param('id')];
  const mailed = isId(id) && hashSecret(deps.links.secretOf('receipt', exchange.hub.id, id, 1)) === hashSecret(secret);
  const own = mailed ? null : await ownApplication(exchange.ctx.db, secret);
  if (!mailed && !own?.taxReceipts.some((receipt) => receipt.id === id)) return exchange.notFound();
  return sealed(await pdfOf(exchange, deps, id));
}
