import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { isSituation } from '#modules/hub/index.ts';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { adviceSettingsChanged } from '../facts.ts';
import { mayKeepAdvice } from '../policy.ts';
import { colleagueNamed } from '../queries/colleagues.ts';
import { adviceContacts } from '../tables.ts';

const situation = z.string().refine((text) => text === '' || isSituation(text), 'Ce profil n’est pas connu.');

/** Says who answers people of a situation, or everyone else when it is empty. */
export const setAdviceContact = command({
  name: 'advice.set-contact',
  input: z.object({
    situation,
    name: z.string().trim().min(2, 'Qui répond ?').max(100, 'Le nom tient en 100 caractères.'),
    role: z.string().trim().max(100, 'La fonction tient en 100 caractères.').default(''),
    phone: z
      .string()
      .trim()
      .refine((text) => text === '' || /^\+?[\d .()/-]{6,30}$/.test(text), 'Ce numéro ne semble pas complet.')
      .default(''),
    /** Left out: the photo stays as it is. */
    imageId: z.uuid().nullable().optional(),
  }),
  allow: mayKeepAdvice,
  async run(work, { situation: of, imageId, ...shown }) {
    const values = {
      ...shown,
      ...(imageId === undefined ? {} : { imageId }),
      // So that what is shown of somebody of the team goes with her the day she leaves.
      personId: await colleagueNamed(work.db, shown.name),
    };
    await work.db
      .insert(adviceContacts)
      .values({ ...values, id: work.newId(), situation: of })
      .onConflictDoUpdate({ target: [adviceContacts.hubId, adviceContacts.situation], set: values });
    work.publish(adviceSettingsChanged());
    work.record({ subjectKind: 'advice', subjectId: null, summary: 'Personne qui répond aux demandes modifiée' });
    return accept(null);
  },
});

/** Takes away the person named for a situation: the one for everyone answers again. */
export const removeAdviceContact = command({
  name: 'advice.remove-contact',
  input: z.object({ situation }),
  allow: mayKeepAdvice,
  async run(work, { situation: of }) {
    const { rowCount } = await work.db.delete(adviceContacts).where(eq(adviceContacts.situation, of));
    if (rowCount === 0) return refuse('not_found');
    work.publish(adviceSettingsChanged());
    work.record({ subjectKind: 'advice', subjectId: null, summary: 'Personne qui répond aux demandes retirée' });
    return accept(null);
  },
});

/** Renames a referrer; under a name known already, both become one. */
export const renameReferrer = command({
  name: 'advice.rename-referrer',
  input: z.object({
    id: z.uuid(),
    name: z.string().trim().min(1, 'Donnez un nom.').max(80, 'Le nom tient en 80 caractères.'),
  }),
  allow: mayKeepAdvice,
  async run(work, { id, name }) {
    const { rows } = await work.db.execute<{ id: string }>(
      sql`select id from advice_referrers where id = ${id}::uuid or essaim_fold(name) = essaim_fold(${name}) order by id for update`,
    );
    if (!rows.some((row) => row.id === id)) return refuse('not_found');
    const other = rows.find((row) => row.id !== id);
    if (other) {
      await work.db.execute(
        sql`update advice_requests set referrer_id = ${other.id}::uuid where referrer_id = ${id}::uuid`,
      );
      await work.db.execute(sql`delete from advice_referrers where id = ${id}::uuid`);
    } else await work.db.execute(sql`update advice_referrers set name = ${name} where id = ${id}::uuid`);
    work.record({
      subjectKind: 'advice',
      subjectId: null,
      summary: other ? `Prescripteurs réunis sous « ${name} »` : `Prescripteur renommé « ${name} »`,
    });
    return accept(null);
  },
});
