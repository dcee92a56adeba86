import { execute } from '#platform/command/execute.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { requestSignInLink } from '../../commands/request-sign-in-link.ts';
import { signInWithPassword } from '../../commands/sign-in-with-password.ts';
import { useSignInCode } from '../../commands/use-sign-in-link.ts';
import { normaliseEmail } from '../../domain/email-address.ts';
import { addressAsked } from '../../queries/sign-in-link-state.ts';
import { arrivalOf, browserSecret, isSecure, linkCookie, siteOf, wantedPath } from '../browser-state.ts';
import type { IdentityDependencies } from '../dependencies.ts';
import { limited, mayTry } from '../limited-tries.ts';
import { paths } from '../../paths.ts';
import { giveCookie } from '../session-cookie.ts';
import { enter } from './enter.ts';
import { LinkSentPage, PasswordPage, SignInPage, type SignInProblem } from './sign-in-page.tsx';

// The link lasts ten minutes from its sending, which may come some minutes after it was asked.
const linkCookieSeconds = 30 * 60;

const signInPage = (exchange: Exchange, more: { email?: string; problem?: SignInProblem; status?: number } = {}) =>
  exchange.page({
    title: 'Se connecter',
    layout: 'bare',
    indexed: false,
    status: more.status ?? 200,
    content: <SignInPage next={wantedPath(exchange)} email={more.email ?? ''} problem={more.problem ?? null} />,
  });

const linkSentPage = (exchange: Exchange, problem: SignInProblem | null = null, status = 200) =>
  exchange.page({
    title: 'Regardez vos messages',
    layout: 'bare',
    indexed: false,
    status,
    content: <LinkSentPage problem={problem} />,
  });

const passwordPage = (
  exchange: Exchange,
  more: { next?: string | null; email?: string; problem?: SignInProblem; status?: number } = {},
) =>
  exchange.page({
    title: 'Se connecter par mot de passe',
    layout: 'bare',
    indexed: false,
    status: more.status ?? 200,
    content: (
      <PasswordPage next={more.next ?? wantedPath(exchange)} email={more.email ?? ''} problem={more.problem ?? null} />
    ),
  });

/** Asks for a link: whoever asks is told the same. Asking stays counted, for nothing is proved by it. */
const askLink = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const email = normaliseEmail(values.email ?? '');
  const permission = await mayTry(exchange, dependencies, { kind: 'link', target: email });
  if (!permission.ok)
    return signInPage(exchange, { email, problem: { message: permission.fields.form ?? '' }, status: 429 });
  const asked = await execute(exchange.ctx, requestSignInLink, { email, nextPath: values.suite, ...siteOf(exchange) });
  if (!asked.ok)
    return signInPage(exchange, {
      email,
      problem: { field: 'email', message: asked.fields.email ?? 'Vérifiez cette adresse.' },
      status: 422,
    });
  giveCookie(exchange.http, linkCookie, isSecure(exchange), asked.value.browserSecret, linkCookieSeconds);
  return exchange.redirect(paths.signInSent);
};

const enterByCode = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const secret = browserSecret(exchange, linkCookie);
  if (!secret)
    return exchange.redirect(paths.signIn, { tone: 'warning', text: 'Demandez d’abord un lien depuis ce navigateur.' });
  const arrival = await arrivalOf(exchange, dependencies);
  const tried = { kind: 'code', target: await addressAsked(exchange.ctx, secret) };
  const entered = await limited(exchange, dependencies, tried, () =>
    useSignInCode(exchange.ctx, { browserSecret: secret, code: values.code ?? '', arrival }),
  );
  if (entered.ok) return enter(exchange, entered.value, entered.value.nextPath);
  if (entered.reason === 'too_many_tries') return linkSentPage(exchange, { message: entered.fields.form ?? '' }, 429);
  return linkSentPage(
    exchange,
    {
      field: 'code',
      message: 'Ce code n’est pas le bon, ou il a expiré. Au bout de cinq essais, il faut demander un autre lien.',
    },
    422,
  );
};

const enterByPassword = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const email = normaliseEmail(values.email ?? '');
  const next = wantedPath(exchange, values.suite ?? '');
  const arrival = await arrivalOf(exchange, dependencies);
  const entered = await limited(exchange, dependencies, { kind: 'password', target: email }, () =>
    signInWithPassword(exchange.ctx, { email, password: values.password ?? '', arrival }),
  );
  if (entered.ok) return enter(exchange, entered.value, next);
  if (entered.reason === 'too_many_tries')
    return passwordPage(exchange, { next, email, problem: { message: entered.fields.form ?? '' }, status: 429 });
  return passwordPage(exchange, {
    next,
    email,
    problem: { message: 'L’adresse ou le mot de passe ne convient pas.' },
    status: 422,
  });
};

/** Signing in by mailed link or by password. */
export function signInRoutes(routes: RouteList, dependencies: IdentityDependencies): void {
  routes.get(paths.signIn, 'anyone', (exchange) => signInPage(exchange));
  routes.post(paths.signIn, 'anyone', askLink(dependencies));
  routes.get(paths.signInSent, 'anyone', (exchange) => linkSentPage(exchange));
  routes.post(paths.signInSent, 'anyone', enterByCode(dependencies));
  routes.get(paths.signInPassword, 'anyone', (exchange) => passwordPage(exchange));
  routes.post(paths.signInPassword, 'anyone', enterByPassword(dependencies));
}
