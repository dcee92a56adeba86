import { execute } from '#platform/command/execute.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { proveByCode, proveByPassword } from '../../commands/prove-identity.ts';
import { ownAccount } from '../../queries/own-account.ts';
import { sessionToken, wantedPath } from '../browser-state.ts';
import type { IdentityDependencies } from '../dependencies.ts';
import { limited } from '../limited-tries.ts';
import { paths } from '../../paths.ts';
import { ProveIdentityPage } from './prove-identity-page.tsx';

async function provePage(
  exchange: Exchange,
  next: string | null,
  problem: string | null = null,
  status = 200,
): Promise<Response> {
  const account = exchange.actor && (await ownAccount(exchange.ctx, exchange.actor, sessionToken(exchange)));
  if (!account) return exchange.notFound();
  return exchange.page({
    title: 'Est-ce bien vous ?',
    layout: 'bare',
    indexed: false,
    status,
    content: (
      <ProveIdentityPage
        next={next}
        hasPassword={account.hasPassword}
        hasSecondFactor={account.secondFactorSince !== null}
        problem={problem}
      />
    ),
  });
}

/** Proves by the second factor when there is one, else by the password. */
const prove = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const next = wantedPath(exchange, values.suite ?? '');
  const token = sessionToken(exchange);
  const account = exchange.actor && (await ownAccount(exchange.ctx, exchange.actor, token));
  if (!account) return exchange.notFound();
  const target = exchange.actor?.accountId ?? '';
  const proved = account.secondFactorSince
    ? await limited(exchange, dependencies, { kind: 'second-factor', target }, () =>
        execute(exchange.ctx, proveByCode(dependencies.vault), { token, code: values.code ?? '' }),
      )
    : await limited(exchange, dependencies, { kind: 'password', target: account.email ?? target }, () =>
        proveByPassword(exchange.ctx, { token, password: values.password ?? '' }),
      );
  if (proved.ok)
    return exchange.redirect(next ?? paths.account, {
      tone: 'success',
      text: 'Merci. Vous avez dix minutes pour faire votre changement.',
    });
  if (proved.reason === 'too_many_tries') return provePage(exchange, next, proved.fields.form ?? null, 429);
  return provePage(exchange, next, 'Cela ne convient pas. Réessayez.', 422);
};

/** Proving again who is there. */
export function proveIdentityRoutes(routes: RouteList, dependencies: IdentityDependencies): void {
  routes.get(paths.proveIdentity, 'signed-in', (exchange) => provePage(exchange, wantedPath(exchange)));
  routes.post(paths.proveIdentity, 'signed-in', prove(dependencies));
}
