import type { Cells } from '#platform/tabular/index.ts';
import { comparableText } from '../comparable-text.ts';
import type { TargetKey } from './column-targets.ts';
import type { ColumnMapping } from './mapping.ts';
import { shownCell } from './reading.ts';
import type { Reading } from './reading.ts';
import { yesOrNo } from './yes-or-no.ts';

export type RowProblem = {
  readonly column: string;
  /** As it was in the file. */
  readonly value: string;
  /** In French, for the report. */
  readonly message: string;
  readonly severity: 'reject' | 'warning';
};

export type FoundValue = { readonly column: string; readonly value: string };

/** Reads the cells of one row by target, and gathers what is wrong with them. */
export type RowReader = {
  readonly first: (target: TargetKey) => FoundValue | undefined;
  readonly all: (target: TargetKey) => readonly FoundValue[];
  readonly list: (target: TargetKey) => string[];
  readonly flag: (target: TargetKey) => boolean | null;
  readonly warn: (found: { column: string; value: string }, message: string) => void;
  /** Keeps a checked value; an invalid one becomes a warning and the raw text stays in the report. */
  readonly checked: (target: TargetKey, check: (value: string) => Checked) => string | null;
  readonly problems: readonly RowProblem[];
};

type Checked = { kind: 'none' } | { kind: 'valid'; value: string } | { kind: 'invalid'; message: string };

const longestItem = 120;

function translated(value: string, { dictionary }: ColumnMapping): string | null {
  if (!dictionary) return value;
  const comparable = comparableText(value);
  const entry = dictionary.find(([from]) => comparableText(from) === comparable);
  return entry ? entry[1] : value;
}

function itemsOf(cells: Cells, mapping: ColumnMapping): string[] {
  const cell = cells[mapping.column];
  if (cell === null || cell === undefined) return [];
  if (mapping.tag !== undefined) {
    const said = yesOrNo(cell, mapping.trueWords);
    if (said !== undefined) return said ? [mapping.tag] : [];
  }
  if (typeof cell === 'object') return [...cell];
  const text = String(cell);
  return mapping.separator === undefined ? [text] : text.split(mapping.separator);
}

export function rowReader(cells: Cells, reading: Reading): RowReader {
  const problems: RowProblem[] = [];
  const warn: RowReader['warn'] = ({ column, value }, message) =>
    void problems.push({ column, value, message, severity: 'warning' });

  const all = (target: TargetKey): FoundValue[] => [
    ...reading.columnsOf(target).flatMap((mapping) => {
      const value = translated(shownCell(cells[mapping.column]).trim(), mapping);
      return value === null || value === '' ? [] : [{ column: mapping.column, value }];
    }),
    ...reading.constantsOf(target).map(({ value }) => ({ column: '', value })),
  ];
  const first = (target: TargetKey) => all(target)[0];

  return {
    problems,
    warn,
    all,
    first,
    list(target) {
      const items = reading
        .columnsOf(target)
        .flatMap((mapping) => itemsOf(cells, mapping).map((item) => translated(item.trim(), mapping)));
      const kept = new Map<string, string>();
      for (const item of [...items, ...reading.constantsOf(target).map(({ value }) => value)]) {
        const text =
          item
            ?.replace(/\s+/g, ' ')
            .replace(/^[-•*]\s*/, '')
            .trim() ?? '';
        if (!/\p{L}/u.test(text)) continue;
        const label = text.length > longestItem ? `${text.slice(0, longestItem - 1)}…` : text;
        if (!kept.has(comparableText(label))) kept.set(comparableText(label), label);
      }
      return [...kept.values()];
    },
    flag(target) {
      let said: boolean | null = reading.constantsOf(target).length > 0 ? true : null;
      for (const mapping of reading.columnsOf(target)) {
        const cell = cells[mapping.column];
        const answer = yesOrNo(cell, mapping.trueWords);
        if (answer !== undefined) said = answer || said === true;
        // A year or a word such as « adhérent 2026 » in a column of members.
        else if (/\b20\d\d\b|adherent|membre/i.test(shownCell(cell)) && !/\bnon\b|\bex\b|ancien/i.test(shownCell(cell)))
          said = true;
        else warn({ column: mapping.column, value: shownCell(cell) }, 'Ni oui ni non : la réponse n’est pas reprise.');
      }
      return said;
    },
    checked(target, check) {
      for (const found of all(target)) {
        const outcome = check(found.value);
        if (outcome.kind === 'valid') return outcome.value;
        if (outcome.kind === 'invalid') warn(found, outcome.message);
      }
      return null;
    },
  };
}
