import { lt } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { reach } from '../domain/hub-fields.ts';
import { situationNames, situations, type Situation } from '../domain/situations.ts';
import { contactMessageMail } from '../emails/contact-message-mail.ts';
import { readHubSettings } from '../queries/hub-settings.ts';
import { contactMessages } from '../tables.ts';

/** How long a message is kept, as the page on personal data says. */
export const messagesKeptFor = { years: 3 } as const;

/** Leaves a message to the hub, and relays it to its address. Anyone may. */
export const sendContactMessage = command({
  name: 'hub.send-contact-message',
  input: z.object({
    name: z.string().trim().min(2, 'Dites-nous comment vous vous appelez.').max(100, 'Le nom tient en 100 caractères.'),
    reach,
    situation: z.enum(situationNames as [Situation, ...Situation[]]).nullable(),
    message: z
      .string()
      .trim()
      .min(3, 'Écrivez votre message : quelques mots suffisent.')
      .max(5000, 'C’est trop long : 5 000 caractères au plus.'),
  }),
  allow: () => true,
  async run(ctx, input) {
    const [id, now] = [ctx.newId(), ctx.now()];
    const message = { name: input.name, ...input.reach, situation: input.situation, message: input.message };
    await ctx.db
      .insert(contactMessages)
      .values({ ...message, id, personId: ctx.actor?.personId ?? null, receivedAt: now });
    await ctx.db
      .delete(contactMessages)
      .where(lt(contactMessages.receivedAt, now.toZonedDateTimeISO(ctx.zone).subtract(messagesKeptFor).toInstant()));

    const hub = await readHubSettings(ctx.db, ctx.hubId);
    if (hub?.email) {
      const situation = input.situation ? situations[input.situation].label : null;
      await sendMail(
        ctx,
        contactMessageMail({
          hub: { name: hub.name, email: hub.email },
          from: { name: input.name, ...input.reach },
          situation,
          text: input.message,
        }),
      );
    }
    ctx.record({ subjectKind: 'contact-message', subjectId: id, summary: 'Message reçu par le formulaire de contact' });
    return accept({ id });
  },
});
