import { sql, type SQL } from 'drizzle-orm';
import type { Reader } from '../db/database.ts';
import { correctedWords } from './corrected-words.ts';
import { markEnd, markedPieces, markStart, type MarkedPiece } from './marked-text.ts';
import { anyOf, queryOf, unitsOf } from './search-query.ts';
import type { Visibility } from './search.ts';
import { searchWords, wordsKey } from './search-words.ts';
import { synonymsOf } from './synonyms.ts';

/** A thing found, as results show it. */
export interface FoundEntry {
  kind: string;
  subjectId: string;
  path: string;
  title: MarkedPiece[];
  /** Its one line, or an excerpt of its text around the words when the line does not hold them. */
  text: MarkedPiece[];
  state: string;
}

export interface FoundEntries {
  /** How many answer, by kind, whatever the kind asked. */
  counts: ReadonlyMap<string, number>;
  entries: FoundEntry[];
  /** The words really searched, when those typed were unknown. */
  corrected: string | null;
  /** When nothing answers all the words: what answers some of them. */
  related: FoundEntry[];
}

export interface EntriesQuestion {
  text: string;
  kind: string | null;
  visibilities: readonly Visibility[];
  page: number;
  pageSize: number;
}

/** So many entries are put in order, no more: further ones need one more word. */
export const mostRanked = 300;
/** Counting stops there. */
export const mostCounted = 20_000;

const mostRelated = 6;

/** One page of everything that answers and that the reader may see, the best first, with the counts of each kind. */
export async function findEntries(db: Reader, question: EntriesQuestion): Promise<FoundEntries> {
  const words = searchWords(question.text);
  const nothing = { counts: new Map<string, number>(), entries: [], corrected: null, related: [] };
  if (words.length === 0) return nothing;
  const found = await answering(db, words, question);
  if (found.counts.size > 0) return { ...nothing, ...found };
  const corrected = await correctedWords(db, words, question.visibilities);
  const again = corrected && (await answering(db, corrected, question));
  if (corrected && again && again.counts.size > 0) return { ...nothing, ...again, corrected: corrected.join(' ') };
  return { ...nothing, related: await relatedTo(db, corrected ?? words, question.visibilities) };
}

async function answering(
  db: Reader,
  words: readonly string[],
  { kind, visibilities, page, pageSize }: EntriesQuestion,
): Promise<Pick<FoundEntries, 'counts' | 'entries'>> {
  const query = queryOf(unitsOf(words, await synonymsOf(db, words)));
  return foundPage(db, query, {
    title: wordsKey(words.join(' ')),
    kind,
    visibilities,
    limit: pageSize,
    offset: (page - 1) * pageSize,
    isCounted: true,
  });
}

async function relatedTo(
  db: Reader,
  words: readonly string[],
  visibilities: readonly Visibility[],
): Promise<FoundEntry[]> {
  if (words.length < 2) return [];
  const query = anyOf(unitsOf(words, await synonymsOf(db, words)));
  const asked = { title: '', kind: null, visibilities, limit: mostRelated, offset: 0, isCounted: false };
  return (await foundPage(db, query, asked)).entries;
}

interface Row extends Record<string, unknown> {
  kind: string;
  /** How many of the kind; the rest of the row then says nothing. */
  total: number | null;
  subject_id: string;
  path: string;
  state: string;
  title: string;
  line: string;
  excerpt: string | null;
}

interface PageAsked {
  title: string;
  kind: string | null;
  visibilities: readonly Visibility[];
  limit: number;
  offset: number;
  isCounted: boolean;
}

// Long texts are looked into by their beginning: finding the best excerpt takes its time with their length.
const readForExcerpt = 4_000;
const whole = `StartSel=${markStart}, StopSel=${markEnd}, HighlightAll=true`;
const around = `StartSel=${markStart}, StopSel=${markEnd}, MaxWords=30, MinWords=18, ShortWord=2`;

// Rows are found one by one: the planner expects a thousand of them from the function, and would read the whole table.
async function foundPage(
  db: Reader,
  query: SQL,
  { title, kind, visibilities, limit, offset, isCounted }: PageAsked,
): Promise<Pick<FoundEntries, 'counts' | 'entries'>> {
  const { rows } = await db.execute<Row>(sql`
    with asked as materialized (select ${query} as query),
    found as materialized (
      select f.kind, f.subject_id, f.total, f.place from asked,
        essaim_search_page(asked.query, ${title}, ${kind}, ${listOf(visibilities)}, ${limit}, ${offset}, ${isCounted})
          with ordinality as f (kind, subject_id, total, place)
    ), shown as materialized (
      select f.place, f.kind, f.total, e.subject_id, e.path, e.state, e.body,
        ts_headline('french_plain', e.title, asked.query, ${whole}) as title,
        ts_headline('french_plain', e.summary, asked.query, ${whole}) as line
      from asked, found f left join lateral (
        select * from search_entries s where s.hub_id = essaim_hub() and s.kind = f.kind and s.subject_id = f.subject_id limit 1
      ) e on f.total is null
    )
    select s.kind, s.total, s.subject_id, s.path, s.state, s.title, s.line,
      case when position(${markStart} in s.line) = 0 and s.body <> ''
        then ts_headline('french_plain', left(s.body, ${readForExcerpt}), asked.query, ${around}) end as excerpt
    from shown s, asked where s.total is not null or s.path is not null order by s.place`);
  return {
    counts: new Map(rows.flatMap((row) => (row.total === null ? [] : [[row.kind, row.total]]))),
    entries: rows.filter((row) => row.total === null).map(entryOf),
  };
}

function entryOf(row: Row): FoundEntry {
  return {
    kind: row.kind,
    subjectId: row.subject_id,
    path: row.path,
    state: row.state,
    title: markedPieces(row.title),
    text: textOf(row),
  };
}

function textOf({ line, excerpt }: Row): MarkedPiece[] {
  if (!excerpt?.includes(markStart)) return markedPieces(line);
  return [
    { text: '… ', isFound: false },
    ...markedPieces(excerpt.replace(/\s+/g, ' ').trim()),
    { text: ' …', isFound: false },
  ];
}

const listOf = (visibilities: readonly Visibility[]): SQL => sql`${`{${visibilities.join(',')}}`}::text[]`;
