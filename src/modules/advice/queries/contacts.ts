import { inArray } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { Reader } from '#platform/db/database.ts';
import { adviceContacts } from '../tables.ts';

/** The person a visitor may turn to. */
export interface NamedContact {
  name: string;
  role: string;
  phone: string;
  imageId: string | null;
}

/** Who answers people of this situation, or everyone when nobody is named for it; null when nobody is. */
export async function contactFor(ctx: Context, profile: string | null = null): Promise<NamedContact | null> {
  const wanted = [...new Set(['', profile ?? ''])];
  const found = await ctx.db
    .select({
      situation: adviceContacts.situation,
      name: adviceContacts.name,
      role: adviceContacts.role,
      phone: adviceContacts.phone,
      imageId: adviceContacts.imageId,
    })
    .from(adviceContacts)
    .where(inArray(adviceContacts.situation, wanted));
  const contact = found.find((one) => one.situation === profile) ?? found.find((one) => one.situation === '');
  if (!contact) return null;
  const { situation: _situation, ...shown } = contact;
  return shown;
}

/** Who answers, by situation. */
export async function allContacts(db: Reader): Promise<ReadonlyMap<string, NamedContact>> {
  const rows = await db.select().from(adviceContacts);
  return new Map(rows.map(({ situation, name, role, phone, imageId }) => [situation, { name, role, phone, imageId }]));
}
