import type { Context } from '#platform/context/context.ts';
import type { TodoEntry } from '#platform/contributions/module.ts';
import { isSituation, situations } from '../../domain/situations.ts';
import { mayAnswerVisitors } from '../../policy.ts';
import { waitingMessages, type ContactMessage } from '../../queries/contact-messages.ts';
import { paths } from '../paths.ts';

/** « Quelqu’un attend »: messages without an answer, those that have waited longest first. */
export async function messagesTodo(ctx: Context): Promise<TodoEntry[]> {
  if (!mayAnswerVisitors(ctx.actor)) return [];
  return (await waitingMessages(ctx.db, 20)).map(entryOf);
}

function entryOf(message: ContactMessage): TodoEntry {
  const line = message.message.replaceAll(/\s+/g, ' ');
  const who =
    message.situation && isSituation(message.situation)
      ? `${message.name} · ${situations[message.situation].label.toLowerCase()}`
      : message.name;
  return {
    group: 'waiting',
    title: line.length > 90 ? `${line.slice(0, 87).trimEnd()}…` : line,
    detail: `${who} · par le formulaire de contact`,
    action: { label: message.email ? 'Répondre' : 'Rappeler', path: paths.message(message.id) },
    since: message.receivedAt,
    hue: 'coral',
  };
}
