import { z } from 'zod';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { addWalkIn } from '../commands/add-walk-in.ts';
import { markAttendances, markFields } from '../commands/mark-attendances.ts';
import { dayPaths, ofDate } from '../paths.ts';
import { expectedAt } from '../queries/door.ts';
import { doorAsked, doorPage } from './door-page.tsx';
import { dayRefusal } from './texts.ts';

/** `POST /gestion/agenda/:id/emargement`: one person, one mark, without script. */
export async function receiveMark(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const door = await doorAsked(exchange);
  if (!door) return exchange.notFound();
  const { eventId, id: occurrenceId } = door.date;
  const mark = form.values['mark'] || null;
  const marks = [{ registrationId: form.values['id'] ?? '', mark, at: null }];
  const outcome = await execute(exchange.ctx, markAttendances, { eventId, occurrenceId, marks }, { key: form.key });
  return exchange.redirect(
    ofDate(dayPaths.door(eventId), occurrenceId),
    outcome.ok ? undefined : { tone: 'danger', text: dayRefusal(outcome.reason) },
  );
}

/** `POST /gestion/agenda/:id/emargement/arrivee`: someone came without having registered. */
export async function receiveWalkIn(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const door = await doorAsked(exchange);
  if (!door) return exchange.notFound();
  const { eventId, id: occurrenceId } = door.date;
  const { name = '', organization = '', municipality = '' } = form.values;
  const isOver = form.values['isOver'] === 'oui';
  const input = { eventId, occurrenceId, name, organization, municipality, isOver };
  const outcome = await execute(exchange.ctx, addWalkIn(deps), input, { key: form.key });
  if (outcome.ok)
    return exchange.redirect(ofDate(dayPaths.door(eventId), occurrenceId), {
      tone: 'success',
      text: `${name.trim()} est noté·e présent·e.`,
    });
  const errors =
    Object.keys(outcome.fields).length > 0
      ? outcome.fields
      : { [outcome.reason === 'no_seat_left' ? 'isOver' : '']: dayRefusal(outcome.reason) };
  return doorPage(exchange, { values: form.values, errors }, 422);
}

const queued = z.object({
  /** Made by the phone, once an act: what was taken is never taken twice. */
  key: z.uuid(),
  mark: markFields.optional(),
  walkIn: z
    .object({
      name: z.string().max(200),
      organization: z.string().max(300).default(''),
      municipality: z.string().max(300).default(''),
      isOver: z.boolean().default(false),
      at: z.iso.datetime({ offset: true }),
    })
    .optional(),
});
const queueShape = z.object({ acts: z.array(queued).max(500) });

/**
 * `POST /gestion/agenda/:id/emargement/synchroniser`: what a phone noted without network, in one sending. Answers which
 * acts were taken, which were refused and why, and where everyone stands.
 */
export async function receiveQueue(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const door = await doorAsked(exchange);
  if (!door) return exchange.notFound();
  const sent = queueShape.safeParse(await exchange.http.req.json().catch(() => null));
  if (!sent.success) return Response.json({ error: 'unreadable' }, { status: 400 });
  const { ctx } = exchange;
  const { eventId, id: occurrenceId } = door.date;
  const taken: string[] = [];
  const refused: { key: string; text: string }[] = [];
  for (const { key, walkIn } of sent.data.acts) {
    if (!walkIn) continue;
    const outcome = await execute(ctx, addWalkIn(deps), { eventId, occurrenceId, ...walkIn }, { key });
    if (outcome.ok) taken.push(key);
    else refused.push({ key, text: Object.values(outcome.fields)[0] ?? dayRefusal(outcome.reason) });
  }
  const marks = sent.data.acts.filter((act) => act.mark !== undefined);
  if (marks.length > 0) {
    // Sent again, it says the same: the latest by its own clock stands.
    const input = { eventId, occurrenceId, marks: marks.flatMap((act) => act.mark ?? []) };
    const outcome = await execute(ctx, markAttendances, input);
    for (const { key } of marks)
      if (outcome.ok || outcome.reason === 'not_registered') taken.push(key);
      else refused.push({ key, text: dayRefusal(outcome.reason) });
  }
  return Response.json({ taken, refused, people: await peopleNow(exchange) });
}

/** `GET /gestion/agenda/:id/emargement/etat`: where everyone stands, for the other phones. */
export async function sendState(exchange: Exchange): Promise<Response> {
  if (!(await doorAsked(exchange))) return exchange.notFound();
  return Response.json({ people: await peopleNow(exchange) });
}

async function peopleNow(exchange: Exchange) {
  const door = await doorAsked(exchange);
  if (!door) return [];
  return (await expectedAt(exchange.ctx, door)).map(({ registrant, mark, markedAt }) => ({
    id: registrant.id,
    name: registrant.name,
    mark,
    at: markedAt?.toString() ?? null,
  }));
}
