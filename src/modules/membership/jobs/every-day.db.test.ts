import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase } from '#tests/support/database.ts';
import { applyForMembership } from '../commands/apply.ts';
import { openMembershipLinks } from '../links.ts';
import { aCampaign } from '../testing/builders.ts';
import { forgetOldApplications } from './every-day.ts';

test('who asked to join and never paid is forgotten after three years, and who was to pay', async () => {
  const database = await openTestDatabase();
  const ctx = contextOf(database, await newHub(database), actorWith('employee'));
  const campaign = await aCampaign(ctx);
  const links = openMembershipLinks('secret-d-essai', async () => 'https://pole.example');
  const deps = { links, payments: openPaymentLinks('secret-d-essai'), ports: {} as never };
  const said = { scaleId: campaign.scale('Personne').id, givenName: 'Line', street: '2 rue du Puits', city: 'Bain' };
  for (const familyName of ['Ancienne', 'Récente'])
    unwrap(
      await execute({ ...ctx, actor: null }, applyForMembership(deps), {
        ...said,
        familyName,
        email: familyName === 'Ancienne' ? 'ancienne@ici.example' : 'recente@ici.example',
      }),
    );
  await ctx.db.execute(sql`update membership_applications set state_at = now() - interval '4 years'
    where family_name = 'Ancienne'`);
  expect(unwrap(await execute({ ...ctx, actor: null }, forgetOldApplications, {}))).toEqual({ count: 1 });
  const { rows } = await ctx.db.execute<{ text: string }>(sql`
    select a::text as text from membership_applications a union all select p::text from dues_payers p`);
  const kept = rows.map(({ text }) => text).join('\n');
  expect(kept).not.toMatch(/ancienne/i);
  expect(kept.match(/Récente/g)).toHaveLength(2);
  await database.close();
});
