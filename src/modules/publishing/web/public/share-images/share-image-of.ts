import type { PageView } from '#platform/http/exchange.ts';
import type { PublicationKind } from '../../../domain/publication.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';

const folder = '/images/partage';

export const homeShareImagePath = `${folder}/accueil.png`;

/** Address of the picture drawn for a version of a publication. */
export function shareImagePath(kind: PublicationKind | ':kind', id: string, version: number | string): string {
  return `${folder}/${kind}/${id}-${version}.png`;
}

/** The picture that networks show of a public page: for `PageView.image`. */
export function shareImageOf({
  kind,
  id,
  version,
  fields,
}: Pick<StoredPublication, 'kind' | 'id' | 'version' | 'fields'>): NonNullable<PageView['image']> {
  const shown =
    fields.imageId && fields.imageAlternative ? `${fields.title}. ${fields.imageAlternative}` : fields.title;
  return { url: shareImagePath(kind, id, version), alternative: shown };
}

/** The picture that networks show of the home. */
export function homeShareImage(hubName: string): NonNullable<PageView['image']> {
  return { url: homeShareImagePath, alternative: hubName };
}
