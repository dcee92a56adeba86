import { detectCoordinateColumns } from '#platform/geo/index.ts';
import type { Table } from '#platform/tabular/index.ts';
import { openingSlotOfHeader, parseSpans, saysClosed } from '../opening-hours-in-french.ts';
import { columnContent, fitness, isYesNoColumn, listSeparator, targetOfContent } from './column-content.ts';
import type { ColumnContent } from './column-content.ts';
import { targetKind } from './column-targets.ts';
import type { TargetKey } from './column-targets.ts';
import { ruleOfHeader } from './header-rules.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import { yesOrNo } from './yes-or-no.ts';

export type Certainty = 'sure' | 'likely' | 'none';

export type ColumnProposal = {
  readonly column: string;
  /** Null: the column is left out. */
  readonly mapping: ColumnMapping | null;
  readonly certainty: Certainty;
  /** Why, in a few French words for the mapping screen. */
  readonly because: string;
  readonly samples: readonly string[];
  readonly filled: number;
};

type Candidate = { mapping: ColumnMapping | null; certainty: Certainty; because: string };

const left = (because: string): Candidate => ({ mapping: null, certainty: 'none', because });

/** Below this share of fit values a header is not believed. */
const leastFitness = 0.3;
/** Fewer yes/no columns than this are questions of the source rather than tags. */
const leastTagColumns = 4;

function slotCandidate(column: string, content: ColumnContent): Candidate | undefined {
  const slot = openingSlotOfHeader(column);
  if (!slot || content.filled === 0) return undefined;
  const told = content.values.filter((value) => parseSpans(String(value)).length > 0 || saysClosed(String(value)));
  if (told.length < content.values.length * 0.4) return undefined;
  return { mapping: { column, target: 'openingSlot', slot }, certainty: 'sure', because: 'un jour de la semaine' };
}

function headerCandidate(column: string, content: ColumnContent): Candidate | undefined {
  const rule = ruleOfHeader(column);
  if (!rule) return undefined;
  const { target, network } = rule;
  if (target === null) return left('décrit la fiche plutôt que la structure');
  const judged = content.filled >= (rule.sure ? 5 : 1);
  if (judged && fitness(target, content) < leastFitness) return undefined;
  if (target === 'sourceKey' && content.distinct < content.filled * 0.98) return undefined;
  const separator = targetKind(target) === 'list' && target !== 'links' ? listSeparator(content) : undefined;
  const mapping: ColumnMapping = {
    column,
    target,
    ...(separator ? { separator } : {}),
    ...(network ? { network } : {}),
  };
  return { mapping, certainty: rule.sure ? 'sure' : 'likely', because: 'd’après le titre de la colonne' };
}

function contentCandidate(column: string, content: ColumnContent): Candidate | undefined {
  const found = targetOfContent(content);
  if (found)
    return {
      mapping: { column, target: found.target },
      certainty: 'likely',
      because: `la colonne contient ${found.because}`,
    };
  // One column per tag, the label repeated in the cells: « Accès WIFI » or nothing.
  const [label] = content.samples;
  const repeatsLabel = content.distinct === 1 && content.filled >= 2 && content.filled < content.total;
  if (
    repeatsLabel &&
    label !== undefined &&
    /\p{L}{3}/u.test(label) &&
    label.length <= 60 &&
    yesOrNo(label) === undefined
  ) {
    return {
      mapping: { column, target: 'themes' },
      certainty: 'likely',
      because: 'la même étiquette revient dans la colonne',
    };
  }
  return undefined;
}

const questionOfSource = /^(?:is|has|est|a|flag|prise|active?|valid|publi|visible|ok|check)(?:[ _]|$)/i;

/** Yes/no columns together are tags named by their headers. */
function tagCandidates(
  columns: readonly string[],
  contents: ReadonlyMap<string, ColumnContent>,
  free: (column: string) => boolean,
): Map<string, Candidate> {
  const tags = columns.filter((column) => {
    const content = contents.get(column);
    return content && free(column) && !questionOfSource.test(column) && content.distinct <= 3 && isYesNoColumn(content);
  });
  if (tags.length < leastTagColumns) return new Map();
  return new Map(
    tags.map((column) => [
      column,
      {
        mapping: { column, target: 'themes' as const, tag: column },
        certainty: 'likely' as const,
        because: 'une colonne oui/non par étiquette',
      },
    ]),
  );
}

function coordinateCandidates(table: Table): Map<string, Candidate> {
  const found = detectCoordinateColumns(
    table.columns,
    table.rows.map(({ cells }) => cells),
  );
  const candidate = (column: string, target: TargetKey): [string, Candidate] => [
    column,
    { mapping: { column, target }, certainty: 'sure', because: 'd’après les valeurs : des coordonnées en France' },
  ];
  if (!found) return new Map();
  return new Map(
    found.kind === 'single'
      ? [candidate(found.column, 'coordinates')]
      : [candidate(found.latitude, 'latitude'), candidate(found.longitude, 'longitude')],
  );
}

