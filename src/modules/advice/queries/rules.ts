import type { Reader } from '#platform/db/database.ts';
import { adviceRules } from '../tables.ts';

/** What a hub promises to those who ask. */
export interface AdviceRules {
  /** Working days within which everyone has an answer. */
  answerDays: number;
  /** 0 while the hub follows the common default. */
  version: number;
}

export const commonRules: AdviceRules = { answerDays: 3, version: 0 };

export async function adviceRulesOf(db: Reader): Promise<AdviceRules> {
  const [rules] = await db
    .select({ answerDays: adviceRules.answerDays, version: adviceRules.version })
    .from(adviceRules);
  return rules ?? commonRules;
}
