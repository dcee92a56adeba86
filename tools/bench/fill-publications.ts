import type { BenchHub } from './bench-hub.ts';
import { newId } from '#platform/ids/ids.ts';
import { fictionalWords } from './fictional-structures.ts';
import { seeded } from './seeded.ts';

const inOneGo = 1_000;
const kinds = ['news', 'resource', 'story', 'project', 'action', 'experience', 'watch', 'news'];

// Most words of a language are seldom said: made of syllables, they come after those of our lists.
const seldom = 2_200;
const syllables = ['ba', 'lor', 'mi', 'tu', 'ven', 'co', 'sar', 'du', 'pli', 'gan', 'fe', 'rou', 'ta'];

function vocabulary(): string[] {
  const made = Array.from({ length: seldom }, (_, index) =>
    [index, index * 5 + 3, Math.floor(index / 13), Math.floor(index / 169) + 7]
      .map((at) => syllables[at % syllables.length] ?? '')
      .join(''),
  );
  return [...new Set([...fictionalWords, ...made])];
}

/**
 * Adds published things of every kind with their search entries until the hub has about this many, in SQL: commands
 * would take minutes to write what is only to be read.
 */
export async function fillPublications(hub: BenchHub, count: number): Promise<void> {
  const { hubId } = hub.ctx;
  const { rows } = await hub.owner.query<{ count: number }>(
    `select count(*)::int as count from publications where hub_id = $1 and slug like 'banc-%'`,
    [hubId],
  );
  const random = seeded(count);
  const words = vocabulary();
  // Drawn unevenly, as in a language: the first of the list everywhere, the last hardly anywhere.
  const text = (length: number): string =>
    Array.from({ length }, () => words[Math.floor(random.next() ** 1.7 * words.length)] ?? '').join(' ');
  const client = await hub.owner.connect();
  try {
    await client.query(`select set_config('essaim.hub', $1, false)`, [hubId]);
    for (let from = rows[0]?.count ?? 0; from < count; from += inOneGo) {
      const list = Array.from({ length: Math.min(inOneGo, count - from) }, (_, index) => ({
        id: newId(),
        n: from + index,
        kind: kinds[(from + index) % kinds.length],
        title: `${text(4)} ${from + index}`.slice(0, 200),
        line: text(14).slice(0, 140),
        body: text(90),
      }));
      await client.query(insertRows, [JSON.stringify(list)]);
    }
    await client.query(`select pg_notify('essaim_site', $1)`, [hubId]);
  } finally {
    client.release();
  }
  await hub.owner.query('vacuum analyze');
}

const insertRows = `with rows as (
    select id, n, kind, title, line, body, now() - (n % 900) * interval '1 day' as at
    from jsonb_to_recordset($1::jsonb) as r (id uuid, n int, kind text, title text, line text, body text)
  ), things as (
    insert into publications (hub_id, id, kind, slug, status, title, line, brief, body, published_at, created_at, updated_at)
    select essaim_hub(), id, kind, 'banc-' || n, 'published', title, line, line, '<p>' || body || '</p>', at, at, at from rows
  ), addresses as (
    insert into publication_slugs (hub_id, kind, slug, publication_id, since)
    select essaim_hub(), kind, 'banc-' || n, id, at from rows
  )
  select count(essaim_index(kind, id, title, line, '/x/banc-' || n, 'public', '', line, body, '', at::date)) from rows`;

/** Takes away all that was added, so that what is measured next stands on the directory alone. */
export async function removePublications(hub: BenchHub): Promise<void> {
  const own = `in (select id from publications where hub_id = $1 and slug like 'banc-%')`;
  await hub.owner.query(`delete from search_entries where hub_id = $1 and subject_id ${own}`, [hub.ctx.hubId]);
  await hub.owner.query(`delete from publication_slugs where hub_id = $1 and publication_id ${own}`, [hub.ctx.hubId]);
  await hub.owner.query(`delete from publications where hub_id = $1 and slug like 'banc-%'`, [hub.ctx.hubId]);
  await hub.owner.query('vacuum analyze');
}

/** Published structures with nothing but a name: enough for a site map. */
export async function addBareStructures(hub: BenchHub, count: number): Promise<void> {
  await hub.owner.query(
    `insert into organizations (hub_id, id, slug, name, name_key, status)
      select $1, gen_random_uuid(), 'banc-' || n, 'Banc ' || n, 'banc ' || n, 'published' from generate_series(1, $2::int) n`,
    [hub.ctx.hubId, count],
  );
  await hub.owner.query('vacuum analyze organizations');
}

export async function removeBareStructures(hub: BenchHub): Promise<void> {
  await hub.owner.query(`delete from organizations where hub_id = $1 and slug like 'banc-%'`, [hub.ctx.hubId]);
  await hub.owner.query('vacuum analyze organizations');
}
