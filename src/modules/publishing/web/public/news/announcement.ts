import type { Context } from '#platform/context/context.ts';
import { formatDate } from '#platform/french/index.ts';
import { textOfHtml } from '#platform/rich-text/index.ts';
import type { Announcement } from '../../../domain/channels.ts';
import type { PublicationFields } from '../../../content/publication-fields.ts';
import type { PublicationKind } from '../../../domain/publication.ts';
import { publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';

interface Told {
  kind: PublicationKind;
  slug: string;
  fields: PublicationFields;
}

/** What every channel says of a publication. */
export async function announcementOf(
  ctx: Context,
  deps: Pick<PublishingDependencies, 'hubLook' | 'organizations' | 'contactFor'>,
  { kind, slug, fields }: Told,
  origin: string,
): Promise<Announcement> {
  const [look, named, contact] = await Promise.all([
    deps.hubLook(ctx.hubId),
    fields.organizationId ? deps.organizations.named(ctx, [fields.organizationId]) : null,
    deps.contactFor(ctx, null),
  ]);
  const content = fields.content as { radio?: string; speaker?: string };
  return {
    title: fields.title,
    line: fields.line,
    brief: fields.brief,
    body: textOfHtml(fields.body),
    radio: content.radio ?? '',
    speaker: named?.get(fields.organizationId ?? '')?.name || content.speaker || look.name,
    hubName: look.name,
    when: fields.happenedOn ? `le ${formatDate(Temporal.PlainDate.from(fields.happenedOn), { weekday: true })}` : '',
    contact: { name: fields.authorName || (contact?.name ?? ''), phone: contact?.phone ?? '' },
    url: origin + publicationPath(kind, slug),
  };
}
