import {
  applyForMembership,
  openMembershipLinks,
  remindMembers,
  saveCampaign,
  saveCollege,
} from '#modules/membership/index.ts';
import { acceptApplications, setCampaignState, typeApplication } from '#modules/membership/index.ts';
import { scalesOf } from '#modules/membership/queries/campaigns.ts';
import { memberList } from '#modules/membership/queries/member-list.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import type { TestHub, TestSite } from '#tests/support/app.ts';

/** What memberships left in a hub. */
export interface FilledMembership {
  campaign: string;
  college: string;
  application: string;
  membership: string;
  /** Secrets of the page of an application on its way, and of the page that renews a membership. */
  own: string;
  renewal: string;
}

/** A campaign that ends soon, an application that waits, a member by paper with its cheque, asked to renew. */
export async function fillMembership(
  site: TestSite,
  hub: TestHub,
  ctx: Context,
  words: string,
): Promise<FilledMembership> {
  const { secret: root } = site.site.deps.settings;
  const links = openMembershipLinks(root, async () => hub.origin);
  const deps = { links, payments: openPaymentLinks(root), ports: site.site.ports };
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const letters =
    words
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 20) || 'essai';
  const { id: college } = unwrap(
    await execute(ctx, saveCollege, { name: words.slice(0, 80), description: words.slice(0, 400) }),
  );
  const price = { hint: words.slice(0, 300), collegeId: college };
  const { id: campaign } = unwrap(
    await execute(ctx, saveCampaign, {
      fields: {
        name: words.slice(0, 120),
        periodKind: 'rolling',
        rollingMonths: 1,
        opensOn: today.subtract({ days: 20 }).toString(),
        presentation: words.slice(0, 4000),
        charter: words.slice(0, 4000),
        needsBoard: true,
        questions: [{ key: 'envies', label: words.slice(0, 200), kind: 'text' }],
        scales: [
          { ...price, label: words.slice(0, 120), who: 'person', kind: 'fixed', amount: 1500 },
          {
            ...price,
            label: words.slice(0, 120),
            who: 'association',
            kind: 'budget',
            brackets: [{ upTo: null, amount: 3000 }],
          },
        ],
      },
    }),
  );
  unwrap(await execute(ctx, setCampaignState, { id: campaign, state: 'open' }));
  const [person, association] = await scalesOf(ctx.db, campaign);
  const name = words.replaceAll(/https?:|www\.|[<>]|\/\//gi, ' ').slice(0, 80);
  const said = {
    familyName: name,
    role: name,
    phone: '06 39 98 00 41',
    street: words.slice(0, 200),
    city: words.slice(0, 120),
    note: words.slice(0, 1000),
    answers: { envies: words.slice(0, 2000) },
    payer: { name: name, email: `paie@${letters}.example`, address: words.slice(0, 400) },
    otherPeople: [{ givenName: name, familyName: 'Autre', role: name, email: `autre@${letters}.example` }],
    acceptsCharter: true,
    wantsLetter: true,
  };
  const { applicationId: typed } = unwrap(
    await execute(ctx, typeApplication(deps), {
      ...said,
      campaignId: campaign,
      scaleId: association?.id ?? '',
      organizationName: `${name} asso`,
      givenName: 'Yvonne',
      email: `yvonne@${letters}.example`,
      budget: 4000,
      received: { way: 'cheque', number: words.slice(0, 60), bank: words.slice(0, 80) },
    }),
  );
  unwrap(await execute(ctx, acceptApplications(deps), { ids: [typed] }));
  const { applicationId: application } = unwrap(
    await execute({ ...ctx, actor: null }, applyForMembership(deps), {
      ...said,
      scaleId: person?.id ?? '',
      givenName: 'Awa',
      email: `awa@${letters}.example`,
      paymentWay: 'cheque',
    }),
  );
  unwrap(await execute(ctx, remindMembers(deps), {}));
  const question = { view: 'tous', q: '', who: null, college: null, campaign: null, sort: 'nom' } as const;
  const membership = (await memberList(ctx, question, 1)).rows[0]?.id ?? '';
  return {
    campaign,
    college,
    application,
    membership,
    own: links.secretOf('application', hub.id, application, 1),
    renewal: links.secretOf('renewal', hub.id, membership, 1),
  };
}
