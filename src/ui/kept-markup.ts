import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { renderToString } from 'preact-render-to-string';

/** Markup already drawn, by key: whatever changes the drawing must be in the key. */
export type KeptMarkup = Map<string, string>;

/**
 * Draws once what many pages show alike, and gives it back as it was drawn; the piece used longest ago goes when there
 * are more than `most`.
 */
export function keptMarkup(kept: KeptMarkup, key: string, draw: () => VNode, most: number): VNode {
  let markup = kept.get(key);
  if (markup === undefined) markup = renderToString(draw());
  else kept.delete(key);
  kept.set(key, markup);
  if (kept.size > most) kept.delete(kept.keys().next().value as string);
  return jsxTemplate([markup]);
}

/** What a drawing is as text, to be kept with what was read for it. */
export function markupOf(node: VNode): string {
  return renderToString(node);
}

/** A drawing from the text that `markupOf` gave. */
export function fromMarkup(markup: string): VNode {
  return jsxTemplate([markup]);
}
