import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import { CheckboxGroup } from '#ui/fields/checkbox.tsx';
import type { SeatKind } from '../domain/seats.ts';
import { kindInWords, workshopsOf } from '../domain/workshops.ts';

interface WorkshopFieldsProps {
  readonly kinds: readonly SeatKind[];
  readonly prefix: string;
  readonly values: readonly string[];
  readonly error: string | undefined;
  /** Seats left by kind, where they are told. */
  readonly left?: ReadonlyMap<string, number | null>;
  /** Whether a full one may be waited for. */
  readonly mayWait?: boolean;
}

/** The workshops of a day: as many as one likes. Null where there are none. */
export function WorkshopFields(props: WorkshopFieldsProps): JSX.Element | null {
  const { kinds, prefix, values, error, left, mayWait = false } = props;
  const workshops = workshopsOf(kinds);
  if (workshops.length === 0) return null;
  const hintOf = (key: string): string => {
    const free = left?.get(key);
    if (typeof free !== 'number') return '';
    if (free > 0) return plural(free, 'place');
    return mayWait ? 'complet, liste d’attente' : 'complet';
  };
  return (
    <CheckboxGroup
      name={`${prefix}workshops`}
      label="Ateliers"
      hint="Plusieurs si vous voulez, jamais deux à la même heure."
      values={values}
      error={error}
      choices={workshops.map((kind) => {
        const hint = hintOf(kind.key);
        return { value: kind.key, label: kindInWords(kind), ...(hint ? { hint } : {}) };
      })}
    />
  );
}
