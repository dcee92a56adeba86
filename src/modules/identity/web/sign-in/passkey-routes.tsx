import { execute } from '#platform/command/execute.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { signInWithPasskey, startPasskeySignIn } from '../../commands/sign-in-with-passkey.ts';
import { arrivalOf, browserSecret, challengeCookie, isSecure, wantedPath } from '../browser-state.ts';
import type { IdentityDependencies } from '../dependencies.ts';
import { limited } from '../limited-tries.ts';
import { readCredential } from '../read-credential.ts';
import { paths } from '../../paths.ts';
import { giveCookie, takeCookieBack } from '../session-cookie.ts';
import { enter } from './enter.ts';

const challengeSeconds = 5 * 60;
const site = (exchange: Exchange) => ({ name: exchange.hub.name, origin: exchange.hub.origin });

const giveChallenge = async (exchange: Exchange) => {
  const started = await execute(exchange.ctx, startPasskeySignIn, { site: site(exchange) });
  if (!started.ok) throw new Error(started.reason);
  giveCookie(exchange.http, challengeCookie, isSecure(exchange), started.value.browserSecret, challengeSeconds);
  return exchange.http.json(started.value.options);
};

const enterByPasskey = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const secret = browserSecret(exchange, challengeCookie) ?? 'none';
  takeCookieBack(exchange.http, challengeCookie, isSecure(exchange));
  const response = readCredential(values.response);
  const arrival = await arrivalOf(exchange, dependencies);
  const entered = await limited(exchange, dependencies, { kind: 'passkey', target: response.id.slice(0, 200) }, () =>
    execute(exchange.ctx, signInWithPasskey, { site: site(exchange), browserSecret: secret, response, arrival }),
  );
  if (entered.ok) return enter(exchange, entered.value, wantedPath(exchange, values.suite ?? ''));
  const text =
    entered.reason === 'too_many_tries'
      ? (entered.fields.form ?? '')
      : 'Cette clé n’ouvre aucun compte ici. Choisissez un autre moyen.';
  return exchange.redirect(paths.signIn, { tone: 'danger', text });
};

/** Signing in with a passkey. */
export function passkeySignInRoutes(routes: RouteList, dependencies: IdentityDependencies): void {
  routes.post(paths.signInPasskeyChallenge, 'anyone', giveChallenge, { perMinute: 20 });
  routes.post(paths.signInPasskey, 'anyone', enterByPasskey(dependencies));
}
