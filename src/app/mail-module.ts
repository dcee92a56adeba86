import { z } from 'zod';
import { sql, type SQL } from 'drizzle-orm';
import { ownRows, rowsAbout } from '#modules/identity/index.ts';
import type { Context } from '#platform/context/context.ts';
import type {
  Module,
  PersonalData,
  ProcessingActivity,
  ThreadEntry,
  ThreadSubject,
} from '#platform/contributions/module.ts';
import { threadEntries } from '#platform/contributions/thread-lines.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import type { Ports } from '#platform/context/ports.ts';
import { deliverMail } from '#platform/mail/deliver-mail.ts';
import type { Letter } from '#platform/mail/mail-carrier.ts';

const nothing = z.object({});

/** The outbox: delivers mails, and answers for those sent to a person. */
export function mailModule(signature: (ctx: JobContext<Ports>) => Promise<Letter['hub'] | null>): Module {
  return {
    name: 'mail',
    jobs: [deliverMail(signature), forgetOldMails],
    thread: mailThread,
    processing: mailProcessing,
    personalData: mailsOfPerson,
  };
}

/** The letters sent to a person or to the address of a structure, while the outbox remembers them. */
async function mailThread(ctx: Context, subject: ThreadSubject): Promise<ThreadEntry[]> {
  const own =
    'personId' in subject
      ? rowsAbout(subject.personId, {
          personId: sql`m.person_id`,
          email: sql`lower(m.recipient)`,
          name: sql`m.recipient_name`,
        })
      : sql`lower(m.recipient) = (select lower(nullif(o.email, '')) from organizations o where o.id = ${subject.organizationId}::uuid)`;
  return threadEntries(ctx.db, [
    {
      kind: 'Mail envoyé',
      at: sql`coalesce(m.sent_at, m.created_at)`,
      title: sql`m.subject`,
      detail: sql`case m.status when 'failed' then 'non remis' when 'uncertain' then 'remise incertaine' end`,
      from: sql`mail_messages m where ${own}`,
      isInternal: true,
    },
  ]);
}

const mailProcessing: readonly ProcessingActivity[] = [
  {
    name: 'Mails du site',
    purpose: 'Envoyer les messages que chaque acte appelle, et savoir s’ils sont partis.',
    legalBasis: 'Exécution du service demandé (article 6-1-b)',
    people: 'Toute personne à qui le site écrit',
    kept: 'Adresse, nom, objet, date, remise. Le texte est oublié une fois parti',
    recipients: 'Le serveur de mail du pôle',
    retention: 'Un an',
  },
];

const mailsOfPerson: PersonalData = {
  async export(ctx, personId) {
    const { rows } = await ctx.db.execute<{ subject: string; created_at: string; recipient: string }>(
      sql`select subject, created_at, recipient from mail_messages where ${concerns(personId)} order by created_at`,
    );
    if (rows.length === 0) return [];
    const entries = rows.map((row) => ({
      label: 'Mail envoyé',
      value: `${row.subject} (à ${row.recipient})`,
      since: Temporal.Instant.from(row.created_at),
    }));
    return [{ title: 'Mails', entries }];
  },
  async erase(tx, personId) {
    await tx.execute(sql`delete from mail_messages where ${concerns(personId)}`);
    return [];
  },
};

/** Mails sent to the person, by her file or her addresses, and those relayed in her name. */
const concerns = (personId: string): SQL =>
  sql`(${ownRows(personId, {
    personId: sql`person_id`,
    email: sql`recipient`,
    name: sql`recipient_name`,
  })} or ${ownRows(personId, { email: sql`reply_to` })})`;

/** Each night: the outbox remembers a year; a form's key, a week: nobody sends the same form later. */
const forgetOldMails = job<typeof nothing, Ports>({
  name: 'mail.forget-old',
  lane: 'quick',
  payload: nothing,
  retries: 2,
  async run(ctx) {
    const now = ctx.clock.now();
    await ctx.db.execute(
      sql`delete from mail_messages where created_at < ${now.subtract({ hours: 24 * 365 }).toString()}`,
    );
    await ctx.db.execute(
      sql`delete from command_keys where created_at < ${now.subtract({ hours: 24 * 7 }).toString()}`,
    );
  },
});
