import type { JSX } from 'preact';
import { Panel } from '#ui/components/panel.tsx';

/** The message as it will be seen on a phone, on a computer, and without pictures nor colours. */
export function PreviewFrames({ href }: { readonly href: string }): JSX.Element {
  return (
    <Panel title="Aperçu">
      <div class="mail-previews">
        <figure>
          <figcaption>Sur un téléphone</figcaption>
          <iframe class="mail-frame narrow" src={href} title="Le message sur un téléphone" loading="lazy" />
        </figure>
        <figure>
          <figcaption>Sur un ordinateur</figcaption>
          <iframe class="mail-frame" src={href} title="Le message sur un ordinateur" loading="lazy" />
        </figure>
      </div>
      <p>
        <a href={`${href}&format=texte`}>Le voir en texte seul</a>
      </p>
    </Panel>
  );
}
