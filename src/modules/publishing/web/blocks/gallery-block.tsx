import type { JSX } from 'preact';
import { pictureHref } from '#platform/pictures/picture.ts';
import { PhotoImage } from '#ui/components/photo-image.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';
import { BlockFrame } from './block-frame.tsx';

const sizes = '(min-width: 960px) 400px, (min-width: 480px) 46vw, 92vw';
const large = 1600;

/** Photos side by side, each with its caption; a click shows it large (its file, without script). */
export function GalleryBlock({
  block,
  data,
}: {
  readonly block: BlockOf<'gallery'>;
  readonly data: BlockData;
}): JSX.Element | null {
  const shown = block.pictures.flatMap(({ imageId, alternative }) => {
    const picture = data.pictures.get(imageId);
    return picture ? [{ picture, photo: photoOf(picture, sizes, alternative) }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <BlockFrame title={block.title} class="block-gallery">
      <es-gallery>
        <ul class="gallery">
          {shown.map(({ picture, photo }, rank) => (
            <li>
              <figure>
                <a
                  href={pictureHref(picture.id, large, 'webp')}
                  {...(photo.alt ? {} : { 'aria-label': `Voir la photo ${rank + 1} en grand` })}
                >
                  <PhotoImage photo={photo} />
                </a>
                {(photo.alt || photo.credit) && (
                  <figcaption>
                    {/* The picture says it already to those who do not see it. */}
                    {photo.alt && <span aria-hidden="true">{photo.alt}</span>}
                    {photo.credit && <small>Photo : {photo.credit}</small>}
                  </figcaption>
                )}
              </figure>
            </li>
          ))}
        </ul>
      </es-gallery>
    </BlockFrame>
  );
}
