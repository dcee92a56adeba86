import { z } from 'zod';
import { audienceFields } from './audience.ts';
import { mailSubjects } from './mail-subjects.ts';
import { mailingKinds } from './mailing-states.ts';

/** One information as it was read in the module that keeps it, when the mailing was written. */
export const itemFields = z.object({
  kind: z.string().min(1).max(40),
  id: z.uuid(),
  subject: z.enum(mailSubjects),
  title: z.string().min(1).max(300),
  href: z.string().startsWith('/').max(500),
  text: z.string().max(4000),
  facts: z.array(z.tuple([z.string(), z.string()])).max(8),
  isOwn: z.boolean(),
  by: z.string().max(300).default(''),
  pictureId: z.uuid().nullable(),
  publishedAt: z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant),
  expiresAt: z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant).nullable(),
});
export type ItemToWrite = z.output<typeof itemFields>;

/** What the team writes of a mailing. */
export const mailingFields = z.object({
  kind: z.enum(mailingKinds).default('single'),
  subject: z.enum(mailSubjects, 'Choisissez un sujet.').nullable(),
  title: z.string().trim().min(3, 'Écrivez l’objet du message.').max(200, '200 signes au plus.'),
  preview: z.string().trim().max(200, '200 signes au plus.').default(''),
  introduction: z.string().trim().max(4000, '4 000 signes au plus.').default(''),
  audience: audienceFields,
  isArchived: z.boolean().default(true),
  items: z.array(itemFields).max(60),
});
export type MailingToWrite = z.output<typeof mailingFields>;
