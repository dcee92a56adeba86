import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { suggestionSubjects } from '../../domain/suggestion-subject.ts';
import { changeSuggestions, publications } from '../../tables.ts';

const input = z.object({
  publicationId: z.uuid(),
  subject: z.enum(suggestionSubjects, 'Dites ce qui ne va pas.'),
  message: z
    .string()
    .trim()
    .min(5, 'Quelques mots de plus, pour que nous comprenions.')
    .max(4000, 'Votre message tient en 4 000 caractères.'),
  name: z.string().trim().max(120, 'Le nom tient en 120 caractères.').default(''),
  email: z.union([z.literal(''), z.email('Écrivez une adresse complète, comme nom@exemple.fr.').max(254)]).default(''),
  acceptsCredit: z.boolean().default(false),
});

/** A reader, with or without account, says what is wrong or missing in a sheet. Kept until the team answers. */
export const suggestChange = command({
  name: 'publishing.suggest-change',
  input,
  allow: () => true,
  async run(work, { email, ...said }) {
    if (said.acceptsCredit && !said.name)
      return refuse('invalid', { fields: { name: 'Écrivez le nom sous lequel nous pouvons vous remercier.' } });
    const [sheet] = await work.db
      .select({ title: publications.title })
      .from(publications)
      .where(
        and(
          eq(publications.id, said.publicationId),
          eq(publications.kind, 'resource'),
          eq(publications.status, 'published'),
          isNull(publications.trashedAt),
        ),
      );
    if (!sheet) return refuse('not_found');
    const id = work.newId();
    await work.db.insert(changeSuggestions).values({
      ...said,
      id,
      email: email.toLowerCase(),
      personId: work.actor?.personId ?? null,
      createdAt: work.now(),
    });
    work.record({
      subjectKind: 'publication',
      subjectId: said.publicationId,
      summary: `« ${sheet.title} » : correction proposée par un lecteur`,
    });
    return accept({ id });
  },
});
