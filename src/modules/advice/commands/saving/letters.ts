import { and, count, eq, gt } from 'drizzle-orm';
import { readHubSettings, situations, type Situation } from '#modules/hub/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { arrivedMail } from '../../emails/arrived-mail.ts';
import { receivedMail } from '../../emails/received-mail.ts';
import type { AdviceLinks } from '../../links.ts';
import { paths } from '../../paths.ts';
import { adviceRulesOf } from '../../queries/rules.ts';
import { adviceRequests } from '../../tables.ts';
import { requestLink } from './request-link.ts';
import type { SlotRow } from './hold-slot.ts';

/** The name and address a hub writes under. */
export interface Letterhead {
  name: string;
  email: string | null;
  phone: string | null;
  origin: string;
}

export async function letterheadOf(work: CommandContext, links: AdviceLinks): Promise<Letterhead> {
  const [hub, origin] = await Promise.all([readHubSettings(work.db, work.hubId), links.originOf(work.hubId)]);
  return { name: hub?.name ?? '', email: hub?.email ?? null, phone: hub?.phone ?? null, origin };
}

/** Where the team finds a request. */
export const officeHref = (hub: Letterhead, id: string): string => `${hub.origin}${paths.request(id)}`;

// Anyone may type anyone’s address in the form: one mailbox is told so often a day, no more.
const mostReceiptsADay = 5;

/**
 * Tells the asker that her request arrived, with the link that follows it. Says nothing of what was typed: the form
 * must not carry anybody’s words to a stranger.
 */
export async function acknowledge(
  work: CommandContext,
  links: AdviceLinks,
  request: { id: string; name: string; email: string | null },
  slot: SlotRow | null,
): Promise<void> {
  const href = await requestLink(work, links, request.id);
  if (!request.email) return;
  const [today] = await work.db
    .select({ value: count() })
    .from(adviceRequests)
    .where(
      and(eq(adviceRequests.email, request.email), gt(adviceRequests.receivedAt, work.now().subtract({ hours: 24 }))),
    );
  if ((today?.value ?? 0) > mostReceiptsADay) return;
  const { answerDays } = await adviceRulesOf(work.db);
  const hub = await letterheadOf(work, links);
  await sendMail(
    work,
    receivedMail({ hub, to: request.email, name: request.name, href, answerDays, slot, zone: work.zone }),
  );
}

/** Tells the hub that somebody asks. */
export async function tellHub(
  work: CommandContext,
  links: AdviceLinks,
  request: {
    id: string;
    name: string;
    email: string | null;
    phone: string | null;
    situation: string | null;
    question: string;
    wantsCall: boolean;
    callWhen: string;
  },
  slot: SlotRow | null,
): Promise<void> {
  const hub = await letterheadOf(work, links);
  if (!hub.email) return;
  const known = request.situation ? situations[request.situation as Situation].label : null;
  await sendMail(
    work,
    arrivedMail({
      hub: { ...hub, email: hub.email },
      from: request,
      situation: known,
      slot,
      zone: work.zone,
      href: officeHref(hub, request.id),
    }),
  );
}
