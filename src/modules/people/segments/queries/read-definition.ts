import { sql, type SQL } from 'drizzle-orm';
import type { SegmentCondition, SegmentReading } from '#platform/contributions/module.ts';
import { isFit, type ChosenCondition, type SegmentDefinition } from '../domain/segment-definition.ts';
import { dayInWords, segmentSentence } from '../domain/segment-sentence.ts';

/** A condition of a segment with its words. */
export interface ReadCondition extends ChosenCondition {
  /** Null when no module knows this condition any more. */
  readonly known: SegmentCondition | null;
  readonly words: string;
  /** The value as it is read: « Bain-de-Bretagne ». */
  readonly valueWords: string;
  readonly choices: readonly { value: string; label: string }[];
  /** A value is missing, not fit, or is a choice that is gone. */
  readonly needsValue: boolean;
}

/** A segment as people read it and as the database answers it. */
export interface ReadSegment {
  readonly definition: SegmentDefinition;
  readonly conditions: readonly ReadCondition[];
  readonly sentence: string;
  /** A select of one column, `person_id`; null while a condition says nothing: a segment in doubt is of nobody. */
  readonly people: SQL | null;
  /** The same people with `has_email`, where a condition already reads who has one; null where none does. */
  readonly withEmail: SQL | null;
}

/** The condition that says who has a mail address. */
const emailKey = 'people.email';

/** Reads a segment among the conditions that modules know. */
export async function readDefinition(
  ctx: SegmentReading,
  known: readonly SegmentCondition[],
  definition: SegmentDefinition,
): Promise<ReadSegment> {
  const byKey = new Map(known.map((condition) => [condition.key, condition]));
  const conditions = await Promise.all(
    definition.conditions.map((chosen) => readCondition(ctx, byKey.get(chosen.key), chosen)),
  );
  const isKnown = conditions.every(isSound);
  const selects = isKnown ? conditions.map((one) => selectOf(one, ctx)) : [];
  const readsEmail = isKnown && definition.conditions.some(({ key }) => key === emailKey);
  return {
    definition,
    conditions,
    sentence: segmentSentence(
      definition.join,
      conditions.map(({ words, valueWords }) => ({ words, value: valueWords })),
    ),
    people: isKnown ? peopleOf(definition, selects) : null,
    withEmail: readsEmail ? peopleOf(definition, selects, emailKey) : null,
  };
}

async function readCondition(
  ctx: SegmentReading,
  known: SegmentCondition | undefined,
  chosen: ChosenCondition,
): Promise<ReadCondition> {
  if (!known)
    return { ...chosen, known: null, words: '(condition disparue)', valueWords: '', choices: [], needsValue: false };
  const words = chosen.isContrary ? known.contrary : known.label;
  if (!known.value) return { ...chosen, known, words, valueWords: '', choices: [], needsValue: false };
  if (known.value.kind !== 'choice') {
    const fits = isFit(known.value.kind, chosen.value);
    const said = known.value.kind === 'day' && fits ? dayInWords(chosen.value) : chosen.value;
    return { ...chosen, known, words, valueWords: fits ? said : '…', choices: [], needsValue: !fits };
  }
  const choices = await known.value.choices(ctx);
  const label = choices.find(({ value }) => value === chosen.value)?.label;
  return { ...chosen, known, words, valueWords: label ?? '…', choices, needsValue: label === undefined };
}

const isSound = (condition: ReadCondition): boolean => condition.known !== null && !condition.needsValue;

/** Those of whom one condition is true, whichever way it was chosen. */
export function selectOf({ known, value }: ReadCondition, ctx: SegmentReading): SQL {
  if (!known) return sql`select null::uuid as person_id where false`;
  return known.people(value, { today: ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate(), zone: ctx.zone });
}

// Everyone who lives (1) and each list (2, 4, 8…) are added up in one table in memory, read once: no join whose size
// PostgreSQL could guess wrong, no test of each person for each condition.
function peopleOf({ join, conditions }: SegmentDefinition, selects: readonly SQL[], told?: string): SQL {
  const living = sql`from persons p where p.merged_into is null and p.erased_at is null`;
  if (conditions.length === 0) return sql`select p.id as person_id ${living}`;
  const bit = (index: number): number => 2 << index;
  const sum = (keep: (condition: ChosenCondition) => boolean): SQL =>
    sql.raw(String(conditions.reduce((total, one, index) => (keep(one) ? total + bit(index) : total), 0)));
  const lists = selects.map((list, index) => sql`select t.person_id, ${sql.raw(String(bit(index)))} from (${list}) t`);
  const [all, contrary, plain] = [sum(() => true), sum((one) => one.isContrary), sum((one) => !one.isContrary)];
  const holds =
    join === 'all' ? sql`(bit_or(l.bit) & ${all}) = ${plain}` : sql`((bit_or(l.bit) # ${contrary}) & ${all}) <> 0`;
  const toldAt = conditions.findIndex(({ key }) => key === told);
  const alsoTold = toldAt < 0 ? sql`` : sql`, (bit_or(l.bit) & ${sql.raw(String(bit(toldAt)))}) <> 0 as has_email`;
  return sql`select l.person_id${alsoTold} from (select p.id as person_id, 1 as bit ${living}
      union all ${sql.join(lists, sql` union all `)}) l
    group by l.person_id having (bit_or(l.bit) & 1) = 1 and ${holds}`;
}
