import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import { hashSecret } from '#platform/secrets/hash-secret.ts';
import type { AgreementState } from '../domain/agreement.ts';

/** The question that a private link asks. */
export interface AgreementRequest extends Record<string, unknown> {
  imageId: string;
  name: string;
  guardianName: string;
  isMinor: boolean;
  state: AgreementState;
  wording: string;
  alternative: string;
  occasion: string;
  credit: string;
  takenOn: string | null;
  width: number;
  height: number;
  /** False when the photo was put in the trash: there is nothing left to agree to. */
  isThere: boolean;
}

/** The question behind this link, or null: unknown, of another hub, or of someone forgotten since. */
export async function agreementRequest(db: Reader, token: string): Promise<AgreementRequest | null> {
  const { rows } = await db.execute<AgreementRequest>(sql`
    select a.image_id as "imageId", a.name, a.guardian_name as "guardianName", a.is_minor as "isMinor", a.state, a.wording,
      i.alternative, p.occasion, i.credit, p.taken_on::text as "takenOn", i.width, i.height, p.trashed_at is null as "isThere"
    from photo_agreement_links l
    join photo_people a on a.hub_id = l.hub_id and a.id = l.photo_person_id
    join photos p on p.hub_id = a.hub_id and p.image_id = a.image_id
    join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id
    where l.token_hash = ${hashSecret(token)} and a.name <> ''`);
  return rows[0] ?? null;
}
