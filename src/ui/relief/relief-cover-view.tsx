import type { JSX } from 'preact';
import { PhotoImage, type Photo } from '../components/photo-image.tsx';
import { photoEdge } from './landscapes.ts';
import { reliefCover, type ReliefOptions } from './relief-cover.ts';

export interface ReliefCoverProps extends ReliefOptions {
  /** Any stable text: the item's id. */
  readonly id: string;
  readonly class?: string;
  /** Inside a label or a sentence, where HTML takes no block. */
  readonly inline?: boolean;
}

/** The generated landscape of an item without a photo. Decorative, hidden from assistive technology. */
export function ReliefCover({ id, class: name, inline, ...options }: ReliefCoverProps): JSX.Element {
  const Frame = inline ? 'span' : 'div';
  return (
    <Frame class={name ? `cover ${name}` : 'cover'} dangerouslySetInnerHTML={{ __html: reliefCover(id, options) }} />
  );
}

export type { Photo };

export interface PhotoOrReliefProps extends ReliefCoverProps {
  readonly photo?: Photo | undefined;
  /** True for a picture of the first screen: loaded at once. */
  readonly eager?: boolean;
}

/** The item's photo, its lower edge cut by a line of relief, or its generated landscape. */
export function PhotoOrRelief({ photo, eager = false, ...cover }: PhotoOrReliefProps): JSX.Element {
  if (!photo) return <ReliefCover {...cover} />;
  return (
    <figure class={cover.class ? `cover photo ${cover.class}` : 'cover photo'}>
      <PhotoImage photo={photo} eager={eager} />
      <span dangerouslySetInnerHTML={{ __html: photoEdge(cover.id, cover.hue ?? 160) }} />
      {photo.credit && <figcaption class="photo-credit">Photo : {photo.credit}</figcaption>}
    </figure>
  );
}
