import type { JSX } from 'preact';
import type { BlockOf } from '../../content/blocks.ts';
import { BlockFrame } from './block-frame.tsx';
import { CleanText } from './clean-text.tsx';

/** Questions often asked, each opening on its answer. */
export function QuestionsBlock({ block }: { readonly block: BlockOf<'questions'> }): JSX.Element | null {
  const items = block.items.filter(({ question, html }) => question && html);
  if (items.length === 0) return null;
  return (
    <BlockFrame title={block.title} class="block-questions">
      <div class="questions">
        {items.map(({ question, html }) => (
          <details>
            <summary>{question}</summary>
            <CleanText html={html} />
          </details>
        ))}
      </div>
    </BlockFrame>
  );
}
