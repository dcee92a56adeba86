import { execute } from '#platform/command/execute.ts';
import { formatMoney, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { GatewayRefused, GatewayUnavailable } from '#platform/payment-gateway/payment-gateway.ts';
import { giveUpCharge } from '../../commands/cancel-charge.ts';
import { giveBack, takeBackEntry } from '../../commands/give-back.ts';
import { issuePaper } from '../../commands/issue-paper.ts';
import { notePayment } from '../../commands/note-payment.ts';
import { noteSeveral } from '../../commands/note-several.ts';
import { amountTyped } from '../../domain/amount-typed.ts';
import { refundOnline, verifyCharge } from '../../online/refund-online.ts';
import { paths } from '../../paths.ts';
import type { PaymentDependencies } from '../../ports.ts';
import { errorsOf, sentenceOf } from '../form-answer.ts';
import type { PaymentRefusal } from '../texts.ts';
import { chargePage, onlineForm } from './charge-page.tsx';

/** What follows an act on a charge: its page again, or the form with what was refused. */
async function answer(
  exchange: Exchange,
  deps: PaymentDependencies,
  form: string,
  outcome: Outcome<unknown, PaymentRefusal>,
  done: string,
): Promise<Response> {
  if (outcome.ok) return exchange.redirect(paths.charge(exchange.param('id')), { tone: 'success', text: done });
  if (outcome.reason === 'not_found') return exchange.notFound();
  const { values } = await exchange.form();
  return chargePage(exchange, deps, { values, errors: errorsOf(outcome), form }, 422);
}

const unclearAmount = {
  ok: false,
  reason: 'unclear_fields',
  fields: { amount: 'Écrivez une somme, comme 12,50.' },
} as const;

/** `POST /gestion/paiements/:id/encaisser`. */
export async function receiveNote(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const form = await exchange.form();
  const { way, receivedOn, number = '', bank = '', note = '' } = form.values;
  const amount = amountTyped(form.values['amount'] ?? '');
  const input = { chargeId: exchange.param('id'), way, amount, receivedOn: receivedOn || null, number, bank, note };
  const outcome = amount === null ? unclearAmount : await execute(exchange.ctx, notePayment, input, { key: form.key });
  return answer(exchange, deps, 'encaisser', outcome, 'C’est noté.');
}

/** `POST /gestion/paiements/:id/rembourser`: by hand, or by the provider that received. */
export async function receiveRefund(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const form = await exchange.form();
  const chargeId = exchange.param('id');
  const amount = amountTyped(form.values['amount'] ?? '');
  if (form.values['way'] === 'online') return refundByProvider(exchange, deps, amount);
  const { way, note = '' } = form.values;
  const outcome =
    amount === null
      ? unclearAmount
      : await execute(exchange.ctx, giveBack, { chargeId, way, amount, note }, { key: form.key });
  return answer(exchange, deps, 'rendre', outcome, 'C’est noté.');
}

async function refundByProvider(
  exchange: Exchange,
  deps: PaymentDependencies,
  amount: number | null,
): Promise<Response> {
  const id = exchange.param('id');
  const { values } = await exchange.form();
  const [paymentId, version] = [Number(values['paymentId']), Number(values['version'])];
  const back = (tone: 'success' | 'danger' | 'warning', text: string): Response =>
    exchange.redirect(paths.charge(id), { tone, text });
  if (!isId(id) || !Number.isSafeInteger(paymentId) || paymentId <= 0) return exchange.notFound();
  try {
    const outcome =
      amount === null
        ? unclearAmount
        : await refundOnline(exchange.ctx, deps, { chargeId: id, paymentId, amount, version });
    const done = `HelloAsso rembourse ${formatMoney(amount ?? 0)} à la personne.`;
    return await answer(exchange, deps, onlineForm(paymentId), outcome, done);
  } catch (error) {
    if (error instanceof GatewayUnavailable)
      return back(
        'warning',
        'HelloAsso ne répond pas : on ne sait pas si le remboursement est parti. Relisez chez HelloAsso dans un moment.',
      );
    if (error instanceof GatewayRefused)
      return back(
        'danger',
        'HelloAsso refuse ce remboursement : faites-le depuis votre espace HelloAsso, la ligne s’écrira d’elle-même.',
      );
    throw error;
  }
}

/** `POST /gestion/paiements/:id/verifier`. */
export async function receiveVerify(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const id = exchange.param('id');
  if (!isId(id)) return exchange.notFound();
  try {
    await verifyCharge(exchange.ctx, deps, id);
    return exchange.redirect(paths.charge(id), { tone: 'success', text: 'C’est relu chez HelloAsso.' });
  } catch (error) {
    if (!(error instanceof GatewayUnavailable) && !(error instanceof GatewayRefused)) throw error;
    return exchange.redirect(paths.charge(id), { tone: 'warning', text: 'HelloAsso ne répond pas en ce moment.' });
  }
}

/** `POST /gestion/paiements/:id/contre-passer`. */
export async function receiveTakeBack(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const chargeId = exchange.param('id');
  const { entryId = '', cause, reason = '' } = form.values;
  const outcome = await execute(exchange.ctx, takeBackEntry, { chargeId, entryId, cause, reason }, { key: form.key });
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return exchange.redirect(
    paths.charge(chargeId),
    outcome.ok
      ? { tone: 'success', text: 'La ligne contraire est écrite.' }
      : { tone: 'danger', text: sentenceOf(outcome) },
  );
}

/** `POST /gestion/paiements/:id/annuler`. */
export async function receiveCancel(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const form = await exchange.form();
  const input = { id: exchange.param('id'), reason: form.values['reason'] ?? '' };
  const outcome = await execute(exchange.ctx, giveUpCharge, input, { key: form.key });
  return answer(exchange, deps, 'annuler', outcome, 'Cette somme n’est plus demandée.');
}

/** `POST /gestion/paiements/:id/papiers`. */
export async function receivePaper(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const form = await exchange.form();
  const { kind, buyerName, buyerAddress, buyerSiren, reference } = form.values;
  const input = { chargeId: exchange.param('id'), kind, buyerName, buyerAddress, buyerSiren, reference };
  const outcome = await execute(exchange.ctx, issuePaper, input, { key: form.key });
  return answer(exchange, deps, 'papier', outcome, outcome.ok ? `C’est fait : ${outcome.value.number}.` : '');
}

/** `POST /gestion/paiements/lot`: the sums ticked were all received. */
export async function receiveBulk(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const { retour = '', way = '', receivedOn = '' } = form.values;
  const back = retour.startsWith(paths.list) ? retour : paths.list;
  const input = { ids: form.all('ids').filter(isId), way: way || null, receivedOn: receivedOn || null };
  const outcome = await execute(exchange.ctx, noteSeveral, input, { key: form.key });
  return exchange.redirect(
    back,
    outcome.ok
      ? { tone: 'success', text: `C’est noté : ${plural(outcome.value.count, 'somme reçue', 'sommes reçues')}.` }
      : { tone: 'danger', text: sentenceOf(outcome) },
  );
}
