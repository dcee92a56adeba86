import type { ComponentChildren, JSX } from 'preact';

/** A form that few visits need, folded under its name. */
export function Folded({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <details class="more-fields">
      <summary>{label}</summary>
      <div>{children}</div>
    </details>
  );
}
