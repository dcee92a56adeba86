import type { Readable } from 'node:stream';
import type { ClientBase } from 'pg';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** A table and what to copy of it. */
export interface CopiedTable {
  name: string;
  columns: string[];
  primaryKey: string[];
}

/** Tables of the site, parents before children, so that they can be filled in this order with their foreign keys on. */
export async function tablesInOrder(client: ClientBase): Promise<CopiedTable[]> {
  const { rows: tables } = await client.query<CopiedTable>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i join unnest(i.indkey) with ordinality k(attnum, place) on true
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary order by k.place) as "primaryKey"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`);
  const { rows: links } = await client.query<{ child: string; parent: string }>(`
    select distinct conrelid::regclass::text as child, confrelid::regclass::text as parent
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`);
  const ordered: CopiedTable[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      (table) => !links.some((link) => link.child === table.name && waiting.has(link.parent)),
    );
    if (ready.length === 0)
      throw new Error(`foreign keys go round in a circle between ${[...waiting.keys()].join(', ')}`);
    for (const table of ready) {
      ordered.push(table);
      waiting.delete(table.name);
    }
  }
  return ordered;
}

/** The rows of a table as PostgreSQL writes them, in the order of the primary key: the same rows give the same bytes. */
export function readTable(client: ClientBase, table: CopiedTable): Readable {
  const order = table.primaryKey.length > 0 ? ` order by ${names(table.primaryKey)}` : '';
  return client.query(
    copyTo(`copy (select ${names(table.columns)} from ${pg.escapeIdentifier(table.name)}${order}) to stdout`),
  );
}

/** Where to write such rows back. */
export function fillTable(client: ClientBase, table: CopiedTable): NodeJS.WritableStream {
  return client.query(copyFrom(`copy ${pg.escapeIdentifier(table.name)} (${names(table.columns)}) from stdin`));
}

function names(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(', ');
}
