import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { situationNames } from '#modules/hub/index.ts';
import { publishedDoors } from '../queries/published-doors.ts';
import { openDoors } from './open-doors.ts';

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  ctx = contextOf(database, await newHub(database), actorWith('employee'));
});
afterAll(() => database.close());

describe('the doors a hub starts with', () => {
  test('one for each profile the form knows, and eight intents, in order', async () => {
    expect(unwrap(await execute(ctx, openDoors, {})).count).toBe(15);
    const doors = await publishedDoors(ctx.db);
    const tagsOf = (group: string) => doors.filter(({ content }) => content.group === group).map(({ slug }) => slug);
    expect(tagsOf('profile').toSorted()).toEqual(situationNames.toSorted());
    expect(tagsOf('intent')).toHaveLength(8);
    expect(doors.every(({ slug, content }) => slug === content.tag && content.blocks.length >= 2)).toBe(true);
    expect(doors.map(({ content }) => content.position)).toEqual(doors.map((_, rank) => (rank + 1) * 10));
  });

  test('once only, even asked twice at the same moment', async () => {
    const outcomes = await Promise.all([execute(ctx, openDoors, {}), execute({ ...ctx, actor: null }, openDoors, {})]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await publishedDoors(ctx.db)).toHaveLength(15);
  });

  test('a member may not', async () => {
    expect(await execute({ ...ctx, actor: actorWith('member') }, openDoors, {})).toMatchObject({ reason: 'forbidden' });
  });
});
