import { typography } from '#platform/french/index.ts';
import { drawMail, type DrawnMail } from '#platform/mail/draw-mail.ts';
import { readableOn } from '#platform/mail/readable-on.ts';
import type { DeliveryBasis } from '../domain/delivery-states.ts';
import { subjectNames } from '../domain/subject-names.ts';
import { paths } from '../paths.ts';
import type { MailingSignature } from '../ports.ts';
import type { MailingSettings } from '../queries/mailing-settings.ts';
import type { WrittenItem, WrittenMailing } from '../queries/read-mailing.ts';
import { mailingBlocks } from './mailing-blocks.ts';

export type DrawableMailing = Pick<
  WrittenMailing,
  'kind' | 'subject' | 'title' | 'preview' | 'introduction' | 'slug' | 'isArchived' | 'items'
>;

/** Draws what those who receive a mailing for one reason read: all of its informations, or some. */
export function drawMailing(
  mailing: DrawableMailing,
  hub: MailingSignature,
  settings: Pick<MailingSettings, 'footerWords'>,
  { basis, items = mailing.items }: { basis: DeliveryBasis; items?: readonly WrittenItem[] },
): Promise<DrawnMail> {
  return drawMail({
    title: mailing.title,
    preview: mailing.preview,
    blocks: mailingBlocks(mailing, items, hub.origin),
    footer: [reasonOf(basis, mailing, hub.name), ...linesOf(settings.footerWords), ...linesOf(hub.footer)],
    siteName: hub.name,
    siteUrl: hub.origin,
    colours: { brand: hub.brandColor, onBrand: readableOn(hub.brandColor) },
    ...(mailing.isArchived && mailing.slug ? { online: hub.origin + paths.archived(mailing.slug) } : {}),
  });
}

/** Why she receives it: the law asks it, and it is what a reader wonders first. */
function reasonOf(basis: DeliveryBasis, { subject }: Pick<DrawableMailing, 'subject'>, hubName: string): string {
  if (basis === 'member') return typography(`Vous recevez ce message parce que vous êtes adhérent·e : ${hubName}.`);
  if (basis === 'consent')
    return typography(`Vous recevez ce message parce que vous avez accepté d’avoir de nos nouvelles : ${hubName}.`);
  return typography(
    subject
      ? `Vous recevez ce message parce que vous êtes abonné·e au sujet « ${subjectNames[subject]} » : ${hubName}.`
      : `Vous recevez ce message parce que vous y êtes abonné·e : ${hubName}.`,
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
