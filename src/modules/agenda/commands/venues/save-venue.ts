import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { findMunicipality, municipalityCentre } from '#platform/geo/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { accessKinds } from '../../domain/accessibility.ts';
import { agendaChanged } from '../../facts.ts';
import { mayRunAgenda } from '../../policy.ts';
import { venues } from '../../tables.ts';

/** What is written of a place. Without a point, that of its municipality stands, marked approximate. */
export const venueFields = z.object({
  name: z.string().trim().min(1, 'Donnez un nom au lieu.').max(160, 'Ce nom tient en 160 caractères.'),
  organizationId: z.uuid().nullable().default(null),
  street: z.string().trim().max(200, 'Cette adresse est trop longue.').default(''),
  postalCode: z
    .string()
    .trim()
    .regex(/^(\d{5})?$/, 'Un code postal a cinq chiffres.')
    .default(''),
  city: z.string().trim().max(120, 'Ce nom est trop long.').default(''),
  lon: z.number().min(-180).max(180).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
  access: z.string().trim().max(1000, 'Cette explication tient en 1 000 caractères.').default(''),
  accessibility: z.array(z.enum(accessKinds)).max(accessKinds.length).default([]),
  accessibilityNote: z.string().trim().max(1000, 'Cette explication tient en 1 000 caractères.').default(''),
});
export type VenueFields = z.output<typeof venueFields>;

/** Adds a place, in the transaction of whoever needs it; answers its id. */
export async function addVenue(work: CommandContext, fields: VenueFields): Promise<string> {
  const [id, now] = [work.newId(), work.now()];
  await work.db.insert(venues).values({ id, ...placed(fields), createdAt: now, updatedAt: now });
  return id;
}

/** Adds a place or changes one; what happens there shows it at once. */
export const saveVenue = command({
  name: 'agenda.save-venue',
  input: z.object({ id: z.uuid().nullable(), version: z.int().positive().nullable(), fields: venueFields }),
  allow: mayRunAgenda,
  async run(work, { id, version, fields }) {
    const summary = `Lieu « ${fields.name} » ${id === null ? 'ajouté' : 'modifié'}`;
    if (id === null) {
      const added = await addVenue(work, fields);
      work.record({ subjectKind: 'venue', subjectId: added, summary });
      return accept({ id: added });
    }
    const [stored] = await work.db.select().from(venues).where(eq(venues.id, id)).for('update');
    if (!stored || stored.trashedAt) return refuse('not_found');
    if (stored.version !== version) return refuse('edited_meanwhile', { details: { version: stored.version } });
    await work.db
      .update(venues)
      .set({ ...placed(fields), version: stored.version + 1, updatedAt: work.now() })
      .where(eq(venues.id, id));
    work.publish(agendaChanged([]));
    work.record({ subjectKind: 'venue', subjectId: id, summary });
    return accept({ id });
  },
});

function placed(fields: VenueFields) {
  const found = findMunicipality({ postcode: fields.postalCode, name: fields.city });
  const insee = found?.municipality.insee ?? null;
  const centre = insee === null ? undefined : municipalityCentre(insee);
  const isTold = fields.lon !== null && fields.lat !== null;
  return {
    ...fields,
    nameKey: foldForSearch(fields.name),
    municipalityInsee: insee,
    lon: isTold ? fields.lon : (centre?.longitude ?? null),
    lat: isTold ? fields.lat : (centre?.latitude ?? null),
    isApproximate: !isTold && centre !== undefined,
  };
}
