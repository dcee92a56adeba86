import { savePublication } from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { daysBefore } from './moments.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { typography } from '#platform/french/index.ts';
import { htmlFromPlainText } from '#platform/rich-text/index.ts';

/** What the employee is still writing: a draft of her own, a text for next week, a news item she corrects. */
export const demoDrafts = {
  draft: {
    title: 'Et si on partageait une salle de réunion ?',
    brief: 'Trois associations du bourg cherchent la même chose : une salle chauffée, le mardi soir.',
    text: 'Idée entendue au petit-déjeuner du réseau.\n\n- demander à la mairie pour l’ancienne perception\n- compter les soirées utiles à chacune\n- en parler au prochain conseil',
  },
  scheduled: {
    title: 'Les inscriptions à la formation « Bien tenir ses comptes » sont ouvertes',
    brief: 'Deux soirées pour les trésorières et trésoriers bénévoles, en petit groupe, à Redon et à Pipriac.',
    text: 'On vient avec ses vrais papiers, on repart avec un budget prévisionnel qui tient debout. Aucune connaissance n’est demandée.',
    days: 6,
  },
  corrected: {
    title: 'Le pôle change d’horaires : on vous reçoit aussi le samedi matin',
    brief: 'À partir du mois prochain, la permanence du samedi s’ajoute à celles de la semaine.',
    before: 'De 9 h à midi, sans rendez-vous, au premier étage de la maison des associations.',
    after:
      'De 9 h 30 à midi, sans rendez-vous, au rez-de-chaussée de la maison des associations : plus d’escalier à monter.',
  },
} as const;

/** Writes them. To call once, on a hub just filled. */
export async function fillDrafts(ctx: Context): Promise<void> {
  const { draft, scheduled, corrected } = demoDrafts;
  const words = (item: { title: string; brief: string }, text: string) => ({
    title: typography(item.title),
    brief: typography(item.brief),
    body: htmlFromPlainText(typography(text)),
    content: {},
  });
  const news = { id: null, kind: 'news', version: null } as const;
  unwrap(await execute(ctx, savePublication, { ...news, act: 'keep', fields: words(draft, draft.text) }));
  const publishAt = ctx.clock
    .now()
    .toZonedDateTimeISO(ctx.zone)
    .add({ days: scheduled.days })
    .withPlainTime('09:00')
    .toInstant()
    .toString();
  unwrap(
    await execute(ctx, savePublication, {
      ...news,
      act: 'schedule',
      publishAt,
      fields: words(scheduled, scheduled.text),
    }),
  );
  const then = daysBefore(ctx, 47);
  const { id } = unwrap(
    await execute(then, savePublication, { ...news, act: 'publish', fields: words(corrected, corrected.before) }),
  );
  const fields = words(corrected, corrected.after);
  unwrap(await execute(ctx, savePublication, { ...news, id, version: 1, act: 'keep', fields }));
}
