import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse, type Outcome } from '#platform/outcome/outcome.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import { mayBecome, type AgreementMeans, type AgreementState } from '../domain/agreement.ts';
import { mayKeepPhotos } from '../policy.ts';
import { lockPhotos } from './saving/locked-photos.ts';
import { settlePhotos } from './saving/settle-photos.ts';

const answers = z.enum(['given', 'refused', 'withdrawn']);

/**
 * The answer of someone on a photo, by the private link of her mail. The same link withdraws later. A refusal or a
 * withdrawal hides the photo everywhere at once.
 */
export const answerAgreement = command({
  name: 'photos.answer-agreement',
  input: z.object({ token: z.string().min(1).max(200), answer: answers }),
  allow: () => true,
  async run(work, { token, answer }) {
    const { rows } = await work.db.execute<{ id: string }>(
      sql`select photo_person_id as id from photo_agreement_links where token_hash = ${hashSecret(token)}`,
    );
    if (!rows[0]) return refuse('not_found');
    return saveAnswer(work, rows[0].id, { state: answer, means: 'link', answeredBy: '', seenAt: null });
  },
});

/** An answer that came on paper or aloud, noted by the staff with the name of who gave it. */
export const noteAnswer = command({
  name: 'photos.note-answer',
  input: z.object({
    photoPersonId: z.uuid(),
    answer: answers,
    means: z.enum(['paper', 'spoken', 'event'], { error: 'Dites comment la réponse est venue.' }),
    answeredBy: z.string().trim().max(200).default(''),
  }),
  allow: mayKeepPhotos,
  run: (work, { photoPersonId, answer, means, answeredBy }) =>
    // Whoever notes a refusal has seen it.
    saveAnswer(work, photoPersonId, { state: answer, means, answeredBy, seenAt: work.now().toString() }),
});

interface Answer {
  state: Exclude<AgreementState, 'asked'>;
  means: AgreementMeans;
  answeredBy: string;
  seenAt: string | null;
}

const said = { given: 'donné', refused: 'refusé', withdrawn: 'retiré' } as const;

async function saveAnswer(
  work: CommandContext,
  id: string,
  { state, means, answeredBy, seenAt }: Answer,
): Promise<Outcome<{ imageId: string; state: AgreementState }, 'not_found' | 'not_possible'>> {
  const { rows: found } = await work.db.execute<{ imageId: string }>(
    sql`select image_id as "imageId" from photo_people where id = ${id}`,
  );
  const imageId = found[0]?.imageId;
  if (!imageId) return refuse('not_found');
  // The photo is locked before who is on it, here as everywhere: two answers at once wait for each other.
  const photo = (await lockPhotos(work.db, [imageId])).get(imageId);
  const { rows } = await work.db.execute<{ state: AgreementState; name: string; guardian: string }>(
    sql`select state, name, guardian_name as guardian from photo_people where id = ${id}`,
  );
  const person = rows[0];
  if (!photo || !person || person.name === '') return refuse('not_found');
  if (person.state === state) {
    work.record({ subjectKind: 'photo', subjectId: imageId, summary: 'Photothèque : accord confirmé sans changement' });
    return accept({ imageId, state });
  }
  if (!mayBecome(person.state, state)) return refuse('not_possible');
  const now = work.now().toString();
  const by = means === 'link' ? null : (work.actor?.personId ?? null);
  await work.db.execute(sql`update photo_people set state = ${state}, means = ${means},
    answered_by = ${answeredBy || person.guardian || person.name}, noted_by = ${by},
    noted_by_name = ${by ? (work.actor?.name ?? '') : ''}, seen_at = ${seenAt},
    answered_at = case when ${state} = 'withdrawn' then answered_at else ${now}::timestamptz end,
    withdrawn_at = case when ${state} = 'withdrawn' then ${now}::timestamptz end
    where id = ${id}`);
  await settlePhotos(work, [imageId]);
  const how = means === 'link' ? 'par le lien du mail' : 'noté par l’équipe';
  work.record({ subjectKind: 'photo', subjectId: imageId, summary: `Photothèque : accord ${said[state]}, ${how}` });
  return accept({ imageId, state });
}

/** The team has seen that agreements of a photo were refused or withdrawn: it leaves the list of things to do. */
export const noticeRefusals = command({
  name: 'photos.notice-refusals',
  input: z.object({ imageId: z.uuid() }),
  allow: mayKeepPhotos,
  async run(work, { imageId }) {
    const photo = (await lockPhotos(work.db, [imageId])).get(imageId);
    if (!photo) return refuse('not_found');
    await work.db.execute(sql`update photo_people set seen_at = ${work.now().toString()}
      where image_id = ${imageId} and state in ('refused', 'withdrawn') and seen_at is null`);
    work.record({
      subjectKind: 'photo',
      subjectId: imageId,
      summary: 'Photothèque : retrait d’accord vu par l’équipe',
    });
    return accept({ imageId });
  },
});
