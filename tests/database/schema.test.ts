import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
const declared = new Map<string, ReturnType<typeof getTableConfig>>();
beforeAll(async () => {
  database = await openTestDatabase();
  for (const file of globSync('src/**/tables.ts')) {
    const exported = (await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown>;
    for (const value of Object.values(exported))
      if (is(value, PgTable)) declared.set(getTableConfig(value).name, getTableConfig(value));
  }
});
afterAll(() => database.close());

/** Columns of a table as PostgreSQL has them: type and whether they may be empty. */
async function columnsOf(table: string): Promise<Map<string, { type: string; notNull: boolean; hasDefault: boolean }>> {
  const { rows } = await database.ownerPool.query<{
    name: string;
    type: string;
    notNull: boolean;
    hasDefault: boolean;
  }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as "notNull", atthasdef or attidentity <> '' as "hasDefault"
      from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  return new Map(rows.map(({ name, ...column }) => [name, column]));
}

const usual: Record<string, string> = { 'timestamp with time zone': 'timestamptz', int4: 'integer', int8: 'bigint' };
const plain = (type: string): string => usual[type] ?? type.replaceAll(', ', ',');

test('every table declared exists with its columns, types and rules', async () => {
  expect(declared.size).toBeGreaterThan(15);
  const wrong: string[] = [];
  for (const [name, { columns, primaryKeys }] of declared) {
    const known = await columnsOf(name);
    for (const column of columns) {
      const found = known.get(column.name);
      if (!found) {
        wrong.push(`${name}.${column.name} does not exist`);
        continue;
      }
      if (plain(found.type) !== plain(column.getSQLType()))
        wrong.push(`${name}.${column.name} is ${found.type}, declared ${column.getSQLType()}`);
      if (!column.generated && found.notNull !== (column.notNull || column.primary))
        wrong.push(`${name}.${column.name} ${found.notNull ? 'is required' : 'may be empty'}, declared otherwise`);
      if (column.hasDefault && !column.defaultFn && !found.hasDefault)
        wrong.push(`${name}.${column.name} has no default`);
    }
    // A required column that the code does not know cannot be written.
    for (const [column, { notNull, hasDefault }] of known) {
      if (notNull && !hasDefault && !columns.some((one) => one.name === column))
        wrong.push(`${name}.${column} is required and not declared`);
    }
    const key =
      primaryKeys[0]?.columns.map((column) => column.name) ??
      columns.filter((column) => column.primary).map((column) => column.name);
    const { rows } = await database.ownerPool.query<{ key: string[] }>(
      `select array_agg(a.attname::text order by k.rank) as key from pg_index i, unnest(i.indkey::int[]) with ordinality as k (number, rank)
        join pg_attribute a on a.attnum = k.number and a.attrelid = $1::regclass where i.indrelid = $1::regclass and i.indisprimary`,
      [name],
    );
    if (key.length > 0 && rows[0]?.key.join() !== key.join())
      wrong.push(`${name}: key ${rows[0]?.key.join()}, declared ${key.join()}`);
  }
  expect(wrong).toEqual([]);
});
