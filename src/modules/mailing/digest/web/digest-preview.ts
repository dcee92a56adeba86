import type { Exchange } from '#platform/http/exchange.ts';
import { mailPreviewHeaders } from '#platform/http/security-headers.ts';
import { unsubscribeMark } from '#platform/mail/draw-mail.ts';
import { drawMailing } from '../../compose/draw-mailing.ts';
import { itemToWrite } from '../../compose/item-of.ts';
import type { MailingDependencies } from '../../ports.ts';
import { readMailingSettings } from '../../queries/mailing-settings.ts';
import { comingDigest } from '../queries/coming-items.ts';

/** `GET /gestion/envois/recapitulatif/apercu`: the next digest as one who chose all subjects would read it. */
export async function previewDigest(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const [coming, hub, settings] = await Promise.all([
    comingDigest(exchange.ctx, deps.mailables()),
    deps.signature(exchange.hub.id),
    readMailingSettings(exchange.ctx.db),
  ]);
  const items = coming.items.map(({ item }, position) => {
    const { id: itemId, text, by, ...fields } = itemToWrite(item);
    const picture = item.picture && { ...item.picture, visibility: 'public' as const };
    return { ...fields, id: itemId, itemId, position, words: text, byName: by, withdrawnAt: null, picture };
  });
  const mailing = {
    kind: 'digest' as const,
    subject: null,
    title: 'Le prochain récapitulatif',
    preview: '',
    introduction: coming.introduction,
    slug: null,
    isArchived: false,
    items,
  };
  const drawn = await drawMailing(mailing, { ...hub, origin: exchange.hub.origin }, settings, { basis: 'subscriber' });
  exchange.http.set('isDressed', true);
  return new Response(drawn.html.replaceAll(unsubscribeMark, '#'), {
    headers: mailPreviewHeaders(exchange.http.get('commonHeaders')),
  });
}
