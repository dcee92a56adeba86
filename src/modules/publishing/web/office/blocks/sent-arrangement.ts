import type { SentForm } from '#platform/http/exchange.ts';
import { isId, newId } from '#platform/ids/ids.ts';
import { arranged, type Arrangement, type RemovedBlock } from './arrange-blocks.ts';
import { blockForms } from './block-forms.ts';
import type { TypedBlock } from './typed-block.ts';

/** The blocks of a form once the button pressed did its work. */
export function sentArrangement(form: SentForm, blocks: readonly TypedBlock[]): Arrangement {
  return arranged(form.values['act'] ?? '', {
    blocks,
    removed: removedFrom(form.values['bloc-retire']),
    after: form.values['bloc-apres'] ?? '',
    newId,
  });
}

function removedFrom(text: string | undefined): RemovedBlock | null {
  if (!text) return null;
  try {
    const { at, block } = JSON.parse(text) as Partial<RemovedBlock>;
    const isBlock =
      typeof block === 'object' &&
      block !== null &&
      typeof block.id === 'string' &&
      isId(block.id) &&
      Object.hasOwn(blockForms, block.kind);
    return isBlock ? { at: typeof at === 'number' ? at : 0, block } : null;
  } catch {
    return null;
  }
}
