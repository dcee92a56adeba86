import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { mayArrangeDirectory } from '../../policy.ts';

const input = z.object({ structuresAreReviewed: z.boolean(), asksYearly: z.boolean() });

/** Chooses how the hub keeps its directory alive. */
export const setDirectoryRules = command({
  name: 'directory.set-rules',
  input,
  allow: mayArrangeDirectory,
  async run(work, { structuresAreReviewed, asksYearly }) {
    await work.db.execute(sql`insert into directory_rules (structures_are_reviewed, asks_yearly, updated_at)
      values (${structuresAreReviewed}, ${asksYearly}, ${work.now().toString()})
      on conflict (hub_id) do update set structures_are_reviewed = excluded.structures_are_reviewed,
        asks_yearly = excluded.asks_yearly, updated_at = excluded.updated_at`);
    work.record({
      subjectKind: 'directory',
      subjectId: null,
      summary: 'Règles de l’annuaire modifiées',
      details: { structuresAreReviewed, asksYearly },
    });
    return accept(null);
  },
});
