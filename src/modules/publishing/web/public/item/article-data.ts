import { pictureHref } from '#platform/pictures/picture.ts';
import { publicationPath } from '../../../paths.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import type { ItemSetting } from './item-setting.ts';

/** The schema.org description that items share: names, dates, picture, who speaks. */
export function articleData(
  type: 'Article' | 'NewsArticle' | 'Project',
  { kind, slug, fields, publishedAt, updatedAt }: StoredPublication,
  { organization, hubName, picture }: ItemSetting,
  origin: string,
): object {
  const { speaker: unlisted = '' } = fields.content as { speaker?: string };
  const speaker = organization
    ? { '@type': 'Organization', name: organization.name, url: origin + organization.path }
    : unlisted
      ? { '@type': 'Organization', name: unlisted }
      : { '@type': 'Organization', name: hubName, url: origin };
  const common = {
    '@context': 'https://schema.org',
    '@type': type,
    url: origin + publicationPath(kind, slug),
    description: fields.brief || fields.line,
    inLanguage: 'fr',
    ...(picture ? { image: origin + pictureHref(picture.id, 1280, 'jpeg') } : {}),
  };
  if (type === 'Project') return { ...common, name: fields.title };
  return {
    ...common,
    headline: fields.title.slice(0, 110),
    ...(publishedAt ? { datePublished: publishedAt.toString() } : {}),
    dateModified: updatedAt.toString(),
    author: speaker,
    publisher: { '@type': 'Organization', name: hubName, url: origin },
  };
}
