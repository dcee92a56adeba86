import { sql } from 'drizzle-orm';
import type { CommandContext } from '#platform/context/context.ts';

/** The referrer of this name, made when nobody is called so yet; case and accents aside. Null for no name. */
export async function referrerNamed(work: CommandContext, name: string): Promise<string | null> {
  if (!name) return null;
  await work.db.execute(sql`insert into advice_referrers (id, name, created_at)
    values (${work.newId()}, ${name}, ${work.now().toString()}) on conflict (hub_id, essaim_fold(name)) do nothing`);
  const { rows } = await work.db.execute<{ id: string }>(
    sql`select id from advice_referrers where essaim_fold(name) = essaim_fold(${name})`,
  );
  return rows[0]?.id ?? null;
}
