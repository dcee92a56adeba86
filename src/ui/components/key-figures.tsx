import type { JSX } from 'preact';

export interface KeyFiguresProps {
  readonly figures: readonly {
    readonly value: string;
    readonly label: string;
    readonly source?: string;
    readonly href?: string;
  }[];
}

/** The few numbers that speak, large. */
export function KeyFigures({ figures }: KeyFiguresProps): JSX.Element {
  return (
    <dl class="key-figures">
      {figures.map(({ value, label, source, href }) => (
        <div>
          <dt>{href ? <a href={href}>{label}</a> : label}</dt>
          <dd>{value}</dd>
          {source && <dd class="source">{source}</dd>}
        </div>
      ))}
    </dl>
  );
}
