import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { changeAnsweredMail } from '../../emails/change-answered-mail.ts';
import { publicationChanged } from '../../facts.ts';
import { publicationPath } from '../../paths.ts';
import { mayRunSite } from '../../policy.ts';
import { changeSuggestions, publications } from '../../tables.ts';

const input = z.object({
  id: z.uuid(),
  isAccepted: z.boolean(),
  answer: z.string().trim().max(2000, 'Votre réponse tient en 2 000 caractères.').default(''),
  /** Thanks the author by name on the page. */
  isCredited: z.boolean().default(false),
  origin: z.url(),
  hubName: z.string(),
});

/**
 * Answers what a reader suggested: accepted (the sheet itself is corrected in the editor) or closed. The author who left
 * an address is told, with the answer; one who agreed may be thanked on the page.
 */
export const answerSuggestion = command({
  name: 'publishing.answer-suggestion',
  input,
  allow: mayRunSite,
  async run(work, { id, isAccepted, answer, isCredited: wanted, origin, hubName }) {
    const [suggestion] = await work.db
      .select()
      .from(changeSuggestions)
      .where(eq(changeSuggestions.id, id))
      .for('update');
    if (!suggestion) return refuse('not_found');
    if (suggestion.status !== 'waiting') return refuse('already_answered');
    const [sheet] = await work.db
      .select({ title: publications.title, slug: publications.slug, kind: publications.kind })
      .from(publications)
      .where(eq(publications.id, suggestion.publicationId));
    if (!sheet) return refuse('not_found');
    const isCredited = isAccepted && wanted && suggestion.acceptsCredit && suggestion.name !== '';
    await work.db
      .update(changeSuggestions)
      .set({
        status: isAccepted ? 'accepted' : 'closed',
        isCredited,
        answer,
        answeredAt: work.now(),
      })
      .where(eq(changeSuggestions.id, id));
    // Nothing to say to someone whose suggestion is closed without a word.
    const isTold = suggestion.email !== '' && (isAccepted || answer !== '');
    if (isTold) {
      const { email, name, personId } = suggestion;
      await sendMail(work, {
        kind: 'publishing.change-answered',
        to: { address: email, ...(name ? { name } : {}), ...(personId ? { personId } : {}) },
        ...changeAnsweredMail({
          title: sheet.title,
          href: origin + publicationPath(sheet.kind, sheet.slug),
          isAccepted,
          answer,
          hubName,
        }),
      });
    }
    if (isCredited) work.publish(publicationChanged(suggestion.publicationId, sheet.kind));
    work.record({
      subjectKind: 'publication',
      subjectId: suggestion.publicationId,
      summary: `« ${sheet.title} » : correction d’un lecteur ${isAccepted ? 'acceptée' : 'classée'}`,
    });
    return accept({ isTold, isCredited, publicationId: suggestion.publicationId });
  },
});
