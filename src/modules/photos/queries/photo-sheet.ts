import { sql } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { PictureVariant } from '#platform/pictures/picture.ts';
import type { AgreementMeans, AgreementState, PeopleOnPhoto } from '../domain/agreement.ts';

/** All that the bank knows of a photo. */
export interface PhotoSheet extends Record<string, unknown> {
  id: string;
  version: number;
  width: number;
  height: number;
  variants: readonly PictureVariant[];
  bytes: number;
  alternative: string;
  isDecorative: boolean;
  credit: string;
  visibility: 'public' | 'members' | 'staff';
  focalX: number;
  focalY: number;
  fileName: string;
  takenOn: string | null;
  occasion: string;
  place: string;
  keywords: string[];
  isForPress: boolean;
  rightsNote: string;
  people: PeopleOnPhoto;
  isWithheld: boolean;
  isTrashed: boolean;
  sentAt: string;
  sentById: string | null;
}

/** Someone on a photo and the answer given. */
export interface PersonOnPhoto extends Record<string, unknown> {
  id: string;
  name: string;
  mail: string;
  isMinor: boolean;
  guardianName: string;
  state: AgreementState;
  means: AgreementMeans;
  wording: string;
  answeredBy: string;
  notedByName: string;
  askedAt: string;
  mailedAt: string | null;
  answeredAt: string | null;
  withdrawnAt: string | null;
  isSeen: boolean;
}

const iso = (column: string) => sql`to_char(${sql.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The photo of this id, in the trash or not, for those who keep the bank. */
export async function photoSheet(db: Reader, id: string): Promise<PhotoSheet | null> {
  const { rows } = await db.execute<PhotoSheet>(sql`
    select i.id, p.version, i.width, i.height, i.variants, i.bytes, i.alternative, p.is_decorative as "isDecorative", i.credit,
      i.visibility, i.focal_x as "focalX", i.focal_y as "focalY", p.file_name as "fileName", p.taken_on::text as "takenOn",
      p.occasion, p.place, p.keywords, p.is_for_press as "isForPress", p.rights_note as "rightsNote", p.people,
      i.withheld_at is not null as "isWithheld", p.trashed_at is not null as "isTrashed",
      ${iso('i.created_at')} as "sentAt", i.created_by as "sentById"
    from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id where p.image_id = ${id}`);
  return rows[0] ?? null;
}

/** Who can be recognised on it, in the order they were named. */
export async function peopleOfPhoto(db: Reader, imageId: string): Promise<PersonOnPhoto[]> {
  const { rows } = await db.execute<PersonOnPhoto>(sql`
    select id, name, mail, is_minor as "isMinor", guardian_name as "guardianName", state, means, wording,
      answered_by as "answeredBy", noted_by_name as "notedByName", ${iso('asked_at')} as "askedAt", ${iso('mailed_at')} as "mailedAt",
      ${iso('answered_at')} as "answeredAt", ${iso('withdrawn_at')} as "withdrawnAt", seen_at is not null as "isSeen"
    from photo_people where image_id = ${imageId} order by id`);
  return rows;
}

/** The files of a photo whatever its state: for its keepers, and for who is asked about it. */
export async function photoVariants(db: Reader, id: string): Promise<readonly PictureVariant[]> {
  const { rows } = await db.execute<{ variants: PictureVariant[] }>(sql`select i.variants
    from photos p join stored_images i on i.hub_id = p.hub_id and i.id = p.image_id where p.image_id = ${id}`);
  return rows[0]?.variants ?? [];
}
