import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';

/** What the hub knows of somebody signed in, as the form of an application asks it: she does not type it again. */
export async function signedInApplicant({ db }: Context, personId: string): Promise<Record<string, string> | null> {
  const { rows } = await db.execute<{ givenName: string; familyName: string; email: string; phone: string }>(sql`
    select p.given_name as "givenName", p.family_name as "familyName",
      coalesce((select c.value from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = 'email'
        order by c.preferred desc, c.created_at limit 1), '') as email,
      coalesce((select c.value from contact_points c where c.hub_id = p.hub_id and c.person_id = p.id and c.kind = 'phone'
        order by c.preferred desc, c.created_at limit 1), '') as phone
    from persons p where p.id = ${personId}::uuid and p.erased_at is null and p.merged_into is null`);
  return rows[0] ?? null;
}
