import type { JSX } from 'preact';

/** A text somebody typed, its empty lines kept as paragraphs. */
export function Paragraphs({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim())
        .map((paragraph) => (
          <p class="typed">{paragraph.trim()}</p>
        ))}
    </>
  );
}
