import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import type { MailSubject } from '#platform/contributions/module.ts';
import type { Delivery, MailCarrier, MailCopy } from '#platform/mail/mail-carrier.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import type { ItemToWrite } from '../domain/mailing-fields.ts';
import type { Rhythm } from '../domain/rhythms.ts';
import type { MailingSignature, SegmentSeam } from '../ports.ts';
import { openCopyWriter, type CopyWriter } from '../sending/copy-writer.ts';
import { readMailingSettings } from '../queries/mailing-settings.ts';
import { readMailing } from '../queries/read-mailing.ts';

type Work = Pick<Context, 'db' | 'newId' | 'clock' | 'hubId'>;

export const links = openSignedIds('secret-of-the-tests');
export const noSegments: SegmentSeam = {
  list: async () => [],
  people: async () => null,
  matching: async () => null,
  choices: async () => [],
};
export const hub: MailingSignature = {
  name: 'Pôle des Essais',
  origin: 'https://pole.example',
  brandColor: '#1f5f4a',
  footer: 'Pôle des Essais\n1 rue des Lices',
  email: 'bonjour@pole.example',
};

/** A reader who asked for it and proved her address. */
export async function addSubscriber(
  ctx: Work,
  address: string,
  {
    subjects = ['life'],
    rhythm = 'at_once',
    personId = null,
  }: { subjects?: MailSubject[]; rhythm?: Rhythm; personId?: string | null } = {},
): Promise<string> {
  const id = ctx.newId();
  const now = ctx.clock.now().toString();
  await ctx.db.execute(sql`insert into newsletter_subscribers
    (id, address, name, person_id, subjects, rhythm, wording, source, asked_at, confirmed_at)
    values (${id}, ${address}, '', ${personId}, ${sql.param(subjects)}, ${rhythm}, 'Je souhaite recevoir…', 'essai', ${now}, ${now})`);
  return id;
}

/** An information as a module would give it. */
export const anItem = (ctx: Pick<Work, 'newId' | 'clock'>, change: Partial<ItemToWrite> = {}): ItemToWrite => ({
  kind: 'news',
  id: ctx.newId(),
  subject: 'life',
  title: 'Une ressourcerie ouvre au Sel-de-Bretagne',
  href: '/actualites/une-ressourcerie-ouvre',
  text: 'Elle ouvre samedi.',
  facts: [['Quand', 'samedi 7 mars']],
  isOwn: true,
  by: '',
  pictureId: null,
  publishedAt: ctx.clock.now(),
  expiresAt: null,
  ...change,
});

/** A mail server that keeps what it is given and answers as told. */
export function fakeCarrier(answer: (copy: MailCopy) => Delivery | Promise<Delivery> = () => ({ result: 'sent' })): {
  carrier: Pick<MailCarrier, 'carryCopy'>;
  sent: MailCopy[];
} {
  const sent: MailCopy[] = [];
  return {
    sent,
    carrier: {
      async carryCopy(copy) {
        const delivery = await answer(copy);
        if (delivery.result === 'sent') sent.push(copy);
        return delivery;
      },
    },
  };
}

/** Writes the copies of a mailing of this hub. */
export async function writerOf(ctx: Work, mailingId: string): Promise<CopyWriter> {
  const mailing = await readMailing(ctx.db, mailingId);
  if (!mailing) throw new Error('no such mailing');
  return openCopyWriter(mailing, { hubId: ctx.hubId, hub, settings: await readMailingSettings(ctx.db), links });
}
