import { setLegalNotice, setHubContacts } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { Fields, TestHub } from '#tests/support/app.ts';
import { openPayingSite, type PayingSite } from '#tests/support/paying-site.ts';
import { aCampaign, type BuiltCampaign } from './builders.ts';

/** A site whose hub takes money, with a campaign, and an employee before it. */
export interface MoneyDesk {
  readonly paying: PayingSite;
  readonly hub: TestHub;
  readonly ctx: Context;
  readonly campaign: BuiltCampaign;
  /** What the employee sends, and the pages she reads: as they are, or their words alone. */
  get(path: string): Promise<Response>;
  post(path: string, fields: Fields): Promise<Response>;
  raw(path: string): Promise<string>;
  page(path: string): Promise<string>;
  /** A paper form typed with its cheque; 15 € of dues, and what is given on top. */
  typed(familyName: string, more?: Fields): Promise<void>;
  close(): Promise<void>;
}

export const account = { clientId: 'sous', clientSecret: 'secret-sous', organizationSlug: 'pole-sous' };

/** The words of a page, without its frame. */
export const wordsOf = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '<main')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');

export async function openMoneyDesk(): Promise<MoneyDesk> {
  const paying = await openPayingSite([account]);
  const hub = await paying.hub(account);
  const employee = await hub.person('employee');
  const ctx = await hub.context(employee.actor);
  const campaign = await aCampaign(ctx);
  const nobody = {
    legalForm: '',
    publicationDirector: '',
    hostName: '',
    hostAddress: '',
    hostPhone: '',
    dataContact: '',
  };
  unwrap(
    await execute(ctx, setLegalNotice, { ...nobody, publisher: 'Pôle ESS', siren: '', rna: 'W351000000' } as never),
  );
  unwrap(
    await execute(ctx, setHubContacts, {
      email: '',
      phone: '',
      welcomeHours: '',
      street: '3 place du Marché',
      postcode: '35150',
      city: 'Janzé',
    } as never),
  );
  const post = (path: string, fields: Fields) => hub.post(path, fields, employee.cookie);
  const get = async (path: string) => hub.get(path, employee.cookie);
  const raw = async (path: string) => (await get(path)).text();
  return {
    paying,
    hub,
    ctx,
    campaign,
    get,
    post,
    raw,
    page: async (path) => wordsOf(await raw(path)),
    async typed(familyName: string, more: Fields = {}) {
      const sent = await post('/gestion/adhesions/saisir', {
        campaignId: campaign.id,
        scaleId: campaign.scale('Personne').id,
        givenName: 'Awa',
        familyName,
        email: `${familyName.toLowerCase()}@exemple.fr`,
        street: '4 rue du Four',
        postcode: '35150',
        city: 'Janzé',
        donation: '30',
        'received.way': 'cheque',
        ...more,
      });
      if (sent.status !== 303) throw new Error(`not typed: ${sent.status} ${wordsOf(await sent.text()).slice(0, 300)}`);
    },
    async close() {
      await paying.site.close();
      await paying.helloasso[Symbol.asyncDispose]();
    },
  };
}
