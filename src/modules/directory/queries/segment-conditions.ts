import { sql } from 'drizzle-orm';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import { peopleBehind } from '#modules/identity/index.ts';

/** What the directory says of people. */
export const directoryConditions: readonly SegmentCondition[] = [
  {
    key: 'directory.contact',
    group: 'Dans une structure',
    label: 'est le contact d’une fiche de l’annuaire',
    contrary: 'n’est le contact d’aucune fiche de l’annuaire',
    people: () =>
      peopleBehind(sql`select c.person_id, c.email, c.name from contact_persons c
        join organizations o on o.hub_id = c.hub_id and o.id = c.organization_id
        where o.trashed_at is null and o.status = 'published'`),
  },
];
