import { setTimeout } from 'node:timers/promises';
import { execute } from '#platform/command/execute.ts';
import type { Ports } from '#platform/context/ports.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import { OutboundRefused } from '#platform/outbound/outbound-refused.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { noteLinkAnswers } from '../commands/resources/note-link-answers.ts';
import { noteLinks } from '../commands/resources/note-links.ts';
import type { LinkAnswer } from '../domain/link-state.ts';
import { dueLinks, type DueLink } from '../queries/resources/web-links.ts';
import { checkLinks } from './check-links-job.ts';

type Outbound = Ports['outbound'];

/** How hard the sites of others are asked. */
const manners = {
  /** Sites asked at the same time. */
  hosts: 4,
  /** Between two questions to the same site. */
  pauseMs: 1_500,
  timeoutMs: 15_000,
  /** Links a run: the rest is due tomorrow. */
  links: 1_500,
  runMs: 30 * 60_000,
};

/** Each night, tries the links that are due: each about once a week. */
export function checkLinksJob(own: Partial<typeof manners> = {}) {
  const { hosts, pauseMs, timeoutMs, links, runMs } = { ...manners, ...own };
  return job({
    ...checkLinks,
    async run(ctx: JobContext<Pick<Ports, 'outbound'>>) {
      const noted = await execute(ctx, noteLinks, {});
      if (!noted.ok && noted.reason !== 'nothing_new') unwrap(noted);
      const queue = byHost(await dueLinks(ctx.db, ctx.clock.now(), links));
      const end = AbortSignal.any([ctx.signal, AbortSignal.timeout(runMs)]);
      const askOneHost = async (): Promise<void> => {
        for (let batch = queue.shift(); batch; batch = queue.shift()) {
          const answers: { id: string; answer: LinkAnswer }[] = [];
          for (const link of batch) {
            if (end.aborted) break;
            if (answers.length > 0) await setTimeout(pauseMs);
            answers.push({ id: link.id, answer: await answerOf(ctx.ports.outbound, link.url, timeoutMs) });
          }
          if (answers.length > 0) await execute(ctx, noteLinkAnswers, { answers });
          if (end.aborted) return;
        }
      };
      await Promise.all(Array.from({ length: hosts }, askOneHost));
    },
  });
}

/** Links of one site together, a hundred at most, so that nothing noted is lost when the process stops. */
function byHost(links: readonly DueLink[]): DueLink[][] {
  return [...Map.groupBy(links, ({ host }) => host).values()].map((ones) => ones.slice(0, 100));
}

/** Asks lightly first; a site that refuses the light question is asked as a browser would. */
async function answerOf(outbound: Outbound, url: string, timeoutMs: number): Promise<LinkAnswer> {
  const light = await ask(outbound, url, 'HEAD', timeoutMs);
  if ('status' in light ? light.status < 400 : light.refusal !== 'unreachable') return light;
  return ask(outbound, url, 'GET', timeoutMs);
}

async function ask(outbound: Outbound, url: string, method: 'HEAD' | 'GET', timeoutMs: number): Promise<LinkAnswer> {
  try {
    return { status: (await outbound.probePublic(url, { method, timeoutMs })).status };
  } catch (error) {
    if (error instanceof OutboundRefused) return { refusal: error.reason };
    throw error;
  }
}
