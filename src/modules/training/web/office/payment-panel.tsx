import type { JSX } from 'preact';
import {
  chargeStateNames,
  invoicesOf,
  paymentPaths,
  chargesOf,
  type ChargeView,
  type InvoiceView,
} from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatMoney } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { askPayment, chargeModule } from '../../commands/ask-payment.ts';
import { officePaths } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import type { StoredTrainee } from '../../queries/trainees.ts';
import { refusalText } from '../texts.ts';

/** What was asked of a trainee, and its papers. */
export interface AskedPayments {
  charges: readonly ChargeView[];
  invoices: readonly InvoiceView[];
}

export async function paymentsAsked({ ctx }: Exchange, traineeId: string): Promise<AskedPayments> {
  const charges = (await chargesOf(ctx.db, chargeModule, [traineeId])).get(traineeId) ?? [];
  return {
    charges,
    invoices: await invoicesOf(
      ctx.db,
      charges.map(({ id }) => id),
    ),
  };
}

export function PaymentPanel({
  exchange,
  trainee,
  asked: { charges, invoices },
}: {
  readonly exchange: Exchange;
  readonly trainee: StoredTrainee;
  readonly asked: AskedPayments;
}): JSX.Element | null {
  if (trainee.priceCents === 0 && charges.length === 0) return null;
  return (
    <Panel title="Paiement">
      <ul class="plain stack">
        {charges.map(({ id, amount, state }) => (
          <li>
            <a href={paymentPaths.charge(id)}>{formatMoney(amount)}</a> : {chargeStateNames[state].toLowerCase()}
          </li>
        ))}
        {invoices.map(({ id, number }) => (
          <li>
            <a href={paymentPaths.invoiceFile(id)}>{number} (PDF)</a>
          </li>
        ))}
      </ul>
      <form method="post" action={officePaths.askPayment(trainee.sessionId, trainee.id)}>
        <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        <Button kind="ghost">Demander ce qui est dû et facturer</Button>
      </form>
    </Panel>
  );
}

/** `POST /gestion/formations/sessions/:id/stagiaires/:trainee/paiement`. */
export async function receiveAskPayment(exchange: Exchange, { paymentLinks }: TrainingDependencies): Promise<Response> {
  const form = await exchange.form();
  const [sessionId, traineeId] = [exchange.param('id'), exchange.param('trainee')];
  if (!isId(sessionId) || !isId(traineeId)) return exchange.notFound();
  const outcome = await execute(exchange.ctx, askPayment(paymentLinks), { sessionId, traineeId }, { key: form.key });
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return exchange.redirect(
    officePaths.trainee(sessionId, traineeId),
    outcome.ok
      ? {
          tone: 'success',
          text: `${formatMoney(outcome.value.amount)} demandés${outcome.value.invoice ? `, facture ${outcome.value.invoice}` : ''}.`,
        }
      : { tone: 'danger', text: refusalText(outcome.reason) },
  );
}
