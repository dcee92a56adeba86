import { z } from 'zod';
import { organizationsByName } from '#modules/directory/index.ts';
import { isPublicEvent } from '#modules/agenda/index.ts';
import { command } from '#platform/command/command.ts';
import { mayStillHear } from '#platform/mail/may-still-hear.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { standMail } from '../emails/stand-mails.ts';
import { standRequested } from '../facts.ts';
import { linkPurposes, ownStandPath } from '../paths.ts';
import { mayTakePart } from '../policy.ts';
import type { ProgrammeDependencies } from '../ports.ts';
import { readStands } from '../queries/stored-programme.ts';
import { programmeStands } from '../tables.ts';
import { lockProgramme } from './lock-programme.ts';
import { standWishes } from './stand-fields.ts';

const mostWaiting = 300;

/** A structure asks for a stand, without account; the team answers. */
export const askForStand = ({
  links,
  originOf,
  hubLook,
}: Pick<ProgrammeDependencies, 'links' | 'originOf' | 'hubLook'>) =>
  command({
    name: 'programme.ask-for-stand',
    input: z.object({
      eventId: z.uuid(),
      fields: standWishes.refine(({ email, phone }) => email !== '' || phone !== '', {
        message: 'Un e-mail ou un téléphone, pour vous répondre.',
        path: ['email'],
      }),
    }),
    allow: mayTakePart,
    async run(work, { eventId, fields }) {
      const locked = await lockProgramme(work, eventId);
      if (!locked || !isPublicEvent(locked.event) || !locked.programme.isPublished) return refuse('not_found');
      if (!locked.programme.takesStands) return refuse('closed');
      const waiting = (await readStands(work.db, eventId)).filter(({ state }) => state === 'proposed');
      if (waiting.length >= mostWaiting) return refuse('too_many');
      const [id, now] = [work.newId(), work.now()];
      const organization = (await organizationsByName(work.db, [fields.name])).get(fields.name);
      await work.db.insert(programmeStands).values({
        id,
        eventId,
        state: 'proposed',
        ...fields,
        organizationId: organization?.id ?? null,
        personId: work.actor?.personId ?? null,
        createdAt: now,
        updatedAt: now,
      });
      const { event } = locked;
      const token = links.write(linkPurposes.stand, work.hubId, id);
      const kind = 'programme.stand';
      if (fields.email && (work.actor !== null || (await mayStillHear(work, { address: fields.email, kind })))) {
        const [origin, { name: hubName }] = await Promise.all([originOf(work.hubId), hubLook(work.hubId)]);
        const href = `${origin}${ownStandPath(event.slug, token)}`;
        await sendMail(work, {
          kind,
          to: { address: fields.email, ...(work.actor ? { personId: work.actor.personId } : {}) },
          ...standMail('received', { event: event.fields.title, hubName, href, answer: '', place: '' }),
        });
      }
      work.publish(standRequested(id, eventId));
      work.record({
        subjectKind: 'event',
        subjectId: eventId,
        summary: `Stand demandé par « ${fields.name} » (« ${event.fields.title} »)`,
      });
      return accept({ id, token });
    },
  });
