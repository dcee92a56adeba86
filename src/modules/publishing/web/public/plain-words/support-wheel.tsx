import type { JSX } from 'preact';

interface SupportWheelProps {
  /** How many help with each question. */
  readonly spokes: readonly { readonly count: number }[];
}

const size = 320;
const middle = size / 2;
const reach = 118;

/** The hub in the middle of those who help: a drawing only, the lists below say the same. */
export function SupportWheel({ spokes }: SupportWheelProps): JSX.Element | null {
  if (spokes.length < 3) return null;
  const most = Math.max(...spokes.map(({ count }) => count));
  return (
    <svg class="support-wheel" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      {spokes.map(({ count }, rank) => {
        const angle = (rank / spokes.length) * 2 * Math.PI - Math.PI / 2;
        const x = Math.round(middle + reach * Math.cos(angle));
        const y = Math.round(middle + reach * Math.sin(angle));
        return (
          <>
            <path d={`M${middle} ${middle}L${x} ${y}`} />
            <circle class={`wheel-${rank % 8}`} cx={x} cy={y} r={Math.round(16 + 14 * (count / most))} />
            <text x={x} y={y + 6}>
              {count}
            </text>
          </>
        );
      })}
      <circle class="wheel-hub" cx={middle} cy={middle} r="52" />
      <text class="wheel-name" x={middle} y={middle + 7}>
        le pôle
      </text>
    </svg>
  );
}
