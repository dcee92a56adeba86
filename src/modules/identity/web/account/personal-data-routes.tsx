import { execute } from '#platform/command/execute.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { stopActingFor } from '../../commands/act-for.ts';
import { askErasure } from '../../commands/ask-erasure.ts';
import { withdrawConsent } from '../../commands/keep-consents.ts';
import { heldData } from '../../queries/held-data.ts';
import { ownAccount } from '../../queries/own-account.ts';
import { sessionToken } from '../browser-state.ts';
import type { IdentityDependencies } from '../dependencies.ts';
import { paths } from '../../paths.ts';
import { personalDataHtml, personalDataJson } from './personal-data-file.tsx';
import { PersonalDataPage } from './personal-data-page.tsx';

const showData = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const { ctx, actor } = exchange;
  const account = actor && !actor.onBehalfOf ? await ownAccount(ctx, actor, sessionToken(exchange)) : null;
  if (!actor || !account) return exchange.notFound();
  const sections = await heldData(ctx, dependencies.personalData, actor.personId);
  return exchange.page({
    title: 'Mes données',
    indexed: false,
    section: paths.account,
    content: (
      <PersonalDataPage sections={sections} account={account} formKey={exchange.formKey} zone={exchange.hub.zone} />
    ),
  });
};

const download = (dependencies: IdentityDependencies, kind: 'json' | 'html') => async (exchange: Exchange) => {
  const { ctx, actor, hub } = exchange;
  if (!actor || actor.onBehalfOf) return exchange.notFound();
  const sections = await heldData(ctx, dependencies.personalData, actor.personId);
  const held = { hubName: hub.name, personName: actor.name, sections, at: ctx.clock.now(), zone: hub.zone };
  return exchange.http.body(kind === 'json' ? personalDataJson(held) : personalDataHtml(held), 200, {
    'content-type': `${kind === 'json' ? 'application/json' : 'text/html'}; charset=utf-8`,
    'content-disposition': `attachment; filename="mes-donnees.${kind}"`,
  });
};

const withdraw = async (exchange: Exchange) => {
  const { key } = await exchange.form();
  const withdrawn = await execute(exchange.ctx, withdrawConsent, { consentId: exchange.param('id') }, { key });
  if (!withdrawn.ok) return exchange.notFound();
  return exchange.redirect(`${paths.personalData}#accords`, { tone: 'success', text: 'Votre accord est retiré.' });
};

const ask = async (exchange: Exchange) => {
  const { key } = await exchange.form();
  const asked = await execute(exchange.ctx, askErasure, {}, { key });
  if (!asked.ok) return exchange.notFound();
  return exchange.redirect(`${paths.personalData}#effacement`, {
    tone: 'success',
    text: 'Votre demande est transmise à l’équipe.',
  });
};

const stopActing = async (exchange: Exchange) => {
  const stopped = await execute(exchange.ctx, stopActingFor, { token: sessionToken(exchange) });
  return stopped.ok
    ? exchange.redirect(paths.people, { tone: 'success', text: 'Vous agissez de nouveau en votre nom.' })
    : exchange.notFound();
};

/** What is held about oneself; and the end of acting for someone. */
export function personalDataRoutes(routes: RouteList, dependencies: IdentityDependencies): void {
  routes.get(paths.personalData, 'signed-in', showData(dependencies));
  routes.get(paths.personalDataFile, 'signed-in', download(dependencies, 'json'));
  routes.get(paths.personalDataPage, 'signed-in', download(dependencies, 'html'));
  routes.post('/mon-compte/consentements/:id/retirer', 'signed-in', withdraw);
  routes.post(paths.askErasure, 'signed-in', ask);
  routes.post(paths.stopActingFor, 'signed-in', stopActing);
}
