import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { standMail } from '../emails/stand-mails.ts';
import { programmeChanged } from '../facts.ts';
import { linkPurposes, ownStandPath } from '../paths.ts';
import { mayKeepProgrammes } from '../policy.ts';
import type { ProgrammeDependencies } from '../ports.ts';
import { readStand, readZones } from '../queries/stored-programme.ts';
import { programmeStands } from '../tables.ts';
import { placeRefusal } from './fit-stand.ts';
import { lockProgramme } from './lock-programme.ts';
import { standPlacing } from './stand-fields.ts';

/** The team accepts a stand where it fits, or declines it with a word; whoever asked is told once. */
export const answerStand = ({
  links,
  originOf,
  hubLook,
}: Pick<ProgrammeDependencies, 'links' | 'originOf' | 'hubLook'>) =>
  command({
    name: 'programme.answer-stand',
    input: z.object({
      eventId: z.uuid(),
      id: z.uuid(),
      version: z.int().positive(),
      verdict: z.enum(['accepted', 'declined']),
      answer: z.string().trim().max(600, 'Ce mot tient en 600 caractères.').default(''),
      ...standPlacing.shape,
    }),
    allow: mayKeepProgrammes,
    async run(work, { eventId, id, version, verdict, answer, zoneId, mark }) {
      const locked = await lockProgramme(work, eventId);
      const stand = await readStand(work.db, id);
      if (!locked || stand?.eventId !== eventId) return refuse('not_found');
      if (stand.version !== version) return refuse('edited_meanwhile');
      if (stand.state === 'withdrawn') return refuse('withdrawn');
      if (stand.state === verdict) return accept({ id, told: false });
      const refusal = verdict === 'accepted' ? await placeRefusal(work, eventId, { ...stand, zoneId }) : null;
      if (refusal) return refuse(refusal.reason, { fields: refusal.fields });
      const placing = verdict === 'accepted' ? { zoneId, mark } : { zoneId: null, mark: '' };
      await work.db
        .update(programmeStands)
        .set({ state: verdict, answer, ...placing, version: version + 1, updatedAt: work.now() })
        .where(eq(programmeStands.id, id));
      if (stand.email) {
        const origin = await originOf(work.hubId);
        const { name: hubName } = await hubLook(work.hubId);
        const zones = await readZones(work.db, eventId);
        const zone = zones.find((one) => one.id === placing.zoneId);
        const href = `${origin}${ownStandPath(locked.event.slug, links.write(linkPurposes.stand, work.hubId, id))}`;
        const place = [zone?.name, mark && `emplacement ${mark}`].filter(Boolean).join(', ');
        await sendMail(work, {
          kind: 'programme.stand',
          to: { address: stand.email, ...(stand.personId ? { personId: stand.personId } : {}) },
          ...standMail(verdict, { event: locked.event.fields.title, hubName, href, answer, place }),
        });
      }
      work.publish(programmeChanged(eventId));
      const said = verdict === 'accepted' ? 'accepté' : 'refusé';
      work.record({ subjectKind: 'event', subjectId: eventId, summary: `Stand «  ${stand.name} » ${said}` });
      return accept({ id, told: stand.email !== '' });
    },
  });

/** Whoever asked gives up the stand, by the private link; or the team for her. Its place is free at once. */
export const withdrawStand = command({
  name: 'programme.withdraw-stand',
  input: z.object({ eventId: z.uuid(), id: z.uuid() }),
  // The signed link is the right; the route reads it.
  allow: () => true,
  async run(work, { eventId, id }) {
    const locked = await lockProgramme(work, eventId);
    const stand = await readStand(work.db, id);
    if (!locked || stand?.eventId !== eventId) return refuse('not_found');
    if (stand.state === 'withdrawn') {
      work.record({ subjectKind: 'event', subjectId: eventId, summary: `Stand « ${stand.name} » : déjà retiré` });
      return accept({ id });
    }
    await work.db
      .update(programmeStands)
      .set({ state: 'withdrawn', zoneId: null, mark: '', version: stand.version + 1, updatedAt: work.now() })
      .where(eq(programmeStands.id, id));
    work.publish(programmeChanged(eventId));
    work.record({ subjectKind: 'event', subjectId: eventId, summary: `Stand «  ${stand.name} » retiré` });
    return accept({ id });
  },
});
