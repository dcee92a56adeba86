import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { giveSlotBack, takeSlot } from '../../commands/take-slot.ts';
import { withdrawAdviceRequest } from '../../commands/withdraw-advice-request.ts';
import { writeAgain } from '../../commands/write-again.ts';
import { paths } from '../../paths.ts';
import type { AdviceDependencies } from '../../ports.ts';
import { ownRequest } from '../../queries/request-sheet.ts';
import { refusalText } from '../texts.ts';
import { calendarFile } from './calendar-file.ts';
import { followPage } from './follow-page.tsx';
import { sealed } from './private-page.ts';

/** `POST /demande/:secret/message`. */
export async function receiveOwnMessage(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  const { message = '' } = form.values;
  const outcome = await execute(exchange.ctx, writeAgain(links), { secret, message }, { key: form.key });
  if (outcome.ok) return done(exchange, 'C’est envoyé. On vous lit très vite.');
  if (outcome.reason === 'not_found') return exchange.notFound();
  return followPage(exchange, form.values, errorsOf(outcome), 422);
}

/** `POST /demande/:secret/rendez-vous`: takes a slot, or gives it back. */
export async function receiveOwnSlot(exchange: Exchange, { links }: AdviceDependencies): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  const outcome =
    form.values['act'] === 'annuler'
      ? await execute(exchange.ctx, giveSlotBack, { secret }, { key: form.key })
      : await execute(
          exchange.ctx,
          takeSlot(links),
          { secret, slotId: form.values['slotId'] ?? '' },
          { key: form.key },
        );
  if (outcome.ok)
    return done(
      exchange,
      form.values['act'] === 'annuler'
        ? 'Le rendez-vous est annulé, merci d’avoir prévenu.'
        : 'Votre rendez-vous est pris.',
    );
  if (outcome.reason === 'not_found') return exchange.notFound();
  return followPage(exchange, form.values, errorsOf(outcome), 422);
}

/** `POST /demande/:secret/retirer`. */
export async function withdrawOwnRequest(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  if (!(await ownRequest(exchange.ctx.db, secret))) return exchange.notFound();
  if (form.values['sure'] !== 'oui')
    return followPage(
      exchange,
      form.values,
      { sure: 'Cochez la case pour confirmer : rien ne pourra être retrouvé.' },
      422,
    );
  const outcome = await execute(exchange.ctx, withdrawAdviceRequest, { secret }, { key: form.key });
  if (!outcome.ok) return exchange.notFound();
  return exchange.redirect(paths.contact, {
    tone: 'success',
    text: 'Votre demande est effacée. Revenez quand vous voulez.',
  });
}

/** `GET /demande/:secret/rendez-vous.ics`: the appointment for any calendar. */
export async function sendOwnSlot(exchange: Exchange): Promise<Response> {
  const sheet = await ownRequest(exchange.ctx.db, exchange.param('secret'));
  if (!sheet?.slot) return exchange.notFound();
  const file = calendarFile(
    sheet.slot,
    { name: exchange.hub.name, origin: exchange.hub.origin },
    exchange.ctx.clock.now(),
  );
  return sealed(
    new Response(file, {
      headers: {
        'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'content-disposition': 'attachment; filename=rdv.ics',
      },
    }),
  );
}

function done(exchange: Exchange, text: string): Response {
  return sealed(exchange.redirect(paths.ownRequest(exchange.param('secret')), { tone: 'success', text }));
}

function errorsOf(outcome: { reason: string; fields: Readonly<Record<string, string>> }): Record<string, string> {
  return Object.keys(outcome.fields).length > 0 ? { ...outcome.fields } : { '': refusalText(outcome.reason) };
}
