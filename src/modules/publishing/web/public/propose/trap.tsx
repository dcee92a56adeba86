import type { JSX } from 'preact';

/** Left empty by people, filled by robots: what it catches is thanked and forgotten. */
export const trapField = 'adresse_2';

export function Trap(): JSX.Element {
  return (
    <div hidden>
      <label>
        Ne remplissez pas cette ligne
        <input type="text" name={trapField} tabindex={-1} autocomplete="off" />
      </label>
    </div>
  );
}
