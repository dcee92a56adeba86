import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { Log } from '../log/log.ts';
import { wordsKey } from './search-words.ts';

/** One search of a visitor, as it is counted. */
export interface CountedSearch {
  hubId: string;
  text: string;
  /** The day where the hub is, as `2026-11-22`. */
  day: string;
  isFound: boolean;
  /** Where it comes from, so that one visitor counts once; forgotten within the hour, never written. */
  clientIp: string;
}

/** Counts searches aside of the requests, and writes the counts now and then. */
export interface SearchTally {
  note(search: CountedSearch): void;
  /** Writes what is counted so far. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

interface DayCounts {
  hubId: string;
  day: string;
  searches: number;
  missed: number;
  /** Times by words. */
  vain: Map<string, number>;
}

const pause = 10_000;
const anHour = 3_600_000;
// Memory stays bounded whatever is asked: more than this between two writings is not counted by its words.
const mostWaiting = 1_000;
const mostVisitors = 5_000;
const longestKept = 60;

/** Words are kept once they were searched this many times, by this many visitors of one process. */
export const timesBeforeKept = 3;

/**
 * Counts the searches of visitors: how many a day, how many in vain, and which words in vain. `secret` makes prints of
 * words that only this installation can recognise.
 */
export function createSearchTally(deps: {
  forHub: (hubId: string) => Database;
  secret: string;
  log: Log;
}): SearchTally {
  let counts = new Map<string, DayCounts>();
  let waiting = 0;
  let visitors = new Set<string>();
  let visitorsUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  function isNew(who: string): boolean {
    if (performance.now() >= visitorsUntil || visitors.size >= mostVisitors) {
      visitors = new Set();
      visitorsUntil = performance.now() + anHour;
    }
    if (visitors.has(who)) return false;
    visitors.add(who);
    return true;
  }

  async function write(list: readonly DayCounts[]): Promise<void> {
    for (const one of list) {
      try {
        await writeCounts(deps.forHub(one.hubId), one, (words) => printOf(deps.secret, one.hubId, words));
      } catch (error) {
        // Counts are worth less than the site: a database that is away loses them.
        deps.log.warn({ error }, 'searches not counted');
      }
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const list = [...counts.values()];
    counts = new Map();
    waiting = 0;
    writing = writing.then(() => write(list));
    return writing;
  }

  return {
    note({ hubId, text, day, isFound, clientIp }) {
      const words = wordsKey(text);
      if (words === '' || !isNew(`${hubId} ${clientIp} ${words}`)) return;
      const key = `${hubId} ${day}`;
      const own = counts.get(key) ?? { hubId, day, searches: 0, missed: 0, vain: new Map<string, number>() };
      counts.set(key, own);
      own.searches += 1;
      if (!isFound) {
        own.missed += 1;
        if (mayBeKept(text) && (own.vain.has(words) || waiting < mostWaiting)) {
          if (!own.vain.has(words)) waiting += 1;
          own.vain.set(words, (own.vain.get(words) ?? 0) + 1);
        }
      }
      timer ??= setTimeout(() => void flush(), pause).unref();
    },
    flush,
    close: flush,
  };
}

/** Whether what was typed may be shown to the team one day: neither an address of mail nor a number of phone. */
export function mayBeKept(text: string): boolean {
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  return text.trim().length <= longestKept && !text.includes('@') && !/\barobase\b/i.test(text) && digits < 6;
}

function printOf(secret: string, hubId: string, words: string): string {
  return createHmac('sha256', secret).update(`search\n${hubId}\n${words}`).digest('base64url');
}

async function writeCounts(db: Database, counts: DayCounts, print: (words: string) => string): Promise<void> {
  const { day, searches, missed, vain } = counts;
  await db.execute(sql`insert into search_days (day, searches, missed) values (${day}::date, ${searches}, ${missed})
    on conflict (hub_id, day) do update
      set searches = search_days.searches + excluded.searches, missed = search_days.missed + excluded.missed`);
  if (vain.size === 0) return;
  // In one order everywhere, so that two processes that write the same words never wait for each other.
  const rows = [...vain]
    .map(([words, times]) => ({ fingerprint: print(words), words, times }))
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  const list = JSON.stringify(rows);
  await db.execute(sql`insert into missed_searches (fingerprint, day, times)
    select v.fingerprint, ${day}::date, v.times from jsonb_to_recordset(${list}::jsonb) as v (fingerprint text, times int)
    on conflict (hub_id, fingerprint, day) do update set times = missed_searches.times + excluded.times`);
  await db.execute(sql`update missed_searches m set words = v.words
    from jsonb_to_recordset(${list}::jsonb) as v (fingerprint text, words text)
    where m.fingerprint = v.fingerprint and m.words is null
      and (select sum(o.times) from missed_searches o where o.fingerprint = v.fingerprint) >= ${timesBeforeKept}`);
}
