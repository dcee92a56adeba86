import { base32 } from '@better-auth/utils/base32';
import { execute } from '#platform/command/execute.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { giveSecondFactor } from '../../commands/give-second-factor.ts';
import { heldSession, type HeldSession } from '../../queries/held-session.ts';
import { confirmSecondFactor, startSecondFactor } from '../../commands/set-up-second-factor.ts';
import { preparedSecret } from '../../queries/prepared-second-factor.ts';
import { authenticatorAddress } from '../../security/time-code.ts';
import { isSecure, sessionToken, wantedPath, withNext } from '../browser-state.ts';
import type { IdentityDependencies } from '../dependencies.ts';
import { limited } from '../limited-tries.ts';
import { paths } from '../../paths.ts';
import { giveSessionCookie } from '../session-cookie.ts';
import {
  RecoveryCodesPage,
  SecondFactorIntroductionPage,
  SecondFactorPage,
  SecondFactorSetUpPage,
} from './second-factor-page.tsx';
import type { SignInProblem } from './sign-in-page.tsx';

const wrongCode: SignInProblem = {
  field: 'code',
  message: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant et réessayez.',
};
const held = (exchange: Exchange) => heldSession(exchange.ctx.db, sessionToken(exchange), exchange.ctx.clock.now());
const startAgain = (exchange: Exchange) =>
  exchange.redirect(paths.signIn, { tone: 'warning', text: 'La connexion a pris trop de temps. Recommencez.' });

const factorPage = (exchange: Exchange, next: string | null, problem: SignInProblem | null = null, status = 200) =>
  exchange.page({
    title: 'Second facteur',
    layout: 'bare',
    indexed: false,
    status,
    content: <SecondFactorPage next={next} problem={problem} />,
  });

const giveCode = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const next = wantedPath(exchange, values.suite ?? '');
  const session = await held(exchange);
  if (session?.stage !== 'pending') return startAgain(exchange);
  const given = await limited(exchange, dependencies, { kind: 'second-factor', target: session.accountId }, () =>
    execute(exchange.ctx, giveSecondFactor(dependencies.vault), {
      token: sessionToken(exchange),
      code: values.code ?? '',
    }),
  );
  if (given.ok) {
    giveSessionCookie(exchange.http, isSecure(exchange), given.value.token);
    return exchange.redirect(next ?? paths.account, { tone: 'success', text: 'Vous êtes connecté·e.' });
  }
  if (given.reason === 'too_many_tries') return factorPage(exchange, next, { message: given.fields.form ?? '' }, 429);
  return given.reason === 'session_over' ? startAgain(exchange) : factorPage(exchange, next, wrongCode, 422);
};

async function setUpPage(
  exchange: Exchange,
  dependencies: IdentityDependencies,
  session: HeldSession,
  next: string | null,
  problem: SignInProblem | null = null,
  status = 200,
): Promise<Response> {
  const secret = await preparedSecret(exchange.ctx, dependencies.vault, session.accountId);
  const content = secret ? (
    <SecondFactorSetUpPage
      next={next}
      problem={problem}
      key={
        base32
          .encode(secret, { padding: false })
          .match(/.{1,4}/g)
          ?.join(' ') ?? ''
      }
      address={authenticatorAddress(secret, exchange.hub.name, session.email ?? session.personName)}
    />
  ) : (
    <SecondFactorIntroductionPage next={next} />
  );
  return exchange.page({ title: 'Ajouter un second facteur', layout: 'bare', indexed: false, status, content });
}

const setUp = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const next = wantedPath(exchange, values.suite ?? '');
  const token = sessionToken(exchange);
  const session = await held(exchange);
  if (!session) return startAgain(exchange);
  if (values.acte === 'preparer') {
    const started = await execute(exchange.ctx, startSecondFactor(dependencies.vault), { token });
    if (!started.ok && started.reason === 'proof_needed')
      return exchange.redirect(withNext(paths.proveIdentity, paths.account));
    return started.ok ? exchange.redirect(withNext(paths.secondFactorSetUp, next)) : exchange.redirect(paths.account);
  }
  const confirmed = await limited(exchange, dependencies, { kind: 'second-factor', target: session.accountId }, () =>
    execute(exchange.ctx, confirmSecondFactor(dependencies.vault), { token, code: values.code ?? '' }),
  );
  if (confirmed.ok) {
    giveSessionCookie(exchange.http, isSecure(exchange), confirmed.value.token);
    return exchange.page({
      title: 'Vos codes de secours',
      layout: 'bare',
      indexed: false,
      content: <RecoveryCodesPage codes={confirmed.value.recoveryCodes} next={next} />,
    });
  }
  if (confirmed.reason === 'too_many_tries')
    return setUpPage(exchange, dependencies, session, next, { message: confirmed.fields.form ?? '' }, 429);
  if (confirmed.reason === 'wrong_code') return setUpPage(exchange, dependencies, session, next, wrongCode, 422);
  return startAgain(exchange);
};

/** The second factor: giving it, and setting it up, also by staff who must before they may enter. */
export function secondFactorRoutes(routes: RouteList, dependencies: IdentityDependencies): void {
  routes.get(paths.secondFactor, 'anyone', async (exchange) =>
    (await held(exchange))?.stage === 'pending' ? factorPage(exchange, wantedPath(exchange)) : startAgain(exchange),
  );
  routes.post(paths.secondFactor, 'anyone', giveCode(dependencies));
  routes.get(paths.secondFactorSetUp, 'anyone', async (exchange) => {
    const session = await held(exchange);
    return session ? setUpPage(exchange, dependencies, session, wantedPath(exchange)) : startAgain(exchange);
  });
  routes.post(paths.secondFactorSetUp, 'anyone', setUp(dependencies));
}
