import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { isPublicEvent } from '#modules/agenda/index.ts';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { mayStillHear } from '#platform/mail/may-still-hear.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { contactKey } from '../domain/contact-key.ts';
import { shiftRefusal } from '../domain/shift-rules.ts';
import { volunteerMail } from '../emails/volunteer-mails.ts';
import { programmeChanged } from '../facts.ts';
import { overlap } from '../domain/stretch.ts';
import { linkPurposes, ownShiftsPath } from '../paths.ts';
import { mayKeepProgrammes, mayTakePart } from '../policy.ts';
import type { ProgrammeDependencies } from '../ports.ts';
import { readShifts, type StoredShift } from '../queries/stored-programme.ts';
import { shiftInWords } from '../domain/shift-words.ts';
import { programmeShiftTakers, programmeVolunteers } from '../tables.ts';
import { lockProgramme, type LockedProgramme } from './lock-programme.ts';
import { optionalEmail, optionalPhone } from './stand-fields.ts';

type Dependencies = Pick<ProgrammeDependencies, 'links' | 'originOf' | 'hubLook'>;

const input = z.object({
  eventId: z.uuid(),
  shiftIds: z.array(z.uuid()).min(1, 'Choisissez un moment au moins.').max(40),
  name: z.string().trim().min(1, 'Dites votre nom.').max(120, 'Ce nom tient en 120 caractères.'),
  email: optionalEmail,
  phone: optionalPhone,
});
type Typed = z.output<typeof input>;

/** Anyone gives a hand: all the shifts chosen, or none when one of them is full or at the same time as another. */
export const takeShifts = (deps: Dependencies) =>
  command({
    name: 'programme.take-shifts',
    input: input.refine(({ email, phone }) => email !== '' || phone !== '', {
      message: 'Un e-mail ou un téléphone, pour vous joindre.',
      path: ['email'],
    }),
    allow: mayTakePart,
    async run(work, typed) {
      const locked = await lockProgramme(work, typed.eventId);
      if (!locked || !isPublicEvent(locked.event) || !locked.programme.isPublished) return refuse('not_found');
      if (!locked.programme.takesVolunteers) return refuse('closed');
      return enrol(work, deps, {
        locked,
        typed,
        personId: work.actor?.personId ?? null,
        isStranger: true,
      });
    },
  });

/** The team writes someone down, by phone or at the counter; without mail when she has none. */
export const enrolVolunteer = (deps: Dependencies) =>
  command({
    name: 'programme.enrol-volunteer',
    input,
    allow: mayKeepProgrammes,
    async run(work, typed) {
      const locked = await lockProgramme(work, typed.eventId);
      return locked ? enrol(work, deps, { locked, typed, personId: null, isStranger: false }) : refuse('not_found');
    },
  });

async function enrol(
  work: CommandContext,
  { links, originOf, hubLook }: Dependencies,
  {
    locked: { event },
    typed,
    personId,
    isStranger,
  }: {
    locked: LockedProgramme;
    typed: Typed;
    personId: string | null;
    /** Whoever typed that mail or phone may not be its owner: what its owner took before changes nothing to what she reads. */
    isStranger: boolean;
  },
) {
  const { eventId } = typed;
  const all = await readShifts(work.db, eventId);
  const wanted = all.filter(({ id }) => typed.shiftIds.includes(id));
  if (wanted.length !== new Set(typed.shiftIds).size) return refuse('not_found');
  // A phone proves nothing, and no letter goes there: typed by a stranger, it opens a page of its own.
  const id = await volunteerOf(work, typed, { personId, isApart: isStranger && typed.email === '' });
  const hers = all.filter(({ takers }) => takers.includes(id));
  const judged = isStranger ? work.newId() : id;
  const taken = all.map((shift) => ({ ...shift, takers: [...shift.takers] }));
  for (const shift of wanted) {
    const counted = taken.find((one) => one.id === shift.id);
    if (!counted) continue;
    const reason = shiftRefusal(counted, judged, taken);
    if (reason) return refuse(reason, { fields: { shiftIds: problemOf[reason](shift) } });
    counted.takers.push(judged);
  }
  const isBusy = (shift: StoredShift) => hers.some((other) => other.id !== shift.id && overlap(shift, other));
  const [kept, leftOut] = [wanted.filter((shift) => !isBusy(shift)), wanted.filter(isBusy)];
  for (const shift of kept)
    await work.db
      .insert(programmeShiftTakers)
      .values({ eventId, shiftId: shift.id, volunteerId: id, takenAt: work.now() })
      .onConflictDoNothing();
  const token = links.write(linkPurposes.volunteer, work.hubId, id);
  const kind = 'programme.volunteer';
  if (typed.email && (work.actor !== null || (await mayStillHear(work, { address: typed.email, kind })))) {
    const [origin, { name: hubName }] = await Promise.all([originOf(work.hubId), hubLook(work.hubId)]);
    await sendMail(work, {
      kind,
      to: { address: typed.email, name: typed.name, ...(personId ? { personId } : {}) },
      ...volunteerMail({
        event: event.fields.title,
        hubName,
        shifts: kept.map(shiftInWords),
        leftOut: leftOut.map(shiftInWords),
        href: `${origin}${ownShiftsPath(event.slug, token)}`,
      }),
    });
  }
  work.publish(programmeChanged(eventId));
  work.record({
    subjectKind: 'event',
    subjectId: eventId,
    summary: `Bénévole inscrit·e pour « ${event.fields.title} » : ${kept.map(({ task }) => task).join(', ') || 'aucun nouveau moment'}`,
  });
  return accept({ id, token });
}

const problemOf = {
  shift_full: (shift: StoredShift) => `« ${shift.task} » est complet.`,
  volunteer_busy: (shift: StoredShift) => `« ${shift.task} » tombe en même temps qu’un autre de vos moments.`,
} as const;

/** Who she is among the volunteers of that day; told apart by mail, else phone, else name. */
async function volunteerOf(
  work: CommandContext,
  typed: Typed,
  { personId, isApart }: { personId: string | null; isApart: boolean },
): Promise<string> {
  const { eventId, name, email, phone } = typed;
  const id = work.newId();
  const key = isApart ? `${contactKey(typed)} ${id}` : contactKey(typed);
  const [known] = await work.db
    .select({ id: programmeVolunteers.id })
    .from(programmeVolunteers)
    .where(and(eq(programmeVolunteers.eventId, eventId), eq(programmeVolunteers.contactKey, key)));
  if (known) return known.id;
  await work.db
    .insert(programmeVolunteers)
    .values({ id, eventId, name, email, phone, contactKey: key, personId, createdAt: work.now() });
  return id;
}
