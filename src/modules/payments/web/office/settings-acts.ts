import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { GatewayRefused, GatewayUnavailable } from '#platform/payment-gateway/payment-gateway.ts';
import { noteCheck, saveAccount, saveInvoiceWords, saveWays } from '../../commands/save-payment-settings.ts';
import { accountOf } from '../../online/account-of.ts';
import { paths } from '../../paths.ts';
import type { PaymentDependencies } from '../../ports.ts';
import { errorsOf, nothingTyped } from '../form-answer.ts';
import type { PaymentRefusal } from '../texts.ts';
import { settingsPage, type SettingsForm } from './settings-page.tsx';

/** `GET /gestion/paiements/reglages`: how the hub is paid, and what its papers say. */
export async function showSettings(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  return settingsPage(exchange, deps, { ...nothingTyped, form: null });
}

async function answer(
  exchange: Exchange,
  deps: PaymentDependencies,
  form: SettingsForm,
  outcome: Outcome<unknown, PaymentRefusal>,
): Promise<Response> {
  if (outcome.ok) return exchange.redirect(paths.settings, { tone: 'success', text: 'C’est enregistré.' });
  const { values } = await exchange.form();
  return settingsPage(exchange, deps, { values, errors: errorsOf(outcome), form }, 422);
}

/** `POST /gestion/paiements/reglages`: transfers, cheques, on the spot. */
export async function receiveWays(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const form = await exchange.form();
  const input = { ...form.values, takesOnSite: form.values['takesOnSite'] === 'oui' };
  return answer(exchange, deps, 'moyens', await execute(exchange.ctx, saveWays, input, { key: form.key }));
}

/** `POST /gestion/paiements/reglages/factures`. */
export async function receiveInvoiceWords(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const form = await exchange.form();
  return answer(
    exchange,
    deps,
    'factures',
    await execute(exchange.ctx, saveInvoiceWords, { ...form.values }, { key: form.key }),
  );
}

/** `POST /gestion/paiements/reglages/helloasso`: ties the account, then tries it. */
export async function receiveAccount(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const form = await exchange.form();
  const removes = form.values['action'] === 'retirer';
  const input = { helloassoSlug: '', ...form.values, removes };
  const outcome = await execute(exchange.ctx, saveAccount(deps.vault), input, { key: form.key });
  if (!outcome.ok || removes) return answer(exchange, deps, 'helloasso', outcome);
  return checkAccount(exchange, deps);
}

/** `POST /gestion/paiements/reglages/helloasso/verifier`: asks HelloAsso for the name of the association. */
export async function checkAccount(exchange: Exchange, deps: PaymentDependencies): Promise<Response> {
  const account = await accountOf(exchange.ctx, deps);
  if (!account) return exchange.redirect(paths.settings);
  const { text, problem } = await tried(deps, account);
  await execute(exchange.ctx, noteCheck, { problem });
  return exchange.redirect(paths.settings, { tone: problem === null ? 'success' : 'warning', text });
}

async function tried(
  { gateway }: PaymentDependencies,
  account: NonNullable<Awaited<ReturnType<typeof accountOf>>>,
): Promise<{ text: string; problem: string | null }> {
  try {
    const { name } = await gateway.check(account);
    return { text: `La connexion marche : ${name}.`, problem: null };
  } catch (error) {
    if (!(error instanceof GatewayRefused) && !(error instanceof GatewayUnavailable)) throw error;
    const problem =
      error instanceof GatewayRefused
        ? 'HelloAsso refuse ces identifiants, ou l’association n’est pas celle-là.'
        : 'HelloAsso ne répond pas en ce moment : vérifiez plus tard.';
    return { text: `C’est enregistré, mais la connexion ne marche pas. ${problem}`, problem };
  }
}
