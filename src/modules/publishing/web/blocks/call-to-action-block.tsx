import type { JSX } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import type { BlockOf } from '../../content/blocks.ts';

/** The one thing that the page asks for, on the accent colour. */
export function CallToActionBlock({ block }: { readonly block: BlockOf<'call-to-action'> }): JSX.Element {
  return (
    <section class="call-out block block-call">
      {block.title && <h2>{block.title}</h2>}
      <div>
        {block.text && <p>{block.text}</p>}
        {block.label && block.href && (
          <p class="actions">
            <ButtonLink kind="dark" href={block.href}>
              {block.label}
            </ButtonLink>
          </p>
        )}
      </div>
    </section>
  );
}
