import { execute } from '#platform/command/execute.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { plural } from '#platform/french/index.ts';
import { putInDigest } from '../../commands/put-in-digest.ts';
import { sendTest } from '../../commands/send-test.ts';
import { writeMailing } from '../../commands/write-mailing.ts';
import { itemsOf, itemToWrite } from '../../compose/item-of.ts';
import { paths } from '../../paths.ts';
import type { MailingDependencies } from '../../ports.ts';
import { readMailing } from '../../queries/read-mailing.ts';
import { errorsOf, sentenceOf } from '../texts.ts';
import { composePage, type ComposeState } from './compose-page.tsx';
import { draftOf, readDraft } from './draft.ts';

/** `GET /gestion/envois/:id/modifier` */
export async function showEdit(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const mailing = await mailingOf(exchange);
  if (!mailing) return exchange.notFound();
  if (mailing.kind === 'digest') return exchange.redirect(paths.digest);
  const draft = draftOf(mailing);
  return composePage(exchange, deps, { draft, known: mailing, errors: {}, values: {}, status: 200 });
}

/** `POST /gestion/envois/ecrire` and `…/modifier`: sends, keeps, plans or tries what is written. */
export async function receiveCompose(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const form = await exchange.form();
  const mailing = exchange.param('id') ? await mailingOf(exchange) : null;
  if (exchange.param('id') && !mailing) return exchange.notFound();
  const known = mailing && { id: mailing.id, version: Number(form.values['version'] ?? 0) };
  const draft = readDraft(form);
  const again = (change: Partial<ComposeState>) =>
    composePage(exchange, deps, { draft, known, errors: {}, values: form.values, status: 200, ...change });
  const what = form.values['faire'];
  if (!what || what === 'actualiser') return again({});
  const items = (await itemsOf(ctx, deps.mailables(), draft.refs)).map(itemToWrite);
  const { refs: _refs, ...fields } = draft;
  if (what === 'essai') {
    const kept = await execute(ctx, writeMailing(deps), { ...fields, ...known, items, act: 'keep' }, { key: form.key });
    if (!kept.ok) return again({ errors: errorsOf(kept), status: 422 });
    const outcome = await execute(ctx, sendTest, { id: kept.value.id });
    if (!outcome.ok) return exchange.redirect(paths.edit(kept.value.id), { tone: 'danger', text: sentenceOf(outcome) });
    return exchange.redirect(paths.edit(kept.value.id), {
      tone: 'success',
      text: `Un essai part à ${outcome.value.address}. Ce que vous avez écrit est gardé.`,
    });
  }
  if (what === 'recapitulatif') {
    const outcome = await execute(ctx, putInDigest, { items }, { key: form.key });
    if (!outcome.ok) return again({ errors: errorsOf(outcome), status: 422 });
    return exchange.redirect(paths.digest, { tone: 'success', text: 'C’est dans le prochain récapitulatif.' });
  }
  const act = what === 'programmer' ? 'schedule' : what === 'garder' ? 'keep' : 'send';
  const input = {
    ...fields,
    ...known,
    items,
    act,
    scheduledAt: act === 'schedule' ? momentOf(form, ctx.zone) : null,
  };
  const outcome = await execute(ctx, writeMailing(deps), input, { key: form.key });
  if (!outcome.ok) return again({ errors: errorsOf(outcome), status: 422 });
  return exchange.redirect(paths.mailing(outcome.value.id), {
    tone: 'success',
    text: {
      send: `C’est parti pour ${plural(outcome.value.copies, 'adresse')}.`,
      schedule: 'L’envoi partira au moment choisi.',
      keep: 'Le brouillon est gardé.',
    }[act],
  });
}

async function mailingOf(exchange: Exchange) {
  const id = exchange.param('id');
  return isId(id) ? readMailing(exchange.ctx.db, id) : null;
}

function momentOf({ values }: SentForm, zone: string): Temporal.Instant | null {
  try {
    return Temporal.PlainDateTime.from(`${values['scheduledOn'] ?? ''}T${values['scheduledAt'] ?? ''}`)
      .toZonedDateTime(zone)
      .toInstant();
  } catch {
    return null;
  }
}
