import type { JSX } from 'preact';
import { Button } from '#ui/components/button.tsx';
import { ColorField } from '#ui/fields/color-field.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { motifNames, motifs } from '#ui/relief/relief-cover.ts';
import type { FieldErrors } from '../form-errors.ts';
import { landOf } from '../hub-look.ts';
import { accentSwatches, brandSwatches } from './colour-choices.ts';

/** A look being chosen: two colours and a landscape. */
export interface Look {
  brandColor: string;
  accentColor: string;
  motif: string;
}

/** The fields of a look. « Voir » shows it without saving, also without script. */
export function LookFields({
  look,
  errors,
  previewPath,
}: {
  readonly look: Look;
  readonly errors: FieldErrors;
  readonly previewPath: string;
}): JSX.Element {
  const { hue } = landOf(look);
  return (
    <>
      <ColorField
        name="brandColor"
        label="Votre couleur"
        hint="Celle de votre logo, ou celle qui vous ressemble."
        value={look.brandColor}
        error={errors['brandColor']}
        swatches={brandSwatches}
      />
      <ColorField
        name="accentColor"
        label="L’éclat"
        hint="Pour les boutons et ce qui doit sauter aux yeux."
        value={look.accentColor}
        error={errors['accentColor']}
        swatches={accentSwatches}
      />
      <Fieldset
        legend="Votre paysage"
        name="motif"
        hint="Il dessine l’accueil et toutes les images sans photo."
        error={errors['motif']}
      >
        <div class="picture-choices">
          {motifs.map((motif) => (
            <label class="picture-choice">
              <input type="radio" name="motif" value={motif} checked={motif === look.motif} />
              <span>
                <ReliefCover id={`paysage ${motif}`} hue={hue} motif={motif} width={320} height={180} inline />
                {motifNames[motif]}
              </span>
            </label>
          ))}
        </div>
      </Fieldset>
      <p>
        <Button kind="ghost" formmethod="get" formaction={previewPath} icon="eye">
          Voir sans enregistrer
        </Button>
      </p>
    </>
  );
}
