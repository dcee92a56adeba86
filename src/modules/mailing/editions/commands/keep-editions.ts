import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { isWritable } from '../../domain/edition.ts';
import { mayKeepMailings } from '../../policy.ts';
import { editionFields } from '../edition-fields.ts';
import { networkEditions } from '../tables.ts';
import { lockEdition, todayOf } from './saving.ts';

/** Opens a letter that the actors will write. */
export const openEdition = command({
  name: 'mailing.open-edition',
  input: editionFields,
  allow: mayKeepMailings,
  async run(work, fields) {
    if (Temporal.PlainDate.compare(fields.closesOn, todayOf(work)) < 0)
      return refuse('past', { fields: { closesOn: 'Choisissez un jour à venir.' } });
    const id = work.newId();
    await work.db
      .insert(networkEditions)
      .values({ ...fields, id, createdBy: work.actor?.name ?? '', createdAt: work.now() });
    work.record({ subjectKind: 'edition', subjectId: id, summary: `Lettre des acteurs « ${fields.title} » ouverte` });
    return accept({ id });
  },
});

/** Changes its title, question, introduction or last day; a later day opens it again. */
export const changeEdition = command({
  name: 'mailing.change-edition',
  input: editionFields.extend({ id: z.uuid(), version: z.coerce.number().int() }),
  allow: mayKeepMailings,
  async run(work, { id, version, ...fields }) {
    const edition = await lockEdition(work, id);
    if (!edition) return refuse('not_found');
    if (edition.version !== version) return refuse('changed_meanwhile');
    if (edition.state === 'gathered') return refuse('already_gathered');
    const state = isWritable({ state: 'open', closesOn: fields.closesOn }, todayOf(work)) ? 'open' : edition.state;
    await work.db
      .update(networkEditions)
      .set({ ...fields, state, version: sql`version + 1` })
      .where(eq(networkEditions.id, id));
    work.record({ subjectKind: 'edition', subjectId: id, summary: `Lettre des acteurs « ${fields.title} » changée` });
    return accept(null);
  },
});

/** Nobody writes in it any more. */
export const closeEdition = command({
  name: 'mailing.close-edition',
  input: z.object({ id: z.uuid() }),
  allow: mayKeepMailings,
  async run(work, { id }) {
    const edition = await lockEdition(work, id);
    if (!edition) return refuse('not_found');
    if (edition.state !== 'open') return refuse('not_open');
    await work.db
      .update(networkEditions)
      .set({ state: 'closed', version: sql`version + 1` })
      .where(eq(networkEditions.id, id));
    work.record({ subjectKind: 'edition', subjectId: id, summary: `Lettre des acteurs « ${edition.title} » close` });
    return accept(null);
  },
});
