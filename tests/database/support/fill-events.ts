import { sql } from 'drizzle-orm';
import type { Context } from '#platform/context/context.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import type { TestHub, TestPerson, TestSite } from '#tests/support/app.ts';
import { fillAgenda } from './fill-agenda.ts';
import { fillAgendaModeration, type FilledAgendaModeration } from './fill-agenda-moderation.ts';
import { fillAgendaSources, type FilledAgendaSources } from './fill-agenda-sources.ts';
import { fillMembership, type FilledMembership } from './fill-membership.ts';
import { fillMembershipMoney, type FilledMembershipMoney } from './fill-membership-money.ts';
import { fillPayments, type FilledPayments } from './fill-payments.ts';
import { fillProgramme, type FilledProgramme } from './fill-programme.ts';
import { fillRegistration, type FilledRegistration } from './fill-registration.ts';
import { fillRegistrationDay } from './fill-registration-day.ts';
import { fillTraining, type FilledTraining } from './fill-training.ts';

/** What the agenda, registrations, payments, programmes and trainings of a hub were filled with. */
export interface FilledEvents {
  agenda: Awaited<ReturnType<typeof fillAgenda>> & { slug: string; version: number };
  moderation: FilledAgendaModeration;
  sources: FilledAgendaSources;
  registration: FilledRegistration;
  payments: FilledPayments;
  membership: FilledMembership;
  money: FilledMembershipMoney;
  programme: FilledProgramme;
  training: FilledTraining;
  /** Private links, by what they open. */
  secrets: Record<'proposal' | 'poll' | 'answer' | 'calendar' | 'survey' | 'interest', string>;
}

/** Fills all that happens in a hub, with `words` in every free text. */
export async function fillEvents(
  site: TestSite,
  hub: TestHub,
  ctx: Context,
  { words, employee, organizationId }: { words: string; employee: TestPerson; organizationId: string },
): Promise<FilledEvents> {
  const agenda = await fillAgenda(site, ctx, words, organizationId);
  const moderation = await fillAgendaModeration(site, ctx, words);
  const sources = await fillAgendaSources(site, ctx, words);
  const registration = await fillRegistration(site, hub, ctx, words);
  const payments = await fillPayments(site, hub, ctx, words);
  const membership = await fillMembership(site, hub, ctx, words);
  const money = await fillMembershipMoney(site, hub, ctx, { membership, words });
  await fillRegistrationDay(site, hub, ctx, words);
  const programme = await fillProgramme(site, hub, ctx, words);
  const training = await fillTraining(hub, ctx, employee.cookie, words);
  const links = openSignedIds(site.site.deps.settings.secret);
  const first = async (table: string): Promise<string> => {
    const { rows } = await ctx.db.execute<{ id: string }>(sql`select id from ${sql.identifier(table)} limit 1`);
    return rows[0]?.id ?? '';
  };
  const { rows } = await ctx.db.execute<{ slug: string; version: number }>(
    sql`select slug, version from agenda_events where id = ${agenda.published}`,
  );
  return {
    agenda: { ...agenda, slug: rows[0]?.slug ?? '', version: rows[0]?.version ?? 0 },
    moderation,
    sources,
    registration,
    payments,
    membership,
    money,
    programme,
    training,
    secrets: {
      proposal: links.write('agenda-proposal', hub.id, moderation.proposed),
      poll: links.write('agenda-poll', hub.id, moderation.poll),
      answer: links.write('agenda-poll-answer', hub.id, moderation.answer),
      calendar: links.write('calendar', hub.id, sources.calendar),
      survey: links.write('training-survey', hub.id, await first('training_survey_links')),
      interest: links.write('training-interest', hub.id, await first('training_interests')),
    },
  };
}
