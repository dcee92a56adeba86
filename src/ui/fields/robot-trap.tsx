import type { JSX } from 'preact';

/** The field that people leave empty and robots fill: what it catches is thanked and forgotten. */
export const robotTrapField = 'adresse_2';

/** Put in each form open to all; nobody sees it, nor is it read aloud. */
export function RobotTrap(): JSX.Element {
  return (
    <div hidden>
      <label>
        Ne remplissez pas cette ligne
        <input type="text" name={robotTrapField} tabindex={-1} autocomplete="off" />
      </label>
    </div>
  );
}
