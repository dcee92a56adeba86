import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { readOrganizations } from '../saving/stored-organization.ts';
import { anOrganization } from '../../testing/builders.ts';
import { answerConfirmation } from './answer-confirmation.ts';
import { askConfirmation } from './ask-confirmation.ts';
import { editClaimedSheet } from './edit-claimed-sheet.ts';
import { openClaim } from './open-claim.ts';
import { requestClaim } from './request-claim.ts';
import { setDirectoryRules } from './set-directory-rules.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const site = { origin: 'https://pole.example', hubName: 'Pôle des Vallons' };
const nobody = { name: '', email: '', phone: '' };

async function someSheet() {
  const hub = await newHub(database);
  const team = contextOf(database, hub, actorWith('employee'));
  const sheet = await anOrganization(team, { email: 'contact@jardins.example' });
  return { team, visitor: contextOf(database, hub), ...sheet };
}

/** The secret at the end of the link of the last mail. */
async function lastLink(ctx: Context): Promise<{ to: string; token: string }> {
  const { rows } = await ctx.db.execute<{ recipient: string; href: string }>(
    sql`select recipient, body->'action'->>'href' as href from mail_messages order by id desc limit 1`,
  );
  return { to: rows[0]?.recipient ?? '', token: rows[0]?.href.split('/').at(-1) ?? '' };
}

function later(ctx: Context, hours: number): Context {
  return { ...ctx, clock: { now: () => Temporal.Now.instant().add({ hours }) } };
}

