/** What one scenario is given. */
export interface Ordeal {
  /** Same seed, same run: printed, and taken back with `--seed=`. */
  readonly seed: number;
  /** 1 is the usual dose; `--dose=0.1` is a tenth, for a quick look. */
  readonly dose: number;
  say(line: string): void;
  /** A usual count scaled by the dose, at least `least`. */
  times(usual: number, least?: number): number;
}

/** One line of the table of figures. */
export interface Finding {
  what: string;
  found: string;
  expected: string;
  passed: boolean;
}

export interface Scenario {
  /** As in `npm run ordeal -- kill`. */
  name: string;
  /** The scenario of the trust page it plays, as `B-1`. */
  code: string;
  title: string;
  run(ordeal: Ordeal): Promise<Finding[]>;
}

/** A finding that passes when the number found is at most `most`. */
export function atMost(what: string, found: number, most: number, unit = ''): Finding {
  return { what, found: `${rounded(found)}${unit}`, expected: `≤ ${rounded(most)}${unit}`, passed: found <= most };
}

/** A finding that passes when the number found is at least `least`. */
export function atLeast(what: string, found: number, least: number, unit = ''): Finding {
  return { what, found: `${rounded(found)}${unit}`, expected: `≥ ${rounded(least)}${unit}`, passed: found >= least };
}

/** A scenario that cannot be played here: said, never counted as passed in silence. */
export function leftOut(why: string): Finding {
  return { what: 'non joué', found: why, expected: '–', passed: true };
}

function rounded(value: number): string {
  return value.toLocaleString('fr-FR', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });
}
