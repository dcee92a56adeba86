import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { job } from '#platform/jobs/job.ts';
import { forgetPerson } from '../commands/forget-person.ts';
import { forgetRightsLinks } from '../commands/rights-links.ts';
import { keepReviews } from '../commands/keep-reviews.ts';
import { forgottenOn } from '../domain/retention.ts';
import type { PeopleDependencies } from '../ports.ts';
import { currentMembers, lastContactOf, type LastContact } from '../queries/last-contact.ts';
import { retentionCandidates } from '../queries/retention-candidates.ts';
import { hasOldLinks } from '../queries/rights-link.ts';
import { retentionList } from '../queries/retention-list.ts';

const atOnce = 100;

/** Reads again when people known for long were last heard of, a hundred at a time. */
export async function readLastContacts(ctx: Context, deps: PeopleDependencies, signal?: AbortSignal): Promise<void> {
  const [now, zone] = [ctx.clock.now(), ctx.zone];
  let after: string | null = null;
  for (;;) {
    const candidates = await retentionCandidates(ctx.db, { now, zone, after, limit: atOnce });
    const last = candidates.at(-1);
    if (!last || signal?.aborted) return;
    const reviews: LastContact[] = [];
    for (const candidate of candidates) reviews.push(await lastContactOf(ctx, deps, candidate));
    const members = [...(await currentMembers(ctx, deps, candidates))];
    await execute(ctx, keepReviews, { reviews, members });
    after = last.personId;
  }
}

/** Each night: reads last contacts, then forgets those who stood a month on the list. */
export const keepRetention = (deps: PeopleDependencies) =>
  job({
    name: 'people.keep-retention',
    lane: 'long',
    payload: z.object({}),
    retries: 2,
    async run(ctx) {
      await readLastContacts({ ...ctx, actor: null }, deps, ctx.signal);
      if (await hasOldLinks(ctx)) await execute({ ...ctx, actor: null }, forgetRightsLinks, {});
      const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
      const { leaving } = await retentionList(ctx.db, { today, zone: ctx.zone });
      for (const person of leaving) {
        if (ctx.signal.aborted) return;
        if (!person.listedOn) continue;
        if (Temporal.PlainDate.compare(forgottenOn(person.lastContact, person.listedOn), today) > 0) continue;
        await execute({ ...ctx, actor: null }, forgetPerson(deps.personalData), { personId: person.personId });
      }
    },
  });