describe('claims', () => {
  it('goes to the address of the sheet only, and opens that sheet once', async () => {
    const { visitor, id: organizationId } = await someSheet();
    const author = { ...nobody, email: 'pirate@exemple.fr' };
    unwrap(await execute(visitor, requestClaim, { organizationId, author, ...site }));
    const { to, token } = await lastLink(visitor);
    expect(to).toBe('contact@jardins.example');
    const { secret } = unwrap(await execute(visitor, openClaim, { organizationId, token }));
    expect(await execute(visitor, openClaim, { organizationId, token })).toMatchObject({ reason: 'link_over' });
    const edited = await execute(visitor, editClaimedSheet, {
      organizationId,
      secret,
      version: 1,
      proposed: { mission: 'Des légumes de saison.' },
    });
    expect(edited).toMatchObject({ ok: true, value: { isWaiting: false } });
    const sheet = (await readOrganizations(visitor.db, [organizationId])).get(organizationId);
    expect(sheet?.profile.mission).toBe('Des légumes de saison.');
    expect(sheet?.fieldOrigins.mission).toMatchObject({ source: 'structure', confirmedBy: 'Les Jardins du Semnon' });
  });

  it('is used by one of many who ask at once', async () => {
    const { visitor, id: organizationId } = await someSheet();
    unwrap(await execute(visitor, requestClaim, { organizationId, author: nobody, ...site }));
    const { token } = await lastLink(visitor);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => execute(visitor, openClaim, { organizationId, token })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('expires, link and session alike', async () => {
    const { visitor, id: organizationId } = await someSheet();
    unwrap(await execute(visitor, requestClaim, { organizationId, author: nobody, ...site }));
    const { token } = await lastLink(visitor);
    expect(await execute(later(visitor, 49), openClaim, { organizationId, token })).toMatchObject({
      reason: 'link_over',
    });
    const { secret } = unwrap(await execute(visitor, openClaim, { organizationId, token }));
    const edit = { organizationId, secret, version: 1, proposed: {} };
    expect(await execute(later(visitor, 3), editClaimedSheet, edit)).toMatchObject({ reason: 'session_over' });
  });

  it('opens no other sheet', async () => {
    const { team, visitor, id: organizationId } = await someSheet();
    const other = await anOrganization(team, { name: 'Autre structure', email: 'autre@exemple.fr' });
    unwrap(await execute(visitor, requestClaim, { organizationId, author: nobody, ...site }));
    const { token } = await lastLink(visitor);
    expect(await execute(visitor, openClaim, { organizationId: other.id, token })).toMatchObject({
      reason: 'link_over',
    });
    const { secret } = unwrap(await execute(visitor, openClaim, { organizationId, token }));
    const edit = { organizationId: other.id, secret, version: 1, proposed: { mission: 'Volée.' } };
    expect(await execute(visitor, editClaimedSheet, edit)).toMatchObject({ reason: 'session_over' });
  });

  it('waits for the team when the hub reads such changes first', async () => {
    const { team, visitor, id: organizationId } = await someSheet();
    unwrap(await execute(team, setDirectoryRules, { structuresAreReviewed: true, asksYearly: true }));
    unwrap(await execute(visitor, requestClaim, { organizationId, author: nobody, ...site }));
    const { secret } = unwrap(
      await execute(visitor, openClaim, { organizationId, token: (await lastLink(visitor)).token }),
    );
    const edited = await execute(visitor, editClaimedSheet, {
      organizationId,
      secret,
      version: 1,
      proposed: { mission: 'Neuve.' },
    });
    expect(edited).toMatchObject({ ok: true, value: { isWaiting: true } });
    expect((await readOrganizations(visitor.db, [organizationId])).get(organizationId)?.profile.mission).toBe('');
  });

  it('shows both versions when the team edited meanwhile', async () => {
    const { visitor, id: organizationId } = await someSheet();
    unwrap(await execute(visitor, requestClaim, { organizationId, author: nobody, ...site }));
    const { secret } = unwrap(
      await execute(visitor, openClaim, { organizationId, token: (await lastLink(visitor)).token }),
    );
    unwrap(
      await execute(visitor, editClaimedSheet, { organizationId, secret, version: 1, proposed: { mission: 'Une.' } }),
    );
    const again = await execute(visitor, editClaimedSheet, {
      organizationId,
      secret,
      version: 1,
      proposed: { mission: 'Deux.' },
    });
    expect(again).toMatchObject({
      reason: 'edited_meanwhile',
      details: { version: 2, theirs: { mission: 'Une.' }, fields: ['mission'] },
    });
  });

  it('goes to the team when the sheet knows no address, and mails no one too often', async () => {
    const { team, visitor, id } = await someSheet();
    const mute = await anOrganization(team, { name: 'Sans adresse', email: '' });
    const author = { ...nobody, email: 'lucie@exemple.fr' };
    expect(await execute(visitor, requestClaim, { organizationId: mute.id, author: nobody, ...site })).toMatchObject({
      reason: 'address_needed',
    });
    expect(await execute(visitor, requestClaim, { organizationId: mute.id, author, ...site })).toMatchObject({
      value: { sent: false },
    });
    for (let time = 0; time < 3; time += 1)
      unwrap(await execute(visitor, requestClaim, { organizationId: id, author: nobody, ...site }));
    expect(await execute(visitor, requestClaim, { organizationId: id, author: nobody, ...site })).toMatchObject({
      reason: 'too_many',
    });
  });
});

describe('yearly confirmation', () => {
  it('is asked once a year however many ask', async () => {
    const { visitor, id: organizationId } = await someSheet();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => execute(visitor, askConfirmation, { organizationId, ...site })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await execute(later(visitor, 200 * 24), askConfirmation, { organizationId, ...site })).toMatchObject({
      reason: 'asked_already',
    });
    expect(await execute(later(visitor, 370 * 24), askConfirmation, { organizationId, ...site })).toMatchObject({
      ok: true,
    });
  });

  it('is answered « right » without account, and says when', async () => {
    const { visitor, id: organizationId } = await someSheet();
    unwrap(await execute(visitor, askConfirmation, { organizationId, ...site }));
    const { token } = await lastLink(visitor);
    const soon = later(visitor, 24);
    unwrap(await execute(soon, answerConfirmation, { token, answer: 'right' }));
    const sheet = (await readOrganizations(visitor.db, [organizationId])).get(organizationId);
    expect(Date.parse(sheet?.confirmedAt ?? '')).toBeGreaterThan(Date.now());
    expect(sheet?.fieldOrigins.name?.confirmedBy).toBe('Les Jardins du Semnon');
  });

  it('opens the sheet for correction, once, and not after three months', async () => {
    const { visitor, id: organizationId } = await someSheet();
    unwrap(await execute(visitor, askConfirmation, { organizationId, ...site }));
    const { token } = await lastLink(visitor);
    expect(await execute(later(visitor, 91 * 24), answerConfirmation, { token, answer: 'correct' })).toMatchObject({
      reason: 'link_over',
    });
    const { secret } = unwrap(await execute(visitor, answerConfirmation, { token, answer: 'correct' }));
    expect(
      await execute(visitor, editClaimedSheet, {
        organizationId,
        secret: secret ?? '',
        version: 1,
        proposed: { name: 'Les Jardins' },
      }),
    ).toMatchObject({ ok: true });
    expect(await execute(visitor, answerConfirmation, { token, answer: 'correct' })).toMatchObject({
      reason: 'link_over',
    });
  });

  it('stops when the structure asks, for good', async () => {
    const { visitor, id: organizationId } = await someSheet();
    unwrap(await execute(visitor, askConfirmation, { organizationId, ...site }));
    const { token } = await lastLink(visitor);
    unwrap(await execute(visitor, answerConfirmation, { token, answer: 'stop' }));
    unwrap(await execute(visitor, answerConfirmation, { token, answer: 'right' }));
    expect(await execute(later(visitor, 400 * 24), askConfirmation, { organizationId, ...site })).toMatchObject({
      reason: 'asked_to_stop',
    });
  });
});
