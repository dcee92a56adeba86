import type { JSX } from 'preact';
import { focusClasses } from '#ui/components/photo-of.ts';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { officeThumbnailPath } from '../../paths.ts';
import type { PhotoSheet } from '../../queries/photo-sheet.ts';

interface FocusPickerProps {
  readonly sheet: PhotoSheet;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** The photo, and the point of it that stays in view when it is cut: two numbers, or a click with script. */
export function FocusPicker({ sheet, values, errors }: FocusPickerProps): JSX.Element {
  const source = officeThumbnailPath(sheet.id, 640);
  const focus = focusClasses(Number(values['focalX']) || 0, Number(values['focalY']) || 0);
  return (
    <es-focus-picker class="focus-picker">
      <div class="focus-frame">
        <img src={source} alt={sheet.alternative} width={sheet.width} height={sheet.height} />
        <span class="focus-mark" aria-hidden="true" hidden data-mark />
      </div>
      <Fieldset
        legend="Point à garder en vue"
        name="focus"
        hint="Quand la photo est recadrée, ce point reste visible. 0 et 0 : le coin en haut à gauche ; 50 et 50 : le milieu."
      >
        <FieldRow>
          <TextField
            name="focalX"
            label="Depuis la gauche, en %"
            type="number"
            inputmode="numeric"
            size="short"
            value={values['focalX']}
            error={errors['focalX']}
          />
          <TextField
            name="focalY"
            label="Depuis le haut, en %"
            type="number"
            inputmode="numeric"
            size="short"
            value={values['focalY']}
            error={errors['focalY']}
          />
        </FieldRow>
        <div class="focus-previews" aria-hidden="true">
          <img class={`wide ${focus}`} src={source} alt="" width="320" height="120" data-preview />
          <img class={`square ${focus}`} src={source} alt="" width="140" height="140" data-preview />
          <img class={`tall ${focus}`} src={source} alt="" width="90" height="140" data-preview />
        </div>
      </Fieldset>
    </es-focus-picker>
  );
}
