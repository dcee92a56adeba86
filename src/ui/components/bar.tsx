import type { JSX } from 'preact';
import { classes } from './classes.ts';

export interface BarProps {
  readonly value: number;
  readonly max: number;
  /** Always written beside the bar: « 14 / 20 ». */
  readonly text: string;
}

/** A share drawn by the server, its figures beside it. Turns coral when full. */
export function Bar({ value, max, text }: BarProps): JSX.Element {
  const share = max > 0 ? Math.min(100, Math.max(0, Math.round((value / max) * 100))) : 0;
  return (
    <div class={classes('bar', share === 100 && 'full')}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar-ground" width="100" height="10" />
        <rect class="bar-fill" width={share} height="10" />
      </svg>
      <span>{text}</span>
    </div>
  );
}

export interface BarChartProps {
  readonly caption: string;
  readonly rows: readonly {
    readonly label: string;
    readonly value: number;
    readonly text?: string;
    readonly href?: string;
  }[];
}

/** A table read as bars: the figures stay text, the drawing is their echo. */
export function BarChart({ caption, rows }: BarChartProps): JSX.Element {
  const max = Math.max(1, ...rows.map((row) => row.value));
  return (
    <table class="bar-chart">
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ label, value, text, href }) => (
          <tr>
            <th scope="row">{href ? <a href={href}>{label}</a> : label}</th>
            <td>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-fill" width={Math.round((value / max) * 100)} height="10" />
              </svg>
              <span>{text ?? value}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
