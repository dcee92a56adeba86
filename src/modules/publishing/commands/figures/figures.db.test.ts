import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { actorWith, contextOf, newHub, openTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { noteIndicatorsJob } from '../../jobs/note-indicators.ts';
import { figuresOf } from '../../queries/figures/figures-of.ts';
import { readFigure, readFigures, readTrashedFigures } from '../../queries/figures/figures.ts';
import { readIndicatorPoints } from '../../queries/figures/indicators.ts';
import { featureFigures, moveFigure, restoreFigures, trashFigures } from './arrange-figures.ts';
import { noteIndicators } from './note-indicators.ts';
import { saveFigure } from './save-figure.ts';
import { removeFigurePoints, setFigurePoints } from './set-figure-points.ts';
import { removeIndicatorPoints, setIndicatorPoints } from './set-indicator-points.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function employee(): Promise<Context> {
  return contextOf(database, await newHub(database), actorWith('employee'));
}

const jobs = {
  id: null,
  version: null,
  label: 'emplois dans l’ESS',
  value: 1410,
  unit: '',
  sourceName: 'Observatoire d’essai',
  sourceUrl: '',
  asOf: '2023-12-31',
  perimeter: 'deux intercommunalités',
  note: '',
  topic: 'jobs',
  isFeatured: true,
} as const;

const add = async (ctx: Context, more: object = {}): Promise<string> =>
  unwrap(await execute(ctx, saveFigure, { ...jobs, ...more })).id;

describe('figures', () => {
  test('a figure needs a source, a date, a ground and a number', async () => {
    const ctx = await employee();
    const outcome = await execute(ctx, saveFigure, {
      ...jobs,
      value: null,
      sourceName: ' ',
      asOf: '',
      perimeter: '',
      sourceUrl: 'javascript:alert(1)',
    });
    expect(outcome).toMatchObject({ ok: false, reason: 'invalid' });
    expect(Object.keys(outcome.ok ? {} : outcome.fields).sort()).toEqual(
      ['asOf', 'perimeter', 'sourceName', 'sourceUrl', 'value'].sort(),
    );
  });

  test('keeps the former value as a point when the date moves on', async () => {
    const ctx = await employee();
    const id = await add(ctx);
    unwrap(await execute(ctx, saveFigure, { ...jobs, id, version: 1, value: 1480.5, asOf: '2025-12-31' }));
    const figure = await readFigure(ctx.db, id);
    expect(figure).toMatchObject({ value: 1480.5, version: 2 });
    expect(figure?.points.map(({ day, value }) => [day.toString(), value])).toEqual([['2023-12-31', 1410]]);
  });

  test('refuses the second of two editors', async () => {
    const ctx = await employee();
    const id = await add(ctx);
    unwrap(await execute(ctx, saveFigure, { ...jobs, id, version: 1, value: 1 }));
    expect(await execute(ctx, saveFigure, { ...jobs, id, version: 1, value: 2 })).toMatchObject({
      ok: false,
      reason: 'edited_meanwhile',
      details: { value: 1 },
    });
  });

  test('only the team touches them, in its own hub', async () => {
    const ctx = await employee();
    const id = await add(ctx);
    for (const actor of [null, actorWith('member'), actorWith('contributor'), actorWith('board_member')])
      expect(await execute({ ...ctx, actor }, saveFigure, jobs)).toMatchObject({ ok: false, reason: 'forbidden' });
    const elsewhere = await employee();
    expect(await execute(elsewhere, trashFigures, { ids: [id] })).toMatchObject({ ok: false, reason: 'not_found' });
    expect(await figuresOf(elsewhere, [id])).toEqual([]);
  });

  test('are ordered, put forward, thrown away and taken back', async () => {
    const ctx = await employee();
    const [first, second, third] = [await add(ctx), await add(ctx, { label: 'b', isFeatured: false }), await add(ctx)];
    unwrap(await execute(ctx, moveFigure, { id: third, towards: 'up' }));
    expect((await readFigures(ctx.db)).map(({ id }) => id)).toEqual([first, third, second]);
    unwrap(await execute(ctx, featureFigures, { ids: [first, third], isFeatured: false }));
    unwrap(await execute(ctx, featureFigures, { ids: [second], isFeatured: true }));
    expect(await figuresOf(ctx, [])).toMatchObject([{ value: '1\u202f410', label: 'b' }]);
    expect((await figuresOf(ctx, [second, first])).map(({ label }) => label)).toEqual(['b', jobs.label]);
    unwrap(await execute(ctx, trashFigures, { ids: [second] }));
    expect(await figuresOf(ctx, [second])).toEqual([]);
    expect(await execute(ctx, saveFigure, { ...jobs, id: second, version: 1 })).toMatchObject({ reason: 'not_found' });
    expect((await readTrashedFigures(ctx.db)).map(({ id }) => id)).toEqual([second]);
    unwrap(await execute(ctx, restoreFigures, { ids: [second] }));
    expect(await readFigures(ctx.db)).toHaveLength(3);
  });

  test('take former values pasted, the last one said for a day', async () => {
    const ctx = await employee();
    const id = await add(ctx);
    const points = [
      { day: '2019-12-31', value: 1200 },
      { day: '2021-12-31', value: 1300 },
    ];
    unwrap(await execute(ctx, setFigurePoints, { figureId: id, points }));
    unwrap(await execute(ctx, setFigurePoints, { figureId: id, points: [{ day: '2021-12-31', value: 1310.25 }] }));
    expect((await readFigure(ctx.db, id))?.points.map(({ value }) => value)).toEqual([1200, 1310.25]);
    unwrap(await execute(ctx, removeFigurePoints, { figureId: id, days: ['2019-12-31'] }));
    expect((await readFigure(ctx.db, id))?.points).toHaveLength(1);
  });
});

