import {
  addReadyAnswer,
  answerAdviceRequest,
  arrangeAdviceRequest,
  closeAdviceRequests,
  contactFor,
  noteOnRequest,
  offerSlots,
  recordAdviceRequest,
  sendAdviceRequest,
  setAdviceContact,
  writeAgain,
  type AdviceLinks,
} from '#modules/advice/index.ts';
import { employees } from '#modules/identity/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Actor, Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { demoContacts, demoReadyAnswers, demoRequests, demoSlots, type DemoRequest } from './demo-advice.ts';
import { hoursBefore } from './moments.ts';

export type RequestOutcome = 'oriented' | 'answered' | 'met' | 'project' | 'no_reply' | 'out_of_scope';

/** Half a year of questions and answers, those who answer, and the moments of the coming two weeks. */
export async function fillAdvice(ctx: Context, links: AdviceLinks): Promise<void> {
  const camille = await employeeOf(ctx);
  // Named last: with them, an earlier filling went to its end.
  if (!camille || (await contactFor(ctx))) return;
  const team = { ...ctx, actor: camille };
  for (const answer of demoReadyAnswers) unwrap(await execute(team, addReadyAnswer, answer));
  const slots: string[] = [];
  for (const { inDays, time, count, mode } of demoSlots) {
    const day = workingDayAfter(ctx, inDays).toString();
    const place = mode === 'place' ? '1 place des Initiatives imaginaires, 35470 Bain-de-Bretagne' : '';
    const wanted = { day, time, minutes: 45, count, mode, place, hostName: camille.name };
    slots.push(...unwrap(await execute(team, offerSlots, wanted)).ids);
  }
  for (const request of demoRequests) await play(ctx, camille, links, request, slots[0]);
  for (const contact of demoContacts) unwrap(await execute(team, setAdviceContact, contact));
}

/** One request from its question to its end, each act at its hour. */
async function play(
  ctx: Context,
  camille: Actor,
  links: AdviceLinks,
  request: DemoRequest,
  slotId: string | undefined,
): Promise<void> {
  const asked = request.daysAgo * 24;
  const visitor = (hours: number): Context => ({ ...hoursBefore(ctx, Math.max(0.1, hours)), actor: null });
  const team = (hours: number): Context => ({ ...visitor(hours), actor: camille });
  const { name, reach, situation, question, referrer = '', callWhen = '' } = request;
  const isMail = reach.includes('@');
  const { id } = request.by
    ? unwrap(
        await execute(team(asked), recordAdviceRequest(links), {
          channel: request.by,
          name,
          email: isMail ? reach : '',
          phone: isMail ? '' : reach,
          situation,
          question,
          referrer,
        }),
      )
    : unwrap(
        await execute(visitor(asked), sendAdviceRequest(links), {
          name,
          reach,
          situation,
          message: question,
          cameFrom: request.from ?? '',
          referrer,
          wantsCall: callWhen !== '',
          callWhen,
          slotId: request.takesSlot ? slotId : null,
        }),
      );
  const { answer, again, note, closed, tags = [] } = request;
  if (tags.length > 0)
    unwrap(
      await execute(team(asked - 0.1), arrangeAdviceRequest(links), {
        id,
        assignedToId: answer || note ? camille.personId : null,
        situation,
        referrer,
        tags: [...tags],
      }),
    );
  if (note) unwrap(await execute(team(asked - 1), noteOnRequest, { id, kind: 'note', text: note }));
  if (answer)
    unwrap(
      await execute(team(asked - answer.after), answerAdviceRequest(links), {
        id,
        answer: answer.text,
        by: isMail ? 'mail' : 'page',
      }),
    );
  if (again) {
    const secret = links.secretOf(ctx.hubId, id);
    unwrap(await execute(visitor(asked - again.after), writeAgain(links), { secret, message: again.text }));
  }
  if (closed)
    unwrap(await execute(team(asked - (answer?.after ?? 0) - 96), closeAdviceRequests, { ids: [id], ...closed }));
}

async function employeeOf(ctx: Context): Promise<Actor | null> {
  const [first] = await employees(ctx.db);
  return first
    ? { personId: first.personId, accountId: first.personId, name: first.name, roles: new Set(['employee']) }
    : null;
}

function workingDayAfter(ctx: Context, days: number): Temporal.PlainDate {
  const date = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days });
  return date.dayOfWeek > 5 ? date.add({ days: 8 - date.dayOfWeek }) : date;
}
