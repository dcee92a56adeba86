import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { programmeChanged } from '../facts.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { programmes } from '../tables.ts';
import { beginProgramme } from './lock-programme.ts';

const words = z.string().trim().max(600, 'Ce texte tient en 600 caractères.').default('');

/** What everyone sees of a programme, and who may take part in it. */
export const saveProgramme = command({
  name: 'programme.save-settings',
  input: z.object({
    eventId: z.uuid(),
    /** Null when none was begun. */
    version: z.int().positive().nullable(),
    isPublished: z.boolean(),
    intro: words,
    takesStands: z.boolean(),
    standNote: words,
    takesVolunteers: z.boolean(),
    volunteerNote: words,
  }),
  allow: mayKeepProgrammes,
  async run(work, { eventId, version, ...fields }) {
    const locked = await beginProgramme(work, eventId);
    if (!locked) return refuse('not_found');
    const { event, programme } = locked;
    if (version !== null && programme.version !== version) return refuse('edited_meanwhile');
    await work.db
      .update(programmes)
      .set({ ...fields, version: programme.version + 1, updatedAt: work.now() })
      .where(eq(programmes.eventId, eventId));
    work.publish(programmeChanged(eventId));
    const became = fields.isPublished === programme.isPublished ? 'réglé' : fields.isPublished ? 'publié' : 'dépublié';
    work.record({
      subjectKind: 'event',
      subjectId: eventId,
      summary: `Programme de « ${event.fields.title} » ${became}`,
    });
    return accept({ version: programme.version + 1 });
  },
});
