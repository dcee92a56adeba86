import type { AccountEntry } from '#platform/contributions/module.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { addPasskey, startPasskey } from '../../commands/add-passkey.ts';
import { askAddressChange } from '../../commands/change-address.ts';
import { endOtherSessions, endSession } from '../../commands/end-sessions.ts';
import { removePasskey, renamePasskey } from '../../commands/keep-passkeys.ts';
import { renamePerson } from '../../commands/rename-person.ts';
import { setPassword } from '../../commands/set-password.ts';
import { turnOffSecondFactor } from '../../commands/turn-off-second-factor.ts';
import { ownAccount } from '../../queries/own-account.ts';
import { sessionToken, siteOf, withNext } from '../browser-state.ts';
import { paths } from '../../paths.ts';
import type { IdentityDependencies } from '../dependencies.ts';
import { readCredential } from '../read-credential.ts';
import { passwordMessages } from '../texts.ts';
import { AccountPage, type AccountProblem } from './account-page.tsx';

async function accountPage(
  exchange: Exchange,
  problem: AccountProblem | null = null,
  entries: readonly AccountEntry[] = [],
): Promise<Response> {
  const { ctx, actor } = exchange;
  // Staff acting for someone looks after her on her page of the back office, never through this one.
  if (!actor || actor.onBehalfOf) return exchange.notFound();
  const account = await ownAccount(ctx, actor, sessionToken(exchange));
  if (!account) return exchange.redirect(paths.signIn);
  return exchange.page({
    title: 'Mon compte',
    indexed: false,
    status: problem ? 422 : 200,
    content: (
      <AccountPage
        account={account}
        formKey={exchange.formKey}
        now={ctx.clock.now()}
        zone={exchange.hub.zone}
        problem={problem}
        entries={entries}
      />
    ),
  });
}

const back = (exchange: Exchange, part: string, text: string) =>
  exchange.redirect(`${paths.account}#${part}`, { tone: 'success', text });

/** Where a change goes when the session is over, or too old for it. */
function proveFirst(exchange: Exchange, reason: string): Response | Promise<Response> {
  if (reason === 'proof_needed') return exchange.redirect(withNext(paths.proveIdentity, paths.account));
  return reason === 'not_found' || reason === 'forbidden' ? exchange.notFound() : exchange.redirect(paths.signIn);
}

const saveProfile = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const { givenName, familyName } = values;
  const saved = await execute(
    exchange.ctx,
    renamePerson,
    { personId: exchange.actor?.personId, givenName, familyName },
    { key },
  );
  if (saved.ok) return back(exchange, 'profil', 'Votre nom est enregistré.');
  const [field = 'familyName', message = 'Vérifiez ces champs.'] = Object.entries(saved.fields)[0] ?? [];
  return accountPage(exchange, { part: 'profile', field, message, typed: values });
};

const changeAddress = async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const asked = await execute(exchange.ctx, askAddressChange, {
    token: sessionToken(exchange),
    email: values.email,
    ...siteOf(exchange),
  });
  if (asked.ok)
    return back(exchange, 'adresse', 'Un message vient de partir à cette adresse. Suivez son lien pour finir.');
  if (asked.reason !== 'invalid' && asked.reason !== 'same_address') return proveFirst(exchange, asked.reason);
  return accountPage(exchange, {
    part: 'address',
    field: 'email',
    message: asked.fields.email ?? 'Vérifiez cette adresse.',
    typed: values,
  });
};

const choosePassword = async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const chosen = await setPassword(exchange.ctx, {
    token: sessionToken(exchange),
    password: values.password ?? '',
    ...siteOf(exchange),
  });
  if (chosen.ok)
    return back(exchange, 'mot-de-passe', 'Votre mot de passe est enregistré, vos autres sessions sont fermées.');
  const message = (passwordMessages as Record<string, string>)[chosen.reason];
  return message
    ? accountPage(exchange, { part: 'password', field: 'password', message })
    : proveFirst(exchange, chosen.reason);
};

const site = (exchange: Exchange) => ({ name: exchange.hub.name, origin: exchange.hub.origin });

const passkeyChallenge = async (exchange: Exchange) => {
  const started = await execute(exchange.ctx, startPasskey, { token: sessionToken(exchange), site: site(exchange) });
  return started.ok ? exchange.http.json(started.value.options) : exchange.http.json({ reason: started.reason }, 403);
};

const savePasskey = async (exchange: Exchange) => {
  const { values } = await exchange.form();
  const added = await execute(exchange.ctx, addPasskey, {
    token: sessionToken(exchange),
    site: site(exchange),
    name: values.name,
    response: readCredential(values.response),
  });
  if (added.ok) return back(exchange, 'cles', 'La clé d’accès est ajoutée.');
  return accountPage(exchange, {
    part: 'passkeys',
    message: added.fields.name ?? 'Cette clé n’a pas pu être ajoutée. Réessayez.',
  });
};

const rename = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const renamed = await execute(
    exchange.ctx,
    renamePasskey,
    { passkeyId: exchange.param('id'), name: values.name },
    { key },
  );
  return renamed.ok
    ? back(exchange, 'cles', 'La clé est renommée.')
    : accountPage(exchange, { part: 'passkeys', message: renamed.fields.name ?? 'Cette clé n’existe plus.' });
};

const remove = async (exchange: Exchange) => {
  const { key } = await exchange.form();
  const removed = await execute(exchange.ctx, removePasskey, { passkeyId: exchange.param('id') }, { key });
  return removed.ok ? back(exchange, 'cles', 'La clé est retirée.') : exchange.notFound();
};

const turnOff = async (exchange: Exchange) => {
  const off = await execute(exchange.ctx, turnOffSecondFactor, { token: sessionToken(exchange) });
  return off.ok
    ? back(exchange, 'second-facteur', 'Le second facteur est désactivé.')
    : proveFirst(exchange, off.reason);
};

const closeSession = async (exchange: Exchange) => {
  const { key } = await exchange.form();
  const ended = await execute(exchange.ctx, endSession, { sessionId: exchange.param('id') }, { key });
  return ended.ok ? back(exchange, 'sessions', 'Cette session est fermée.') : exchange.notFound();
};

const closeOthers = async (exchange: Exchange) => {
  const ended = await execute(exchange.ctx, endOtherSessions, { token: sessionToken(exchange) });
  return ended.ok
    ? back(exchange, 'sessions', 'Vos autres sessions sont fermées.')
    : proveFirst(exchange, ended.reason);
};

/** One's own account. */
export function accountRoutes(
  routes: RouteList,
  { accountEntries }: Pick<IdentityDependencies, 'accountEntries'>,
): void {
  routes.get(paths.account, 'signed-in', async (exchange) =>
    accountPage(exchange, null, await accountEntries(exchange.ctx)),
  );
  routes.post(paths.accountProfile, 'signed-in', saveProfile);
  routes.post(paths.accountAddress, 'signed-in', changeAddress, { perMinute: 5 });
  routes.post(paths.accountPassword, 'signed-in', choosePassword, { perMinute: 10 });
  routes.post(paths.accountPasskeyChallenge, 'signed-in', passkeyChallenge);
  routes.post(paths.accountPasskeys, 'signed-in', savePasskey);
  routes.post('/mon-compte/cles/:id', 'signed-in', rename);
  routes.post('/mon-compte/cles/:id/retirer', 'signed-in', remove);
  routes.post(paths.turnOffSecondFactor, 'signed-in', turnOff);
  routes.post(paths.endOtherSessions, 'signed-in', closeOthers);
  routes.post('/mon-compte/sessions/:id/fermer', 'signed-in', closeSession);
}
