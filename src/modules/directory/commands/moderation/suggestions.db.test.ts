import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { readOrganizations } from '../saving/stored-organization.ts';
import { anOrganization, guichen } from '../../testing/builders.ts';
import { acceptSuggestion } from './accept-suggestion.ts';
import { publicProposal } from './proposal.ts';
import { refuseSuggestion } from './refuse-suggestion.ts';
import { suggestCorrection } from './suggest-correction.ts';
import { suggestOrganization } from './suggest-organization.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const site = { origin: 'https://pole.example', hubName: 'Pôle des Vallons' };
const nobody = { name: '', email: '', phone: '' };
const lucie = { name: 'Lucie', email: 'lucie@exemple.fr', phone: '' };

async function someHub() {
  const hub = await newHub(database);
  return { team: contextOf(database, hub, actorWith('employee')), visitor: contextOf(database, hub) };
}

async function mails(ctx: { db: TestDatabase['databases']['installation'] }) {
  const { rows } = await ctx.db.execute<{ recipient: string; kind: string }>(
    sql`select recipient, kind from mail_messages order by created_at, id`,
  );
  return rows;
}

describe('suggestOrganization', () => {
  it('waits for the team, then is published, and its author is told', async () => {
    const { team, visitor } = await someHub();
    const proposed = {
      name: 'La Petite Ourse',
      mission: 'Une épicerie.',
      place: { street: '', postcode: '35580', city: 'Guichen' },
    };
    const { id } = unwrap(await execute(visitor, suggestOrganization, { proposed, author: lucie }));
    const accepted = unwrap(await execute(team, acceptSuggestion, { id, ...site }));
    const sheet = (await readOrganizations(team.db, [accepted.organizationId])).get(accepted.organizationId);
    expect(sheet).toMatchObject({ status: 'published', slug: 'la-petite-ourse' });
    expect(sheet?.profile.locations[0]).toMatchObject({ municipalityInsee: '35126', isApproximate: true });
    expect(await mails(team)).toEqual([{ recipient: 'lucie@exemple.fr', kind: 'directory.suggestion-accepted' }]);
    expect(await execute(team, acceptSuggestion, { id, ...site })).toMatchObject({ reason: 'already_handled' });
  });

  it('shows the published sheets that look alike, never those of a hidden phone', async () => {
    const { team, visitor } = await someHub();
    await anOrganization(team, { name: 'Recyclerie du Coin', phone: '0299112233', phoneVisibility: 'staff' });
    await anOrganization(team, { name: 'Brouillon secret' }, { status: 'draft' });
    const ask = (proposed: { name: string; phone?: string }) =>
      execute(visitor, suggestOrganization, { proposed: { place: guichen, ...proposed }, author: nobody });
    expect(await ask({ name: 'La recyclerie du coin' })).toMatchObject({
      reason: 'looks_alike',
      details: [{ name: 'Recyclerie du Coin' }],
    });
    expect(await ask({ name: 'Tout autre chose', phone: '0299112233' })).toMatchObject({ ok: true });
    expect(await ask({ name: 'Brouillon secret' })).toMatchObject({ ok: true });
  });

  it('keeps one of the same thing said twice', async () => {
    const { visitor } = await someHub();
    const say = async () =>
      unwrap(await execute(visitor, suggestOrganization, { proposed: { name: 'La Ruche' }, author: nobody })).id;
    expect(await say()).toBe(await say());
  });
});

describe('suggestCorrection', () => {
  it('is accepted field by field, and the rest of the sheet stays', async () => {
    const { team, visitor } = await someHub();
    const { id: organizationId } = await anOrganization(team, { phone: '0299112233', mission: 'Des légumes.' });
    const { id } = unwrap(
      await execute(visitor, suggestCorrection, {
        organizationId,
        proposed: { phone: '02 99 44 55 66', mission: 'Des fleurs.' },
        author: lucie,
      }),
    );
    unwrap(await execute(team, acceptSuggestion, { id, fields: ['phone'], ...site }));
    const sheet = (await readOrganizations(team.db, [organizationId])).get(organizationId);
    expect(sheet?.profile).toMatchObject({ phone: '+33299445566', mission: 'Des légumes.', locations: [guichen] });
    const { rows } = await team.db.execute(sql`select status, accepted_fields from organization_suggestions`);
    expect(rows).toEqual([{ status: 'partly', accepted_fields: ['phone'] }]);
  });

  it('is refused with a word to its author', async () => {
    const { team, visitor } = await someHub();
    const { id: organizationId } = await anOrganization(team);
    const { id } = unwrap(
      await execute(visitor, suggestCorrection, { organizationId, proposed: { mission: 'Rien.' }, author: lucie }),
    );
    unwrap(
      await execute(team, refuseSuggestion, { id, answer: 'Elle vend toujours des légumes.', hubName: site.hubName }),
    );
    expect(await mails(team)).toEqual([{ recipient: 'lucie@exemple.fr', kind: 'directory.suggestion-refused' }]);
    const sheet = (await readOrganizations(team.db, [organizationId])).get(organizationId);
    expect(sheet?.profile.mission).toBe('');
  });

  it('never shows nor empties what is kept from visitors', async () => {
    const { team, visitor } = await someHub();
    const hidden = { ...guichen, visibility: 'staff' as const };
    const { id: organizationId } = await anOrganization(team, {
      phone: '0299112233',
      phoneVisibility: 'staff',
      email: 'secret@exemple.fr',
      locations: [hidden],
    });
    const sheet = (await readOrganizations(team.db, [organizationId])).get(organizationId);
    const shown = publicProposal(sheet!.profile);
    expect(JSON.stringify(shown)).not.toMatch(/99112233|secret|Cornec/);
    const proposed = { ...shown, phone: '', email: '', mission: 'Nouvelle mission.' };
    const { id } = unwrap(await execute(visitor, suggestCorrection, { organizationId, proposed, author: nobody }));
    unwrap(await execute(team, acceptSuggestion, { id, ...site }));
    const after = (await readOrganizations(team.db, [organizationId])).get(organizationId);
    expect(after?.profile).toMatchObject({
      phone: '+33299112233',
      email: 'secret@exemple.fr',
      mission: 'Nouvelle mission.',
      locations: [hidden],
    });
  });

  it('says nothing of drafts, and nothing when nothing is said', async () => {
    const { team, visitor } = await someHub();
    const draft = await anOrganization(team, { name: 'Cachée' }, { status: 'draft' });
    const known = await anOrganization(team);
    expect(
      await execute(visitor, suggestCorrection, {
        organizationId: draft.id,
        proposed: { mission: 'x' },
        author: nobody,
      }),
    ).toMatchObject({ reason: 'not_found' });
    expect(
      await execute(visitor, suggestCorrection, { organizationId: known.id, proposed: {}, author: nobody }),
    ).toMatchObject({ reason: 'nothing_said' });
  });

  it('shows no suggestion of one hub to another', async () => {
    const [here, there] = [await someHub(), await someHub()];
    const { id } = unwrap(
      await execute(here.visitor, suggestOrganization, { proposed: { name: 'La Ruche' }, author: nobody }),
    );
    expect(await execute(there.team, acceptSuggestion, { id, ...site })).toMatchObject({ reason: 'already_handled' });
    expect(await execute(here.visitor, acceptSuggestion, { id, ...site })).toMatchObject({ reason: 'forbidden' });
  });
});