/** Variants of one column (`denomination`, `denomination__tiers_lieux`) may all feed a target: the first filled wins. */
const isVariant = (column: string, of: string) => column.startsWith(`${of}__`) || column.startsWith(`${of} (`);

const severalAllowed = new Set<TargetKey>(['shortName', 'legalForm', 'phone', 'email', 'contactName']);

/** Keeps one column per target that takes one value: the surest, then the fullest, then the first. */
function settleRivals(candidates: Map<string, Candidate>, contents: ReadonlyMap<string, ColumnContent>): void {
  const rank = { sure: 2, likely: 1, none: 0 };
  const byTarget = new Map<TargetKey, string[]>();
  for (const [column, { mapping }] of candidates) {
    if (mapping === null || targetKind(mapping.target) !== 'one') continue;
    byTarget.set(mapping.target, [...(byTarget.get(mapping.target) ?? []), column]);
  }
  for (const [target, columns] of byTarget) {
    const filled = (column: string) => contents.get(column)?.filled ?? 0;
    const certainty = (column: string) => rank[candidates.get(column)?.certainty ?? 'none'];
    const [best = '', ...rivals] = columns.toSorted((a, b) => certainty(b) - certainty(a) || filled(b) - filled(a));
    for (const rival of rivals) {
      if (isVariant(rival, best) || (severalAllowed.has(target) && candidates.get(rival)?.certainty === 'sure'))
        continue;
      candidates.set(rival, target === 'website' ? asLink(rival) : left(`« ${best} » dit déjà la même chose`));
    }
  }
}

const asLink = (column: string): Candidate => ({
  mapping: { column, target: 'links' },
  certainty: 'likely',
  because: 'la colonne contient des adresses web',
});

/** Columns in the order of the table, but the best column of a target before its variants. */
function mappingOf(proposals: readonly ColumnProposal[]): Mapping {
  const columns = proposals.flatMap(({ mapping }) => (mapping ? [mapping] : []));
  const isFallback = ({ column, target }: ColumnMapping) =>
    columns.some((other) => other.target === target && isVariant(column, other.column));
  return {
    columns: [...columns.filter((column) => !isFallback(column)), ...columns.filter(isFallback)],
    constants: [],
  };
}

/** A name is needed: when no header says it, the first column of short and mostly different texts. */
function ensureName(
  candidates: Map<string, Candidate>,
  table: Table,
  contents: ReadonlyMap<string, ColumnContent>,
): void {
  const mapped = (target: TargetKey) => [...candidates].find(([, { mapping }]) => mapping?.target === target)?.[0];
  if (mapped('name') !== undefined) return;
  const shortName = mapped('shortName');
  const guess =
    shortName ??
    table.columns.find((column) => {
      const content = contents.get(column);
      if (!content || candidates.get(column)?.mapping || content.filled < content.total * 0.8) return false;
      const texts = content.values.filter(
        (value) => typeof value === 'string' && /\p{L}{3}/u.test(value) && value.length <= 150,
      );
      return texts.length >= content.values.length * 0.9 && content.distinct >= content.filled * 0.5;
    });
  if (guess !== undefined)
    candidates.set(guess, {
      mapping: { column: guess, target: 'name' },
      certainty: 'likely',
      because: 'la première colonne de noms',
    });
}

/** Proposes what each column of a table means, from its header first and its values next. */
export function proposeMapping(table: Table): { mapping: Mapping; proposals: readonly ColumnProposal[] } {
  const contents = new Map(table.columns.map((column) => [column, columnContent(column, table.rows)]));
  const coordinates = coordinateCandidates(table);
  const candidates = new Map<string, Candidate>();
  for (const column of table.columns) {
    const content = contents.get(column);
    if (!content) continue;
    const candidate =
      coordinates.get(column) ??
      (content.filled === 0
        ? undefined
        : (slotCandidate(column, content) ?? headerCandidate(column, content) ?? contentCandidate(column, content)));
    const target = candidate?.mapping?.target;
    const isStrayCoordinate = target === 'coordinates' && !coordinates.has(column) && coordinates.size > 0;
    candidates.set(
      column,
      candidate === undefined || isStrayCoordinate ? left(content.filled === 0 ? 'colonne vide' : '') : candidate,
    );
  }
  const isFree = (column: string) => candidates.get(column)?.mapping === null;
  for (const [column, candidate] of tagCandidates(table.columns, contents, isFree)) candidates.set(column, candidate);
  settleRivals(candidates, contents);
  ensureName(candidates, table, contents);
  const proposals = table.columns.map((column): ColumnProposal => {
    const { mapping, certainty, because } = candidates.get(column) ?? left('');
    const content = contents.get(column);
    return { column, mapping, certainty, because, samples: content?.samples ?? [], filled: content?.filled ?? 0 };
  });
  return { mapping: mappingOf(proposals), proposals };
}
