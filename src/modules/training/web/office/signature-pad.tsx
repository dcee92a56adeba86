import type { ComponentChildren, JSX } from 'preact';
import { Button } from '#ui/components/button.tsx';
import { signatureFrame } from '../../domain/signature.ts';

/** The button that signs; with script, a frame to draw in opens under it first. */
export function SignaturePad({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <es-signature-pad class="signature-pad">
      <input type="hidden" name="signature" value="" />
      {children}
      <div class="stack" role="group" aria-label={`Signature de ${name}`} hidden data-pad>
        <p>
          <b>{name}</b> : signez dans le cadre, avec le doigt, un stylet ou la souris.
        </p>
        <svg
          class="signature-frame"
          viewBox={`0 0 ${signatureFrame.width} ${signatureFrame.height}`}
          aria-hidden="true"
        >
          <path d="" />
        </svg>
        <p class="actions">
          <Button data-done disabled>
            Valider ma signature
          </Button>
          <Button type="button" kind="ghost" data-clear disabled>
            Effacer
          </Button>
          <Button kind="quiet" data-plain>
            Signer sans dessiner
          </Button>
        </p>
      </div>
    </es-signature-pad>
  );
}
