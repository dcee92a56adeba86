import type { JSX } from 'preact';
import { foldForSearch } from '#platform/french/index.ts';
import { searchWords } from '#platform/search/search.ts';

/** A text with the words searched marked, without regard to accents, plurals, or the end of the last word. */
export function Highlighted({ text, words }: { readonly text: string; readonly words: string }): JSX.Element {
  const wanted = searchWords(words).map((word) => foldForSearch(word).replace(/(es|s|x)$/, ''));
  const pieces = text.split(/([\p{L}\p{N}]+)/u);
  return (
    <>
      {pieces.map((piece) => {
        const folded = foldForSearch(piece);
        const isFound = wanted.some((word) => word.length > 1 && folded.startsWith(word));
        return isFound ? <mark>{piece}</mark> : piece;
      })}
    </>
  );
}
