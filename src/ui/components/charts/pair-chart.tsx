import type { JSX } from 'preact';

interface PairSide {
  /** « 2022 » */
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

export interface PairChartProps {
  readonly caption: string;
  readonly rows: readonly { readonly label: string; readonly before: PairSide; readonly after: PairSide }[];
}

/** Before and after, two bars a row. A table first: the drawing is its echo. Each row has its own scale. */
export function PairChart({ caption, rows }: PairChartProps): JSX.Element {
  return (
    <table class="pair-chart">
      <caption>{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Ce qui est compté</th>
          <th scope="col">Avant</th>
          <th scope="col">Après</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, before, after }) => {
          const most = Math.max(1, before.value, after.value);
          return (
            <tr>
              <th scope="row">{label}</th>
              <Side side={before} most={most} tone="before" />
              <Side side={after} most={most} tone="after" />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Side({
  side: { name, value, text },
  most,
  tone,
}: {
  readonly side: PairSide;
  readonly most: number;
  readonly tone: 'before' | 'after';
}): JSX.Element {
  return (
    <td class={tone}>
      <span class="pair-name">{name}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.max(value > 0 ? 2 : 0, Math.round((value / most) * 100))} height="10" />
      </svg>
      <b>{text}</b>
    </td>
  );
}
