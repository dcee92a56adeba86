import { and, eq, gt, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { correctOwn, noteErasureRequest, personName, withdrawOwn } from '#modules/identity/index.ts';
import { isAnyone } from '../policy.ts';
import { rightsLinks } from '../tables.ts';

/** Whose an opened link is; what follows is done by her alone. */
export async function ownerOf(work: CommandContext, linkId: string): Promise<string | null> {
  const [link] = await work.db
    .select({ personId: rightsLinks.personId })
    .from(rightsLinks)
    .where(and(eq(rightsLinks.id, linkId), isNotNull(rightsLinks.openedAt), gt(rightsLinks.expiresAt, work.now())));
  return link?.personId ?? null;
}

/** Corrects one's own name, phone and postal address. */
export const correctOwnByLink = command({
  name: 'people.correct-own',
  input: personName.extend({
    linkId: z.uuid(),
    phone: z.union([
      z.literal(''),
      z
        .string()
        .trim()
        .max(40)
        .regex(/^[+\d\s().-]{6,}$/, 'Écrivez un numéro de téléphone.'),
    ]),
    postal: z.string().trim().max(500, 'C’est trop long : 500 caractères au plus.').default(''),
  }),
  allow: isAnyone,
  async run(work, { linkId, ...own }) {
    const personId = await ownerOf(work, linkId);
    if (!personId) return refuse('not_found');
    if (own.givenName === '' && own.familyName === '')
      return refuse('name_needed', { fields: { familyName: 'Donnez au moins un prénom ou un nom.' } });
    if (!(await correctOwn(work, personId, own))) return refuse('not_found');
    work.record({
      subjectKind: 'person',
      subjectId: personId,
      summary: 'Coordonnées corrigées par la personne elle-même',
    });
    return accept(null);
  },
});

/** Takes back an agreement. */
export const withdrawByLink = command({
  name: 'people.withdraw-own',
  input: z.object({ linkId: z.uuid(), consentId: z.uuid() }),
  allow: isAnyone,
  async run(work, { linkId, consentId }) {
    const personId = await ownerOf(work, linkId);
    if (!personId || !(await withdrawOwn(work, personId, consentId))) return refuse('not_found');
    work.record({ subjectKind: 'person', subjectId: personId, summary: 'Consentement retiré par lien privé' });
    return accept(null);
  },
});

/** Asks that everything be erased. */
export const askErasureByLink = command({
  name: 'people.ask-erasure',
  input: z.object({ linkId: z.uuid() }),
  allow: isAnyone,
  async run(work, { linkId }) {
    const personId = await ownerOf(work, linkId);
    if (!personId) return refuse('not_found');
    await noteErasureRequest(work, personId);
    work.record({
      subjectKind: 'person',
      subjectId: personId,
      summary: 'Effacement des données demandé par lien privé',
    });
    return accept(null);
  },
});
