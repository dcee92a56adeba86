import type { ConfigProblem } from './config-error.ts';
import { variables } from './variables.ts';

/** Names in our own space that we do not know are typing errors; `ESSAIM_TEST_…` belongs to the tests. */
export function unknownVariables(environment: NodeJS.ProcessEnv): ConfigProblem[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('ESSAIM_') && !name.startsWith('ESSAIM_TEST_') && !(name in variables))
    .map((name) => ({ variable: name, message: `ce réglage n’existe pas.${suggestionFor(name)}` }));
}

const farthestSuggestion = 4;

function suggestionFor(name: string): string {
  const [closest] = Object.keys(variables)
    // « ESSAIM_PORT » is close to « PORT » in the mind, not in letters.
    .map((known) => ({ known, distance: Math.min(distance(name, known), distance(name, `ESSAIM_${known}`)) }))
    .sort((one, other) => one.distance - other.distance);
  return closest !== undefined && closest.distance <= farthestSuggestion
    ? ` Vouliez-vous écrire ${closest.known} ?`
    : '';
}

/** Levenshtein: how many letters to add, remove or change. */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [row, letter] of one.split('').entries()) {
    const line = [row + 1];
    for (const [column, otherLetter] of other.split('').entries()) {
      const change = (above[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      line.push(Math.min(change, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
