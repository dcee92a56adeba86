import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/ids/ids.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { createTryLimiter } from './try-limiter.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const tried = (more = {}) => ({
  hubId: newId(),
  kind: 'password',
  target: 'louise@exemple.fr',
  clientIp: '203.0.113.7',
  ...more,
});

describe('createTryLimiter', () => {
  it('allows ten tries at one target from anywhere, even all at once', async () => {
    const limiter = createTryLimiter(database.databases.pool);
    const one = tried();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => limiter.take({ ...one, clientIp: `198.51.100.${index}` })),
    );
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(10);
    expect(answers.find((answer) => !answer.allowed)).toMatchObject({ retryAfterSeconds: expect.any(Number) });
  });

  it('allows ten tries from one origin at any target', async () => {
    const limiter = createTryLimiter(database.databases.pool);
    const one = tried();
    const answers = [];
    for (let index = 0; index < 12; index++)
      answers.push(await limiter.take({ ...one, target: `p${index}@exemple.fr` }));
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(10);
  });

  it('takes the addresses of one IPv6 subscriber together', async () => {
    const limiter = createTryLimiter(database.databases.pool);
    const one = tried();
    const answers = [];
    for (let index = 1; index <= 12; index++) {
      answers.push(await limiter.take({ ...one, target: `p${index}@exemple.fr`, clientIp: `2001:db8:0:1::${index}` }));
    }
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(10);
    expect(await limiter.take({ ...one, target: 'autre@exemple.fr', clientIp: '2001:db8:0:2::1' })).toEqual({
      allowed: true,
    });
  });

  it('gives honest tries back', async () => {
    const limiter = createTryLimiter(database.databases.pool);
    const one = tried();
    for (let index = 0; index < 30; index++) {
      expect(await limiter.take(one)).toEqual({ allowed: true });
      await limiter.forgive(one);
    }
  });

  it('counts under any key, up to a number given each time', async () => {
    const limiter = createTryLimiter(database.databases.pool, { points: 1, seconds: 60 });
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 8 }, () => limiter.within(key, 5)));
    expect(answers.filter(Boolean)).toHaveLength(5);
    expect(await limiter.within(newId(), 5)).toBe(true);
  });

  it('keeps neither address nor IP', async () => {
    await createTryLimiter(database.databases.pool).take(tried());
    const { rows } = await database.databases.pool.query<{ key: string }>('select key from rate_limits');
    expect(rows.map((row) => row.key).join()).not.toMatch(/louise|203\.0/);
  });
});
