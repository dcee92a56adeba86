import type pg from 'pg';

/** A table of a hub, as PostgreSQL knows it. */
export interface HubTable {
  name: string;
  isSecured: boolean;
  isForced: boolean;
  primaryKey: string[];
  columns: string[];
}

/** Tables of the installation as a whole: what tells hubs apart, tries counted by hashed keys, migrations done. */
export const installationTables = ['essaim_migrations', 'hub_domains', 'hubs', 'rate_limits'];

/** All tables of the application, those of the installation apart. */
export async function hubTables(pool: pg.Pool): Promise<HubTable[]> {
  const { rows } = await pool.query<HubTable>(
    `select c.relname as name, c.relrowsecurity as "isSecured", c.relforcerowsecurity as "isForced",
        coalesce((select array_agg(a.attname::text order by k.rank) from pg_index i, unnest(i.indkey::int[]) with ordinality as k (number, rank)
          join pg_attribute a on a.attnum = k.number and a.attrelid = c.oid where i.indrelid = c.oid and i.indisprimary), '{}') as "primaryKey",
        (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1) order by 1`,
    [installationTables],
  );
  return rows;
}

/** A fingerprint of all rows of a hub, by table. */
export async function rowsOf(
  pool: pg.Pool,
  tables: readonly HubTable[],
  hubId: string,
): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${name} t where hub_id = $1`,
      [hubId],
    );
    prints[name] = rows[0]?.print ?? '';
  }
  return prints;
}
