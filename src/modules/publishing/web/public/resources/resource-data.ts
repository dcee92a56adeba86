import { fileHref } from '#platform/stored-files/index.ts';
import { pictureHref } from '#platform/pictures/picture.ts';
import type { licences } from '../../../content/network.ts';
import { publicationPath } from '../../../paths.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import type { ResourceFacts } from './resource-page.tsx';

const licenceAddresses: Readonly<Record<(typeof licences)[number], string | undefined>> = {
  '': undefined,
  'etalab-2.0': 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  'cc-by-4.0': 'https://creativecommons.org/licenses/by/4.0/deed.fr',
  'cc-by-sa-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/deed.fr',
  'cc0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/deed.fr',
  'all-rights': undefined,
};

export function licenceAddress(licence: (typeof licences)[number]): string | undefined {
  return licenceAddresses[licence];
}

/** The schema.org description of a resource: how to do something, step by step, or a work. */
export function resourceData(
  { slug, fields, publishedAt }: StoredPublication<'resource'>,
  { setting, file, reviewedAt }: ResourceFacts,
  origin: string,
): object {
  const { format, steps, licence, publisher, publishedYear, link } = fields.content;
  const common = {
    '@context': 'https://schema.org',
    name: fields.title,
    url: origin + publicationPath('resource', slug),
    description: fields.brief || fields.line,
    inLanguage: 'fr',
    ...(setting.picture ? { image: origin + pictureHref(setting.picture.id, 1280, 'jpeg') } : {}),
    ...(publishedAt ? { datePublished: publishedAt.toString() } : {}),
    dateModified: reviewedAt.toString(),
    ...(licenceAddresses[licence] ? { license: licenceAddresses[licence] } : {}),
    publisher: { '@type': 'Organization', name: publisher || setting.organization?.name || setting.hubName },
  };
  if (steps.length > 0)
    return {
      ...common,
      '@type': 'HowTo',
      step: steps.map(({ title, text, checklist }, index) => ({
        '@type': 'HowToStep',
        position: index + 1,
        name: title || `Étape ${index + 1}`,
        ...(text ? { text } : {}),
        ...(checklist.length > 0
          ? { itemListElement: checklist.map((item) => ({ '@type': 'HowToDirection', text: item })) }
          : {}),
      })),
    };
  return {
    ...common,
    '@type': format === 'book' ? 'Book' : format === 'file' ? 'DigitalDocument' : 'CreativeWork',
    ...(link ? { sameAs: link } : {}),
    ...(file ? { encoding: { '@type': 'MediaObject', contentUrl: origin + fileHref(file) } } : {}),
    ...(publishedYear ? { copyrightYear: publishedYear } : {}),
  };
}
