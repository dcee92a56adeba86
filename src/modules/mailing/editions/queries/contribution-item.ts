import type { ItemToWrite } from '../../domain/mailing-fields.ts';
import { contributionKind } from '../../domain/edition.ts';
import type { editionContributions } from '../tables.ts';

/** What an actor wrote, as a mailing tells it. */
export function contributionItem(one: typeof editionContributions.$inferSelect, href: string): ItemToWrite {
  return {
    kind: contributionKind,
    id: one.id,
    subject: 'life',
    title: one.title,
    href,
    text: one.body,
    facts: one.href ? [['En savoir plus', one.href]] : [],
    isOwn: false,
    by: one.structureName,
    pictureId: one.pictureId,
    publishedAt: one.receivedAt,
    expiresAt: null,
  };
}
