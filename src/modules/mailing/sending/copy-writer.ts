import type { DrawnMail } from '#platform/mail/draw-mail.ts';
import type { MailCopy } from '#platform/mail/mail-carrier.ts';
import type { SignedIds } from '#platform/secrets/signed-ids.ts';
import { drawMailing } from '../compose/draw-mailing.ts';
import { requestKind } from '../domain/edition.ts';
import { replyAddress } from '../replies/reply-address.ts';
import { paths, unsubscribePurpose } from '../paths.ts';
import { answerPurpose, editionPaths, ownAnswerPath } from '../reader-paths.ts';
import type { MailingSignature } from '../ports.ts';
import type { MailingSettings } from '../queries/mailing-settings.ts';
import type { WrittenMailing } from '../queries/read-mailing.ts';
import type { ClaimedCopy } from './claim-copies.ts';

/** Writes the copies of one mailing. */
export interface CopyWriter {
  write(copy: Pick<ClaimedCopy, 'id' | 'address' | 'name' | 'basis' | 'itemIds'>): Promise<MailCopy>;
}

/** Drawings kept at once: readers of a digest who chose the same subjects read the same one. */
const keptDrawings = 200;

/** Draws each different letter once; only the link by which each stops it is her own. */
export function openCopyWriter(
  mailing: WrittenMailing,
  {
    hubId,
    hub,
    settings,
    links,
  }: { hubId: string; hub: MailingSignature; settings: MailingSettings; links: SignedIds },
): CopyWriter {
  const drawn = new Map<string, Promise<DrawnMail>>();
  const drawingFor = (basis: ClaimedCopy['basis'], itemIds: readonly string[] | null): Promise<DrawnMail> => {
    const key = `${basis} ${itemIds?.join() ?? '*'}`;
    let drawing = drawn.get(key);
    if (!drawing) {
      if (drawn.size >= keptDrawings) drawn.clear();
      const items = itemIds ? mailing.items.filter((item) => itemIds.includes(item.id)) : mailing.items;
      drawn.set(key, (drawing = drawMailing(mailing, hub, settings, { basis, items })));
    }
    return drawing;
  };
  const asksForNews = mailing.items.some(({ kind }) => kind === requestKind);
  const withOwnLink = (written: string, id: string): string =>
    asksForNews
      ? written.replaceAll(ownAnswerPath, editionPaths.answer(links.write(answerPurpose, hubId, id)))
      : written;
  return {
    async write({ id, address, name, basis, itemIds }) {
      const { html, text } = await drawingFor(basis, itemIds);
      return {
        id,
        to: { address, name: name || null },
        fromName: settings.senderName || hub.name,
        replyTo: settings.repliesTo
          ? replyAddress(links, hubId, settings.repliesTo, id)
          : settings.replyTo || hub.email,
        title: mailing.title,
        html: withOwnLink(html, id),
        text: withOwnLink(text, id),
        unsubscribeUrl: hub.origin + paths.unsubscribe(links.write(unsubscribePurpose, hubId, id)),
        origin: hub.origin,
      };
    },
  };
}
