import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { eventTypes } from '../../domain/event-types.ts';
import { perimeters } from '../../domain/perimeters.ts';
import { mayRunAgenda } from '../../policy.ts';
import { agendaSources } from '../../tables.ts';
import { trusts } from '../domain/source-report.ts';

/** An address as it is typed: `webcal:` is one too. */
export const sourceAddress = z
  .string()
  .trim()
  .max(1000, 'Cette adresse est trop longue.')
  .refine((text) => {
    const url = URL.parse(text.replace(/^webcals?:/i, 'https:'));
    return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
  }, 'Écrivez une adresse entière, à partir de « https:// ».');

/** What the team decides of a source. */
export const sourceFields = z.object({
  name: z.string().trim().min(1, 'Donnez un nom à cette source.').max(160, 'Ce nom tient en 160 caractères.'),
  /** Null for a file given once. */
  url: sourceAddress.nullable(),
  /** Null keeps the one there was. */
  apiKey: z.string().trim().max(200, 'Cette clé est trop longue.').nullable().default(null),
  trust: z.enum(trusts).default('propose'),
  words: z.string().trim().max(400, 'Ces mots tiennent en 400 caractères.').default(''),
  towns: z
    .array(z.string().regex(/^[0-9AB]{5}$/))
    .max(60, 'Soixante communes au plus.')
    .default([]),
  types: z.array(z.enum(eventTypes)).default([]),
  defaultType: z.enum(eventTypes).default('other'),
  perimeter: z.enum(perimeters).default('declared'),
  organizationId: z.uuid().nullable().default(null),
  organizerName: z.string().trim().max(160, 'Ce nom tient en 160 caractères.').default(''),
  themes: z.array(z.uuid()).max(40).default([]),
  audiences: z
    .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
    .max(40)
    .default([]),
});
export type SourceFields = z.output<typeof sourceFields>;

const input = z.object({ id: z.uuid().nullable(), version: z.int().positive().nullable(), fields: sourceFields });

/** Adds a calendar to follow, or changes what is taken of one; it is then asked anew, whole. */
export const saveSource = command({
  name: 'agenda.save-source',
  input,
  allow: mayRunAgenda,
  async run(work, { id, version, fields: { apiKey, ...fields } }) {
    const now = work.now();
    const summary = `Source « ${fields.name} » ${id === null ? 'ajoutée' : 'modifiée'}`;
    if (id === null) {
      const added = work.newId();
      await work.db
        .insert(agendaSources)
        .values({ id: added, ...fields, apiKey: apiKey ?? '', createdAt: now, updatedAt: now });
      work.record({ subjectKind: 'agenda-source', subjectId: added, summary });
      return accept({ id: added });
    }
    const [stored] = await work.db.select().from(agendaSources).where(eq(agendaSources.id, id)).for('update');
    if (!stored || stored.trashedAt) return refuse('source_gone');
    if (stored.version !== version) return refuse('edited_meanwhile', { details: { version: stored.version } });
    await work.db
      .update(agendaSources)
      .set({
        ...fields,
        ...(apiKey === null ? {} : { apiKey }),
        version: stored.version + 1,
        etag: null,
        lastModified: null,
        dueAt: null,
        failures: 0,
        updatedAt: now,
      })
      .where(eq(agendaSources.id, id));
    work.record({ subjectKind: 'agenda-source', subjectId: id, summary });
    return accept({ id });
  },
});
