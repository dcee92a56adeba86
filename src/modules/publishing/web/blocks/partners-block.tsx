import type { JSX } from 'preact';
import { PhotoImage } from '#ui/components/photo-image.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';
import { BlockFrame } from './block-frame.tsx';

type Partner = BlockOf<'partners'>['partners'][number];

/** The partners' logos, or their names in the same place. */
export function PartnersBlock({
  block,
  data,
}: {
  readonly block: BlockOf<'partners'>;
  readonly data: BlockData;
}): JSX.Element | null {
  const partners = block.partners.filter(({ name }) => name);
  if (partners.length === 0) return null;
  return (
    <BlockFrame title={block.title} class="block-partners">
      <ul class="partners">
        {partners.map((partner) => (
          <li>
            {partner.href ? (
              <a href={partner.href} rel="noopener">
                <Logo partner={partner} data={data} />
              </a>
            ) : (
              <Logo partner={partner} data={data} />
            )}
          </li>
        ))}
      </ul>
    </BlockFrame>
  );
}

function Logo({ partner, data }: { readonly partner: Partner; readonly data: BlockData }): JSX.Element {
  const picture = partner.imageId ? data.pictures.get(partner.imageId) : undefined;
  return picture ? <PhotoImage photo={photoOf(picture, '200px', partner.name)} /> : <b>{partner.name}</b>;
}
