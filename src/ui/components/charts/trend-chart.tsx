import type { JSX } from 'preact';

export interface TrendPoint {
  /** « 2023 », « mars 2024 » */
  readonly label: string;
  readonly value: number;
  /** The value in French: « 1 410 ». */
  readonly text: string;
  /** Place in time, in any unit that grows: bars stand evenly, lines keep the distances. */
  readonly at: number;
}

export interface TrendChartProps {
  /** Unique in the page. */
  readonly id: string;
  /** What is drawn: « Emplois dans l’ESS ». */
  readonly title: string;
  /** Oldest first, two at least. */
  readonly points: readonly TrendPoint[];
}

const [width, height] = [340, 150];
const [left, right, top, bottom] = [10, 10, 30, 26];
const mostBars = 7;

/**
 * A value along time, drawn by the server: bars for a few points, a line beyond. Always from zero, so that no change looks
 * larger than it is; said in words to who cannot see it, with the table behind.
 */
export function TrendChart({ id, title, points }: TrendChartProps): JSX.Element | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-titre ${id}-resume`}>
        <title id={`${id}-titre`}>{title}</title>
        <desc id={`${id}-resume`}>{`De ${first.text} (${first.label}) à ${last.text} (${last.label}).`}</desc>
        {points.length <= mostBars ? <Bars points={points} /> : <Line points={points} />}
      </svg>
      <details class="chart-table">
        <summary>Voir le tableau</summary>
        <table>
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Valeur</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ label, text }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** From values to heights: zero is always in the drawing. */
function scaleOf(points: readonly TrendPoint[]): (value: number) => number {
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  return (value) => rounded(top + ((high - value) / span) * (height - top - bottom));
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function Bars({ points }: Pick<TrendChartProps, 'points'>): JSX.Element {
  const y = scaleOf(points);
  const step = (width - left - right) / points.length;
  const bar = Math.min(46, step * 0.72);
  return (
    <>
      {points.map(({ label, value, text }, rank) => {
        const middle = rounded(left + step * (rank + 0.5));
        const isLast = rank === points.length - 1;
        return (
          <>
            <rect
              class={isLast ? 'chart-bar last' : 'chart-bar'}
              x={rounded(middle - bar / 2)}
              y={Math.min(y(value), y(0))}
              width={rounded(bar)}
              height={Math.max(2, rounded(Math.abs(y(0) - y(value))))}
              rx="4"
            />
            <text class="chart-value" x={middle} y={Math.min(y(value), y(0)) - 8}>
              {text}
            </text>
            <text class="chart-label" x={middle} y={height - 7}>
              {label}
            </text>
          </>
        );
      })}
    </>
  );
}

function Line({ points }: Pick<TrendChartProps, 'points'>): JSX.Element {
  const y = scaleOf(points);
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 1];
  const x = (at: number): number => rounded(left + 4 + ((at - from) / (to - from || 1)) * (width - left - right - 8));
  const line = points.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L');
  const last = points.at(-1);
  return (
    <>
      <path class="chart-area" d={`M${x(from)} ${y(0)}L${line}L${x(to)} ${y(0)}Z`} />
      <path class="chart-line" d={`M${line}`} />
      {last && <circle class="chart-dot" cx={x(last.at)} cy={y(last.value)} r="6" />}
      {last && (
        <text class="chart-value end" x={width - right} y={Math.max(16, y(last.value) - 13)}>
          {last.text}
        </text>
      )}
      <text class="chart-value start" x={left} y={Math.max(16, y(points[0]?.value ?? 0) - 10)}>
        {points[0]?.text}
      </text>
      <text class="chart-label start" x={left} y={height - 7}>
        {points[0]?.label}
      </text>
      <text class="chart-label end" x={width - right} y={height - 7}>
        {last?.label}
      </text>
    </>
  );
}
