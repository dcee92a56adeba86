import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { newToken } from '#platform/ids/ids.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import type { AgreementState } from '../domain/agreement.ts';
import { askAgreementMail } from '../emails/ask-agreement-mail.ts';
import { agreementPath } from '../paths.ts';
import { mayKeepPhotos } from '../policy.ts';

const input = z.object({
  photoPersonId: z.uuid(),
  /** Public address and name of the site, written in the mail. */
  origin: z.url(),
  hubName: z.string(),
});

/** Asks someone, by mail, for her agreement to a photo; or reminds her. Once a day at most. */
export const askAgreement = command({
  name: 'photos.ask-agreement',
  input,
  allow: mayKeepPhotos,
  async run(work, { photoPersonId, origin, hubName }) {
    const { rows } = await work.db.execute<{
      imageId: string;
      name: string;
      mail: string;
      guardian: string;
      personId: string | null;
      isMinor: boolean;
      state: AgreementState;
      occasion: string;
      isTooSoon: boolean;
      wasAsked: boolean;
    }>(sql`select a.image_id as "imageId", a.name, a.mail, a.guardian_name as guardian, a.person_id as "personId",
        a.is_minor as "isMinor", a.state, p.occasion, a.mailed_at is not null as "wasAsked",
        coalesce(a.mailed_at > ${work.now().subtract({ hours: 20 }).toString()}::timestamptz, false) as "isTooSoon"
      from photo_people a join photos p on p.hub_id = a.hub_id and p.image_id = a.image_id
      where a.id = ${photoPersonId} and p.trashed_at is null for update of a`);
    const person = rows[0];
    if (!person) return refuse('not_found');
    if (person.state !== 'asked') return refuse('answered_already');
    if (person.mail === '') return refuse('no_address');
    if (person.isTooSoon) return refuse('asked_today');
    const token = newToken();
    const now = work.now().toString();
    await work.db.execute(sql`insert into photo_agreement_links (token_hash, photo_person_id, created_at)
      values (${hashSecret(token)}, ${photoPersonId}, ${now})`);
    await work.db.execute(sql`update photo_people set mailed_at = ${now} where id = ${photoPersonId}`);
    await sendMail(work, {
      kind: 'photos.ask-agreement',
      to: {
        address: person.mail,
        name: person.guardian || person.name,
        ...(person.personId && !person.isMinor ? { personId: person.personId } : {}),
      },
      ...askAgreementMail({
        hubName,
        href: origin + agreementPath(token),
        occasion: person.occasion,
        childName: person.isMinor ? person.name : '',
        isReminder: person.wasAsked,
      }),
    });
    work.record({
      subjectKind: 'photo',
      subjectId: person.imageId,
      summary: 'Photothèque : accord demandé par mail',
    });
    return accept({ imageId: person.imageId });
  },
});
