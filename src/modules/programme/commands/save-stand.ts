import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { organizationsByName } from '#modules/directory/index.ts';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { programmeChanged } from '../facts.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { readStand } from '../queries/stored-programme.ts';
import { programmeStands } from '../tables.ts';
import { placeRefusal } from './fit-stand.ts';
import { beginProgramme } from './lock-programme.ts';
import { standPlacing, standWishes } from './stand-fields.ts';

/** The team adds a stand, accepted at once, or changes one; it must fit where it is put. */
export const saveStand = command({
  name: 'programme.save-stand',
  input: z.object({
    eventId: z.uuid(),
    id: z.uuid().nullable(),
    version: z.int().positive().nullable(),
    fields: standWishes.extend(standPlacing.shape),
  }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, id, version, fields }) {
    const locked = await beginProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    const stored = id === null ? null : await readStand(work.db, id);
    if (id !== null && stored?.eventId !== eventId) return refuse('not_found');
    if (stored && stored.version !== version) return refuse('edited_meanwhile');
    const kept = id ?? work.newId();
    const state = stored?.state ?? 'accepted';
    const refusal = state === 'accepted' ? await placeRefusal(work, eventId, { ...fields, id: kept }) : null;
    if (refusal) return refuse(refusal.reason, { fields: refusal.fields });
    const now = work.now();
    const organization = (await organizationsByName(work.db, [fields.name])).get(fields.name);
    const row = { ...fields, organizationId: organization?.id ?? null, updatedAt: now };
    if (stored)
      await work.db
        .update(programmeStands)
        .set({ ...row, version: stored.version + 1 })
        .where(eq(programmeStands.id, stored.id));
    else await work.db.insert(programmeStands).values({ id: kept, eventId, state, createdAt: now, ...row });
    work.publish(programmeChanged(eventId));
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: `Stand « ${fields.name} » ${stored ? 'modifié' : 'ajouté'} (« ${locked.event.fields.title} »)`,
    });
    return accept({ id: kept });
  },
});
