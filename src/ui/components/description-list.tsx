import type { ComponentChildren, JSX } from 'preact';

export interface DescriptionListProps {
  /** Rows without a value are left out. */
  readonly rows: readonly {
    readonly term: string;
    readonly value?: ComponentChildren;
    readonly note?: ComponentChildren;
  }[];
}

/** Facts of one thing: term, value, a discreet note. */
export function DescriptionList({ rows }: DescriptionListProps): JSX.Element {
  return (
    <dl class="descriptions">
      {rows
        .filter(({ value }) => value !== undefined && value !== null && value !== '')
        .map(({ term, value, note }) => (
          <div>
            <dt>{term}</dt>
            <dd>
              {value}
              {note && <p class="facts">{note}</p>}
            </dd>
          </div>
        ))}
    </dl>
  );
}
