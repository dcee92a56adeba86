import type { TypedBlock } from './typed-block.ts';

/**
 * The blocks of the home with a place for each that modules bring: what was never placed goes right after the one that
 * usually precedes it, as the home shows it; a place kept for a module that is gone is left out.
 */
export function homeToArrange(
  blocks: readonly TypedBlock[],
  contributions: readonly { readonly key: string }[],
  newId: () => string,
): readonly TypedBlock[] {
  const known = new Set(contributions.map(({ key }) => key));
  const shown = blocks.filter(({ kind, key }) => kind !== 'contribution' || known.has(String(key)));
  let before: string | null = null;
  for (const { key } of contributions) {
    if (!shown.some((block) => block['key'] === key)) {
      const former = before;
      const at = former === null ? 0 : shown.findIndex((block) => block['key'] === former) + 1;
      shown.splice(at, 0, { id: newId(), kind: 'contribution', key, isHidden: false });
    }
    before = key;
  }
  return shown;
}
