import { readHubSettings } from '#modules/hub/index.ts';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import type { Actor, CommandContext } from '#platform/context/context.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import { accept, refuse } from '#platform/outcome/outcome.ts';
import { delayDue } from '../domain/reminders-due.ts';
import { reminderMail } from '../emails/membership-mails.ts';
import { paths } from '../paths.ts';
import { mayKeepMemberships } from '../policy.ts';
import type { MembershipDependencies } from '../ports.ts';
import { openCampaign, type Campaign } from '../queries/campaigns.ts';
import { mayBeReminded, mustBeCalled, toRenew, type ToRenew } from '../queries/to-renew.ts';
import { membershipReminders } from '../tables.ts';
import { openClosedLinks, turnFor } from './saving/turn-links.ts';

/** Asks all who have to renew, or those chosen: one right person each, never who paid, answered or said no. */
export const remindMembers = (deps: MembershipDependencies) =>
  command({
    name: 'membership.remind',
    input: z.object({
      /** Null: all of them. */
      ids: z.array(z.uuid()).max(5000).nullable().default(null),
    }),
    allow: mayKeepMemberships,
    async run(work, { ids }) {
      const campaign = await campaignNow(work);
      if (!campaign) return refuse('not_open');
      await openClosedLinks(work, deps);
      const wanted = ids && new Set(ids);
      const list = (await toRenew(work.db, { now: work.now(), zone: work.zone, campaign })).filter(
        ({ id }) => wanted === null || wanted.has(id),
      );
      const asked = list.filter(mayBeReminded);
      await tellAll(
        work,
        deps,
        campaign,
        asked.map((one) => ({ one, delayDays: null })),
      );
      work.record({
        subjectKind: 'membership-campaign',
        subjectId: campaign.id,
        summary: `${plural(asked.length, 'relance')} d’adhésion`,
      });
      return accept({ count: asked.length, toCall: list.filter(mustBeCalled).length });
    },
  });

/** Notes that somebody was called, or written to on paper: nobody asks her again before some days. */
export const noteReminder = command({
  name: 'membership.note-reminder',
  input: z.object({ id: z.uuid(), channel: z.enum(['phone', 'letter']).default('phone') }),
  allow: mayKeepMemberships,
  async run(work, { id, channel }) {
    const campaign = await campaignNow(work);
    if (!campaign) return refuse('not_open');
    const one = (await toRenew(work.db, { now: work.now(), zone: work.zone, campaign })).find(
      (found) => found.id === id,
    );
    if (!one) return refuse('not_found');
    await keep(work, campaign, one, { channel, delayDays: null });
    work.record({
      subjectKind: 'membership',
      subjectId: id,
      summary: `${one.name} : ${channel === 'phone' ? 'appel' : 'lettre'} pour le renouvellement`,
    });
    return accept(null);
  },
});

const isMachine = (actor: Actor | null): boolean => actor === null;

/** Asks by itself those whose delay has come, when the campaign says so; each delay once. */
export const remindByItself = (deps: MembershipDependencies) =>
  command({
    name: 'membership.remind-by-itself',
    input: z.object({}),
    allow: isMachine,
    async run(work) {
      const campaign = await campaignNow(work);
      const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
      await openClosedLinks(work, deps);
      const earliest = -Math.min(0, ...(campaign?.reminderDays ?? []));
      const list = campaign
        ? await toRenew(work.db, { now: work.now(), zone: work.zone, campaign, from: earliest })
        : [];
      const due = list.filter(mayBeReminded).flatMap((one) => {
        const delayDays = delayDue(campaign?.reminderDays ?? [], one.endsOn, today, one.toldDelays);
        return delayDays === null ? [] : [{ one, delayDays }];
      });
      if (campaign) await tellAll(work, deps, campaign, due);
      work.record({
        subjectKind: 'membership-campaign',
        subjectId: campaign?.id ?? null,
        summary: `${plural(due.length, 'relance')} d’adhésion, d’après les délais de la campagne`,
      });
      return accept({ count: due.length });
    },
  });

async function campaignNow(work: CommandContext): Promise<Campaign | null> {
  return openCampaign(work.db, work.now().toZonedDateTimeISO(work.zone).toPlainDate());
}

async function tellAll(
  work: CommandContext,
  deps: MembershipDependencies,
  campaign: Campaign,
  list: readonly { one: ToRenew; delayDays: number | null }[],
): Promise<void> {
  const { links } = deps;
  const hub = await readHubSettings(work.db, work.hubId);
  const origin = await links.originOf(work.hubId);
  for (const { one, delayDays } of list) {
    const { target } = one;
    if (!target?.email) continue;
    const turn = await turnFor(work, deps, one, target.email);
    await keep(work, campaign, one, { channel: 'mail', delayDays });
    const secret = links.secretOf('renewal', work.hubId, one.id, turn);
    const mail = reminderMail(
      {
        hub: { name: hub?.name ?? '', email: hub?.email ?? null },
        to: target.email,
        name: target.name,
        href: `${origin}${paths.renew(secret)}`,
      },
      { member: one.name, isOver: one.isOver, ends: formatDate(one.endsOn), campaign: campaign.name },
    );
    await sendMail(work, { ...mail, to: { ...mail.to, ...(target.personId ? { personId: target.personId } : {}) } });
  }
}

async function keep(
  work: CommandContext,
  campaign: Campaign,
  { id, target }: ToRenew,
  how: { channel: 'mail' | 'phone' | 'letter'; delayDays: number | null },
): Promise<void> {
  await work.db.insert(membershipReminders).values({
    ...how,
    id: work.newId(),
    membershipId: id,
    campaignId: campaign.id,
    personId: target?.personId ?? null,
    name: target?.name ?? '',
    email: how.channel === 'mail' ? (target?.email ?? null) : null,
    sentBy: work.actor?.name ?? '',
    sentById: work.actor?.personId ?? null,
    sentAt: work.now(),
  });
}
