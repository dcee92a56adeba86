import type { JSX } from 'preact';
import { Icon } from '#ui/components/icon.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import type { BlockOf } from '../../content/blocks.ts';
import { videoSourceOf } from '../../domain/video-source.ts';
import type { BlockData } from './block-data.ts';
import { BlockFrame } from './block-frame.tsx';

const sizes = '(min-width: 1024px) 960px, 92vw';

/** A video that asks nothing of its host before the visitor does: a poster, a link, and what is said in it. */
export function VideoBlock({
  block,
  data,
  land,
}: {
  readonly block: BlockOf<'video'>;
  readonly data: BlockData;
  readonly land: Territory;
}): JSX.Element | null {
  const source = videoSourceOf(block.url);
  if (!source) return null;
  const picture = block.imageId ? data.pictures.get(block.imageId) : undefined;
  const address = source.kind === 'frame' ? source.embed : source.href;
  const title = block.title || 'la vidéo';
  return (
    <BlockFrame title={block.title} class="block-video">
      <es-video data-kind={source.kind} data-address={address} data-title={title}>
        <div class="video">
          <PhotoOrRelief
            id={block.id}
            {...land}
            width={960}
            height={540}
            {...(picture ? { photo: photoOf(picture, sizes, block.alternative) } : {})}
          />
          <a class="video-play" href={block.url} rel="noopener noreferrer">
            <span class="video-mark" aria-hidden="true">
              <Icon name="play" />
            </span>
            <span>
              {`Regarder ${block.title ? `« ${block.title} »` : 'la vidéo'}`}
              <small>{` La lecture appelle ${source.host}`}</small>
            </span>
          </a>
        </div>
      </es-video>
      {block.transcript && (
        <details class="transcript">
          <summary>Lire ce qui est dit dans la vidéo</summary>
          <div class="prose">
            {block.transcript.split(/\n{2,}/).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </div>
        </details>
      )}
    </BlockFrame>
  );
}
