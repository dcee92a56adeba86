import type { JSX } from 'preact';
import { Icon } from '#ui/components/icon.tsx';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';
import { BlockFrame } from './block-frame.tsx';

/** Documents to take away, each with its type and weight. */
export function FilesBlock({
  block,
  data,
}: {
  readonly block: BlockOf<'files'>;
  readonly data: BlockData;
}): JSX.Element | null {
  const files = block.files.flatMap(({ fileId, label }) => {
    const file = data.files.get(fileId);
    return file ? [{ ...file, label: label || file.name }] : [];
  });
  if (files.length === 0) return null;
  return (
    <BlockFrame title={block.title} class="block-files">
      <ul class="downloads">
        {files.map(({ href, facts, label }) => (
          <li>
            <a href={href}>
              <Icon name="download" />
              <span>
                <b>{label}</b> <small>({facts})</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </BlockFrame>
  );
}
