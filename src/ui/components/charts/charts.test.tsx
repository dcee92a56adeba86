import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { PairChart } from './pair-chart.tsx';
import { TrendChart } from './trend-chart.tsx';

const point = (at: number, value: number) => ({ at, value, label: String(at), text: `v${value}` });
const drawn = (points: ReturnType<typeof point>[]) =>
  renderToString(<TrendChart id="c" title="Emplois" points={points} />);

describe('TrendChart', () => {
  test('says in words and in a table what it draws', () => {
    const html = drawn([point(2019, 100), point(2021, 50), point(2023, 200)]);
    expect(html).toContain('De v100 (2019) à v200 (2023).');
    expect(html).toContain('aria-labelledby="c-titre c-resume"');
    expect(html.match(/<th scope="row">/g)).toHaveLength(3);
    expect(html).not.toContain('style=');
  });

  test('bars keep the proportions, from zero', () => {
    const heights = [...drawn([point(1, 100), point(2, 50)]).matchAll(/<rect[^>]*height="([\d.]+)"/g)].map(([, tall]) =>
      Number(tall),
    );
    expect(heights[0]).toBe((heights[1] ?? 0) * 2);
  });

  test('needs two points, and draws a line beyond seven', () => {
    expect(drawn([point(1, 1)])).toBe('');
    const many = Array.from({ length: 9 }, (_, rank) => point(rank, rank * rank));
    expect(drawn(many)).toContain('chart-line');
  });

  test('stays in its frame whatever the values', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 20 }), (values) => {
        const html = drawn(values.map((one, rank) => point(rank, one)));
        expect(html).not.toMatch(/NaN|Infinity/);
        for (const [, y] of html.matchAll(/ y="(-?[\d.]+)"/g)) {
          expect(Number(y)).toBeGreaterThanOrEqual(0);
          expect(Number(y)).toBeLessThanOrEqual(150);
        }
      }),
    );
  });
});

test('PairChart draws nothing for zero and all for the largest', () => {
  const side = (name: string, value: number) => ({ name, value, text: String(value) });
  const html = renderToString(
    <PairChart caption="x" rows={[{ label: 'cafés', before: side('2019', 0), after: side('2025', 7) }]} />,
  );
  expect([...html.matchAll(/<rect width="(\d+)"/g)].map(([, share]) => share)).toEqual(['0', '100']);
});
