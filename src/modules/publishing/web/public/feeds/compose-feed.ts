import { feedUrls, type Feed, type FeedItem } from '#platform/feeds/index.ts';
import { capitalised } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { pictureHref, readPictures } from '#platform/pictures/picture.ts';
import { textOfHtml } from '#platform/rich-text/index.ts';
import { publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { feedPublications } from '../../../queries/feed-publications.ts';
import { readPublishingSettings } from '../../../queries/publishing-settings.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { kindNames, topicNames } from '../../texts.ts';
import type { NewsTopic } from '../../../content/news.ts';
import { escaped } from './escaped.ts';
import type { PublicationFeed } from './feed-list.ts';

const mostItems = 30;
const never = Temporal.Instant.fromEpochMilliseconds(0);

/** A feed with what everyone may read, whole texts included. */
export async function composeFeed(
  { ctx, hub }: Exchange,
  deps: PublishingDependencies,
  { title, base, home, kinds, content, audience }: PublicationFeed,
): Promise<Feed> {
  const [look, settings, publications] = await Promise.all([
    deps.hubLook(hub.id),
    readPublishingSettings(ctx.db),
    feedPublications(ctx.db, kinds, { content, audience }, mostItems),
  ]);
  const [pictures, organizations] = await Promise.all([
    readPictures(
      ctx.db,
      publications.flatMap(({ fields }) => fields.imageId ?? []),
    ),
    deps.organizations.named(
      ctx,
      publications.flatMap(({ fields }) => fields.organizationId ?? []),
    ),
  ]);
  const shown = new Set(pictures.filter(({ visibility }) => visibility === 'public').map(({ id }) => id));
  const newest = publications.map(({ updatedAt }) => updatedAt).sort((a, b) => Temporal.Instant.compare(b, a))[0];
  return {
    title: `${title} — ${look.name}`,
    description: `${title} : ce que publie ${look.name}.`,
    homeUrl: hub.origin + home,
    urls: feedUrls(hub.origin + base),
    author: look.name,
    websubHub: settings.websubHub,
    updatedAt: newest ?? never,
    items: publications.map((publication) =>
      itemOf(publication, {
        origin: hub.origin,
        author: organizations.get(publication.fields.organizationId ?? '')?.name || speakerOf(publication) || look.name,
        hasPicture: shown.has(publication.fields.imageId ?? ''),
      }),
    ),
  };
}

interface ItemWords {
  origin: string;
  author: string;
  hasPicture: boolean;
}

function itemOf(publication: StoredPublication, { origin, author, hasPicture }: ItemWords): FeedItem {
  const { id, kind, slug, fields, publishedAt, updatedAt } = publication;
  const image =
    hasPicture && fields.imageId
      ? { url: origin + pictureHref(fields.imageId, 1280, 'webp'), type: 'image/webp' }
      : null;
  const topic = topicNames[(fields.content as { topic?: NewsTopic }).topic as NewsTopic] as string | undefined;
  return {
    id: `urn:uuid:${id}`,
    url: origin + publicationPath(kind, slug),
    title: fields.title,
    summary: fields.brief || fields.line || textOfHtml(fields.body).slice(0, 280),
    html: [
      image && `<p><img src="${escaped(image.url)}" alt="${escaped(fields.imageAlternative)}"/></p>`,
      fields.brief && `<p>${escaped(fields.brief)}</p>`,
      // A reader program shows the text away from the site: its own addresses are made whole.
      fields.body.replaceAll(/ href="\/(?!\/)/g, ` href="${escaped(origin)}/`),
    ]
      .filter(Boolean)
      .join('\n'),
    author,
    categories: [kind === 'news' && topic ? topic : capitalised(kindNames[kind].one)],
    publishedAt: publishedAt ?? updatedAt,
    updatedAt,
    image,
  };
}

function speakerOf({ fields }: StoredPublication): string {
  return (fields.content as { speaker?: string }).speaker ?? '';
}
