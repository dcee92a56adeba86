import type { Exchange } from '#platform/http/exchange.ts';
import { mailPreviewHeaders } from '#platform/http/security-headers.ts';
import type { DrawnMail } from '#platform/mail/draw-mail.ts';
import { unsubscribeMark } from '#platform/mail/unsubscribe-mark.ts';
import { isId } from '#platform/ids/ids.ts';
import { drawMailing, type DrawableMailing } from '../../compose/draw-mailing.ts';
import { itemsOf } from '../../compose/item-of.ts';
import type { MailingDependencies } from '../../ports.ts';
import { readMailingSettings } from '../../queries/mailing-settings.ts';
import { readMailing } from '../../queries/read-mailing.ts';
import { drawable, fieldsOf, readDraft } from './draft.ts';

/** `GET /gestion/envois/apercu?…`: the mail that the form describes. */
export async function previewDraft(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const draft = readDraft(fieldsOf(exchange.url.searchParams));
  const items = await itemsOf(exchange.ctx, deps.mailables(), draft.refs);
  return preview(exchange, deps, drawable(draft, items));
}

/** `GET /gestion/envois/:id/apercu`: the mail as it is kept. */
export async function previewMailing(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const id = exchange.param('id');
  const mailing = isId(id) ? await readMailing(exchange.ctx.db, id) : null;
  return mailing ? preview(exchange, deps, mailing) : exchange.notFound();
}

async function preview(exchange: Exchange, deps: MailingDependencies, mailing: DrawableMailing): Promise<Response> {
  const [hub, settings] = await Promise.all([deps.signature(exchange.hub.id), readMailingSettings(exchange.ctx.db)]);
  // Pictures come from the address the team is on, which may not be the public one.
  const drawn: DrawnMail = await drawMailing(mailing, { ...hub, origin: exchange.hub.origin }, settings, {
    basis: 'subscriber',
  });
  if (exchange.query('format') === 'texte')
    return exchange.http.text(drawn.text.replaceAll(unsubscribeMark, `${exchange.hub.origin}/desabonnement/…`));
  exchange.http.set('isDressed', true);
  return new Response(drawn.html.replaceAll(unsubscribeMark, '#'), {
    headers: mailPreviewHeaders(exchange.http.get('commonHeaders')),
  });
}