describe('indicators of the hub', () => {
  test('the job notes what modules count, once a day however often it runs', async () => {
    const hub = await newHub(database);
    const ctx = contextOf(database, hub);
    let count = 40;
    const noting = noteIndicatorsJob({
      keyFigures: async () => [{ key: 'directory.members', count, value: String(count), label: 'adhérentes du pôle' }],
    });
    const jobContext = { ...ctx, ports: {}, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
    await noting.run(jobContext as never, {});
    count = 41;
    await noting.run(jobContext as never, {});
    expect(await readIndicatorPoints(ctx.db)).toMatchObject([
      { indicator: 'directory.members', count: 41, label: 'adhérentes du pôle', isTyped: false },
    ]);
    const nothing = noteIndicatorsJob({ keyFigures: async () => [] });
    await expect(nothing.run(jobContext as never, {})).resolves.toBeUndefined();
  });

  test('nobody but the job notes, and only the team types the past', async () => {
    const ctx = await employee();
    const typed = { indicator: 'hub.cafes', label: 'cafés associatifs', points: [{ day: '2019-12-31', value: 2 }] };
    const counts = [{ indicator: 'hub.cafes', label: 'cafés', count: 1 }];
    expect(await execute(ctx, noteIndicators, { day: '2026-01-01', counts })).toMatchObject({ reason: 'forbidden' });
    expect(await execute({ ...ctx, actor: actorWith('member') }, setIndicatorPoints, typed)).toMatchObject({
      reason: 'forbidden',
    });
    unwrap(await execute(ctx, setIndicatorPoints, typed));
    expect(
      await execute(ctx, setIndicatorPoints, { ...typed, points: [{ day: '2020-12-31', value: 2.5 }] }),
    ).toMatchObject({ reason: 'invalid' });
    unwrap(await execute(ctx, removeIndicatorPoints, { indicator: 'hub.cafes', days: ['2019-12-31'] }));
    expect(await readIndicatorPoints(ctx.db)).toEqual([]);
  });
});
