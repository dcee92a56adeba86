import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { heldData, knownPerson, personalDataHtml, personalDataJson } from '#modules/identity/index.ts';
import { askErasureByLink, correctOwnByLink, withdrawByLink } from '../../commands/own-rights.ts';
import { askOwnAddress } from '../../commands/own-address.ts';
import { openRightsLink } from '../../commands/rights-links.ts';
import { paths } from '../../paths.ts';
import type { PeopleDependencies } from '../../ports.ts';
import { rightsLink } from '../../queries/rights-link.ts';
import { siteOf } from './address-pages.tsx';
import { ownPage, sealed } from './own-page.tsx';

/** What the holder of a link does; the link says who she is. */
const act =
  (run: (exchange: Exchange, linkId: string) => Promise<Outcome<unknown>>, part: string, done: string) =>
  async (exchange: Exchange): Promise<Response> => {
    const secret = exchange.param('secret');
    const link = await rightsLink(exchange.ctx, secret);
    const outcome = link && (await run(exchange, link.id));
    if (!outcome?.ok) return exchange.notFound();
    return exchange.redirect(
      `${paths.ownRights(secret)}${part}`,
      ...(done ? [{ tone: 'success' as const, text: done }] : []),
    );
  };

export const receiveOpening = act((exchange, linkId) => execute(exchange.ctx, openRightsLink, { linkId }), '', '');

export const receiveWithdrawal = act(
  async (exchange, linkId) => {
    const { values, key } = await exchange.form();
    return execute(exchange.ctx, withdrawByLink, { linkId, consentId: values['consentId'] }, { key });
  },
  '#accords',
  'Votre accord est retiré.',
);

export const receiveErasure = act(
  async (exchange, linkId) => {
    const { key } = await exchange.form();
    return execute(exchange.ctx, askErasureByLink, { linkId }, { key });
  },
  '#effacement',
  'Votre demande est transmise à l’équipe.',
);

export const receiveCorrection =
  (deps: PeopleDependencies) =>
  async (exchange: Exchange): Promise<Response> => {
    const secret = exchange.param('secret');
    const link = await rightsLink(exchange.ctx, secret);
    if (!link?.isOpened) return exchange.notFound();
    const { values, key } = await exchange.form();
    const { givenName, familyName, phone, postal } = values;
    const own = { linkId: link.id, givenName, familyName, phone, postal };
    const outcome = await execute(exchange.ctx, correctOwnByLink, own, { key });
    if (outcome.ok)
      return exchange.redirect(paths.ownRights(secret), { tone: 'success', text: 'C’est corrigé. Merci.' });
    if (Object.keys(outcome.fields).length === 0) return exchange.notFound();
    return ownPage(deps, exchange, values, outcome.fields);
  };

/** `POST /mes-donnees/:secret/adresse`: the answer is the same whoever else has this address. */
export const receiveOtherAddress =
  (deps: PeopleDependencies) =>
  async (exchange: Exchange): Promise<Response> => {
    const secret = exchange.param('secret');
    const link = await rightsLink(exchange.ctx, secret);
    if (!link?.isOpened) return exchange.notFound();
    const { values, key } = await exchange.form();
    const asked = { linkId: link.id, email: values['email'], ...(await siteOf(deps, exchange)) };
    const outcome = await execute(exchange.ctx, askOwnAddress, asked, { key });
    if (outcome.ok)
      return exchange.redirect(`${paths.ownRights(secret)}#adresse`, {
        tone: 'success',
        text: 'Un lien part à cette adresse : ouvrez-le pour finir.',
      });
    if (Object.keys(outcome.fields).length === 0) return exchange.notFound();
    return ownPage(deps, exchange, values, outcome.fields);
  };

/** `GET /mes-donnees/:secret/donnees.json` and `.html`: all of it, to take away. */
export const sendOwnData =
  (deps: PeopleDependencies, kind: 'json' | 'html') =>
  async (exchange: Exchange): Promise<Response> => {
    const { ctx, hub } = exchange;
    const link = await rightsLink(ctx, exchange.param('secret'));
    const person = link?.isOpened ? await knownPerson(ctx.db, link.personId) : null;
    if (!link || !person) return exchange.notFound();
    const sections = await heldData(ctx, deps.personalData, link.personId);
    const held = { hubName: hub.name, personName: person.name, sections, at: ctx.clock.now(), zone: hub.zone };
    return sealed(
      exchange.http.body(kind === 'json' ? personalDataJson(held) : personalDataHtml(held), 200, {
        'content-type': `${kind === 'json' ? 'application/json' : 'text/html'}; charset=utf-8`,
        'content-disposition': `attachment; filename="mes-donnees.${kind}"`,
      }),
    );
  };
