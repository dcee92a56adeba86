import type { JSX } from 'preact';

/** The title of the home page, its last word underlined in the accent colour; the final mark stays out of the line. */
export function WelcomeWords({ text }: { readonly text: string }): JSX.Element {
  const [, start = '', word = '', mark = ''] = /^(.*?)(\S*[\p{L}\p{N}])([^\p{L}\p{N}]*)$/su.exec(text.trim()) ?? [];
  if (!word) return <>{text}</>;
  return (
    <>
      {start}
      <em>{word}</em>
      {mark}
    </>
  );
}
