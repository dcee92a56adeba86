import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { contactAnswerMail } from '../emails/contact-answer-mail.ts';
import { mayAnswerVisitors } from '../policy.ts';
import { readHubSettings } from '../queries/hub-settings.ts';
import { contactMessages } from '../tables.ts';

/** Answers a visitor by mail, or notes that she was answered otherwise. A message is answered once. */
export const answerContactMessage = command({
  name: 'hub.answer-contact-message',
  input: z.object({
    id: z.uuid(),
    answer: z.string().trim().max(10_000, 'C’est trop long : 10 000 caractères au plus.'),
    by: z.enum(['mail', 'otherwise']),
  }),
  allow: mayAnswerVisitors,
  async run(ctx, { id, answer, by }) {
    if (by === 'mail' && !answer)
      return refuse('empty_answer', { fields: { answer: 'Écrivez votre réponse avant de l’envoyer.' } });
    const [message] = await ctx.db
      .update(contactMessages)
      .set({ answeredAt: ctx.now(), answeredBy: ctx.actor?.name ?? '', answer: answer || null })
      .where(and(eq(contactMessages.id, id), isNull(contactMessages.answeredAt)))
      .returning();
    if (!message) return refuse('already_answered');
    if (by === 'mail') {
      if (!message.email)
        return refuse('no_address', { fields: { answer: 'Cette personne n’a laissé qu’un téléphone : rappelez-la.' } });
      const hub = await readHubSettings(ctx.db, ctx.hubId);
      await sendMail(
        ctx,
        contactAnswerMail({
          hub: { name: hub?.name ?? '', email: hub?.email ?? null },
          to: { name: message.name, email: message.email },
          text: answer,
          question: message.message,
        }),
      );
    }
    ctx.record({
      subjectKind: 'contact-message',
      subjectId: id,
      summary: by === 'mail' ? 'Réponse envoyée par mail à un message' : 'Message noté comme répondu',
    });
    return accept(null);
  },
});
