import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { CommandContext } from '#platform/context/context.ts';
import type { AgreementMeans, AgreementState } from '../../domain/agreement.ts';

/** Someone on a photo, as whoever keeps the bank names them. */
export const photoPerson = z
  .object({
    name: z.string().trim().min(1, 'Dites de qui il s’agit.').max(200),
    mail: z.union([z.literal(''), z.email('Cette adresse n’est pas complète.').max(254)]).default(''),
    personId: z.uuid().nullable().default(null),
    isMinor: z.boolean().default(false),
    guardianName: z.string().trim().max(200).default(''),
  })
  .refine(({ isMinor, guardianName }) => !isMinor || guardianName !== '', {
    path: ['guardianName'],
    message: 'Pour un·e mineur·e, dites qui répond pour elle ou lui.',
  });
export type PhotoPerson = z.output<typeof photoPerson>;

export interface FirstAnswer {
  state: Extract<AgreementState, 'asked' | 'given'>;
  means: AgreementMeans;
  wording: string;
}

/** Names people on a photo, asked or already agreed. */
export async function insertPeople(
  work: CommandContext,
  imageId: string,
  people: readonly PhotoPerson[],
  answer: FirstAnswer,
): Promise<string[]> {
  const now = work.now().toString();
  const ids: string[] = [];
  for (const { name, mail, personId, isMinor, guardianName } of people) {
    const id = work.newId();
    const given = answer.state === 'given';
    await work.db
      .execute(sql`insert into photo_people (id, image_id, person_id, name, mail, is_minor, guardian_name, state,
        wording, means, answered_by, noted_by, noted_by_name, asked_at, answered_at)
      values (${id}, ${imageId}, ${personId}, ${name}, ${mail}, ${isMinor}, ${guardianName}, ${answer.state}, ${answer.wording},
        ${answer.means}, ${given ? guardianName || name : ''}, ${work.actor?.personId ?? null}, ${work.actor?.name ?? ''},
        ${now}, ${given ? now : null})`);
    ids.push(id);
  }
  return ids;
}
