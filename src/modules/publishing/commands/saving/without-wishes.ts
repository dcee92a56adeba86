import type { PublicationFields } from '../../content/publication-fields.ts';

/** What only the team decides stays as it was: how long something is kept on top, when it is read again. */
export function withoutWishes(
  fields: PublicationFields,
  stored: { fields: PublicationFields } | null,
): PublicationFields {
  const former = stored?.fields;
  const content =
    'pinnedUntil' in fields.content ? { ...fields.content, pinnedUntil: pinnedUntil(former?.content) } : fields.content;
  return { ...fields, content, reviewOn: former?.reviewOn ?? null };
}

function pinnedUntil(content: PublicationFields['content'] | undefined): string | null {
  return content && 'pinnedUntil' in content ? content.pinnedUntil : null;
}
