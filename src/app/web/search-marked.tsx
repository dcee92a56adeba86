import type { JSX } from 'preact';
import type { MarkedPiece } from '#platform/search/marked-text.ts';

/** A text with what answers the search marked. */
export function Marked({ pieces }: { readonly pieces: readonly MarkedPiece[] }): JSX.Element {
  return <>{pieces.map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : text))}</>;
}
