import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { job } from '#platform/jobs/job.ts';

const daysWithoutWords = 30;
const daysOfWords = 400;
const daysOfCounts = 1_100;

/** Each night: prints of words seldom searched go after a month, words after a year, daily counts after three. */
export const forgetOldSearches = job({
  name: 'search.forget-old',
  lane: 'quick',
  payload: z.object({}),
  retries: 2,
  async run(ctx) {
    const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
    const before = (days: number): string => today.subtract({ days }).toString();
    await ctx.db.execute(sql`delete from missed_searches
      where day < ${before(daysOfWords)}::date or (words is null and day < ${before(daysWithoutWords)}::date)`);
    await ctx.db.execute(sql`delete from search_days where day < ${before(daysOfCounts)}::date`);
  },
});
