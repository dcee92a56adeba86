import type { Context } from '#platform/context/context.ts';
import type { MailableItem, MailableSource } from '#platform/contributions/module.ts';
import { isId } from '#platform/ids/ids.ts';
import type { ItemToWrite } from '../domain/mailing-fields.ts';

/** A thing another module keeps, as an address names it: `news.0197…`. */
export interface ItemRef {
  kind: string;
  id: string;
}

/** Reads `news.0197…`; null for anything else. */
export function readRef(text: string): ItemRef | null {
  const at = text.lastIndexOf('.');
  const [kind, id] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && /^[a-z_]{1,40}$/.test(kind) && isId(id) ? { kind, id } : null;
}

export const writeRef = ({ kind, id }: ItemRef): string => `${kind}.${id}`;

/** The things named that everyone may see, in order; those that went or are over are left out. */
export async function itemsOf(
  ctx: Context,
  sources: readonly MailableSource[],
  refs: readonly ItemRef[],
): Promise<MailableItem[]> {
  const kinds = [...new Set(refs.map((ref) => ref.kind))];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const source = sources.find((one) => one.kind === kind);
      return source
        ? source.chosen(
            ctx,
            refs.filter((ref) => ref.kind === kind).map((ref) => ref.id),
          )
        : [];
    }),
  );
  const all = found.flat();
  return refs.flatMap((ref) => all.find((item) => item.kind === ref.kind && item.id === ref.id) ?? []);
}

/** The same as it is kept with the mailing. */
export function itemToWrite(item: MailableItem): ItemToWrite {
  return {
    kind: item.kind,
    id: item.id,
    subject: item.subject,
    title: item.title.slice(0, 300),
    href: item.href,
    text: item.text.slice(0, 4000),
    facts: item.facts.slice(0, 8).map(([label, value]) => [label, value]),
    isOwn: item.isOwn,
    by: (item.by ?? '').slice(0, 300),
    pictureId: item.picture?.id ?? null,
    publishedAt: item.publishedAt,
    expiresAt: item.expiresAt,
  };
}
