import { encodeQR } from 'qr';
import type { JSX } from 'preact';

/** The code of a ticket, to show at the door: a name for the registration, not its secret. */
export function TicketCode({ code }: { readonly code: string }): JSX.Element {
  const rows = encodeQR(code, 'raw', { border: 3 });
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      role="img"
      aria-label={`Billet ${code}`}
      viewBox={`0 0 ${size} ${size}`}
      width="168"
      height="168"
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
