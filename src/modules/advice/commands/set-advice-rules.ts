import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { plural } from '#platform/french/index.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { adviceSettingsChanged } from '../facts.ts';
import { mayKeepAdvice } from '../policy.ts';

/** Chooses within how many working days everyone has an answer. */
export const setAdviceRules = command({
  name: 'advice.set-rules',
  input: z.object({
    answerDays: z.coerce
      .number('Indiquez un nombre de jours.')
      .int('Un nombre entier de jours.')
      .min(1, 'Un jour au moins.')
      .max(20, 'Vingt jours au plus : au-delà, on n’attend plus.'),
    /** 0 when there was no choice yet. */
    version: z.coerce.number().int().min(0).optional(),
  }),
  allow: mayKeepAdvice,
  async run(work, { answerDays, version }) {
    const { rowCount } = await work.db.execute(sql`insert into advice_rules (answer_days, updated_at)
      values (${answerDays}, ${work.now().toString()})
      on conflict (hub_id) do update set answer_days = excluded.answer_days, updated_at = excluded.updated_at,
        version = advice_rules.version + 1
      where ${version ?? null}::int is null or advice_rules.version = ${version ?? null}::int`);
    if (rowCount === 0) return refuse('edited_meanwhile');
    work.publish(adviceSettingsChanged());
    work.record({
      subjectKind: 'advice',
      subjectId: null,
      summary: `Délai de réponse promis : ${plural(answerDays, 'jour ouvré', 'jours ouvrés')}`,
    });
    return accept(null);
  },
});
