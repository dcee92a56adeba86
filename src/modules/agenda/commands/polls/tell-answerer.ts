import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { pollAnsweredMail, pollClosedMail } from '../../emails/poll-mails.ts';
import { agendaPollAnswers } from '../../tables.ts';

/** Mails whoever answered the way back to her answer. Run once by a job, without actor. */
export const thankAnswerer = command({
  name: 'agenda.thank-answerer',
  input: z.object({ id: z.uuid(), href: z.url(), hubName: z.string() }),
  allow: (actor) => actor === null,
  async run(work, { id, href, hubName }) {
    const [answer] = await work.db.select().from(agendaPollAnswers).where(eq(agendaPollAnswers.id, id));
    if (!answer || answer.email === '') return refuse('nothing_to_tell');
    await sendMail(work, {
      kind: 'agenda.poll-answered',
      to: { address: answer.email, ...(answer.personId ? { personId: answer.personId } : {}) },
      ...pollAnsweredMail({ href, hubName }),
    });
    work.record({ subjectKind: 'poll', subjectId: answer.pollId, summary: 'Réponse à un sondage : lien envoyé' });
    return accept({ id });
  },
});

/** Mails whoever answered which date was kept, once, with its calendar file. Run by a job, without actor. */
export const tellAnswererOfDate = command({
  name: 'agenda.tell-answerer',
  input: z.object({
    id: z.uuid(),
    title: z.string(),
    /** « mardi 3 mars, de 18 h à 20 h », and where. */
    when: z.string(),
    place: z.string(),
    hubName: z.string(),
    calendar: z.object({ filename: z.string(), contentType: z.string(), text: z.string() }).nullable(),
  }),
  allow: (actor) => actor === null,
  async run(work, { id, calendar, ...told }) {
    const [answer] = await work.db
      .update(agendaPollAnswers)
      .set({ toldAt: work.now() })
      .where(and(eq(agendaPollAnswers.id, id), isNull(agendaPollAnswers.toldAt)))
      .returning();
    if (!answer || answer.email === '') return refuse('nothing_to_tell');
    const { subject, body } = pollClosedMail(told);
    await sendMail(work, {
      kind: 'agenda.poll-closed',
      to: { address: answer.email, name: answer.name, ...(answer.personId ? { personId: answer.personId } : {}) },
      subject,
      body: { ...body, ...(calendar ? { attachments: [calendar] } : {}) },
    });
    work.record({ subjectKind: 'poll', subjectId: answer.pollId, summary: 'Date choisie : une personne prévenue' });
    return accept({ id });
  },
});
