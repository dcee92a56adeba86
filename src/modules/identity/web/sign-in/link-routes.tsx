import { execute } from '#platform/command/execute.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { confirmAddressChange } from '../../commands/change-address.ts';
import { signOut } from '../../commands/end-sessions.ts';
import { useSignInLink } from '../../commands/use-sign-in-link.ts';
import { signInLinkState } from '../../queries/sign-in-link-state.ts';
import { arrivalOf, browserSecret, isSecure, linkCookie, sessionToken, siteOf } from '../browser-state.ts';
import type { IdentityDependencies } from '../dependencies.ts';
import { limited } from '../limited-tries.ts';
import { paths } from '../../paths.ts';
import { takeSessionCookieBack } from '../session-cookie.ts';
import { AddressLinkPage } from './address-link-page.tsx';
import { enter } from './enter.ts';
import { LinkOverPage, LinkPage } from './link-page.tsx';
import type { SignInProblem } from './sign-in-page.tsx';

const overPage = (exchange: Exchange) =>
  exchange.page({
    title: 'Ce lien ne sert plus',
    layout: 'bare',
    indexed: false,
    status: 410,
    content: <LinkOverPage />,
  });

const linkPage = (exchange: Exchange, asksCode: boolean, problem: SignInProblem | null = null, status = 200) =>
  exchange.page({
    title: 'Entrer dans mon espace',
    layout: 'bare',
    indexed: false,
    status,
    content: <LinkPage token={exchange.param('token')} asksCode={asksCode} problem={problem} />,
  });

const showLink = async (exchange: Exchange) => {
  const { state } = await signInLinkState(exchange.ctx, exchange.param('token'), browserSecret(exchange, linkCookie));
  return state === 'over' ? overPage(exchange) : linkPage(exchange, state === 'code_needed');
};

const useLink = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const token = exchange.param('token');
  const secret = browserSecret(exchange, linkCookie);
  const { state, target } = await signInLinkState(exchange.ctx, token, secret);
  const arrival = await arrivalOf(exchange, dependencies);
  const tried = { kind: state === 'code_needed' ? 'code' : 'link-use', target };
  const entered = await limited(exchange, dependencies, tried, () =>
    useSignInLink(exchange.ctx, { token, browserSecret: secret, code: values.code?.trim() || null, arrival }),
  );
  if (entered.ok) return enter(exchange, entered.value, entered.value.nextPath);
  if (entered.reason === 'too_many_tries')
    return linkPage(exchange, state === 'code_needed', { message: entered.fields.form ?? '' }, 429);
  if (entered.reason === 'code_needed')
    return linkPage(exchange, true, { field: 'code', message: 'Tapez le code à six chiffres du message.' }, 422);
  if (entered.reason === 'wrong_code')
    return linkPage(exchange, true, { field: 'code', message: 'Ce code n’est pas le bon.' }, 422);
  return overPage(exchange);
};

const confirmAddress = async (exchange: Exchange) => {
  const outcome = await execute(exchange.ctx, confirmAddressChange, {
    token: exchange.param('token'),
    ...siteOf(exchange),
  });
  if (outcome.ok)
    return exchange.redirect(exchange.actor ? paths.account : paths.signIn, {
      tone: 'success',
      text: 'Votre nouvelle adresse est confirmée.',
    });
  if (outcome.reason === 'address_taken') {
    return exchange.redirect(paths.signIn, {
      tone: 'danger',
      text: 'Cette adresse sert déjà à un autre compte. Écrivez à l’équipe pour les réunir.',
    });
  }
  return overPage(exchange);
};

const leave = async (exchange: Exchange) => {
  const token = sessionToken(exchange);
  if (token) await execute(exchange.ctx, signOut, { token });
  takeSessionCookieBack(exchange.http, isSecure(exchange));
  // Cookies are left out of it: the message of the next page is one.
  exchange.http.header('Clear-Site-Data', '"cache", "storage"');
  return exchange.redirect('/', { tone: 'success', text: 'Vous êtes déconnecté·e.' });
};

/** What mailed links open, and the way out. */
export function linkRoutes(routes: RouteList, dependencies: IdentityDependencies): void {
  routes.get('/connexion/lien/:token', 'anyone', showLink);
  routes.post('/connexion/lien/:token', 'anyone', useLink(dependencies));
  routes.get('/connexion/adresse/:token', 'anyone', (exchange) =>
    exchange.page({
      title: 'Confirmer cette adresse',
      layout: 'bare',
      indexed: false,
      content: <AddressLinkPage token={exchange.param('token')} />,
    }),
  );
  routes.post('/connexion/adresse/:token', 'anyone', confirmAddress, { perMinute: 10 });
  routes.post(paths.signOut, 'anyone', leave);
}
