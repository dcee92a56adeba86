import type { JSX } from 'preact';
import { isHexColour } from '../theme/oklch.ts';
import { Fieldset } from './fieldset.tsx';
import { fieldId, type FieldProps } from './field-frame.tsx';

export interface ColorFieldProps extends FieldProps {
  /** `#rrggbb` */
  readonly value?: string | undefined;
  readonly swatches: readonly { readonly value: string; readonly label: string }[];
}

/**
 * A colour: a swatch, or any other in the free input. Sends `name` (the swatch chosen, or `libre`)
 * and `name-libre` (`#rrggbb`); `colorFrom` reads both.
 */
export function ColorField({ name, label, hint, error, required, value = '', swatches }: ColorFieldProps): JSX.Element {
  const id = fieldId(name);
  const known = swatches.some((swatch) => swatch.value === value);
  const free = isHexColour(value) ? value : (swatches[0]?.value ?? '#00664a');
  return (
    <Fieldset legend={label} name={name} hint={hint} error={error} required={required ?? false}>
      <div class="swatches">
        {swatches.map((swatch) => (
          <label class="swatch">
            <input type="radio" name={name} value={swatch.value} checked={swatch.value === value} />
            <svg viewBox="0 0 40 40" aria-hidden="true">
              <rect width="40" height="40" rx="12" fill={isHexColour(swatch.value) ? swatch.value : '#000000'} />
            </svg>
            <span>{swatch.label}</span>
          </label>
        ))}
        <span class="swatch free">
          <label>
            <input type="radio" name={name} value="libre" checked={!known && value !== ''} /> Une autre
          </label>
          <input
            type="color"
            id={`${id}-libre`}
            name={`${name}-libre`}
            value={free}
            aria-label={`${label} : une autre couleur`}
          />
        </span>
      </div>
    </Fieldset>
  );
}

/** Reads what a `ColorField` sent: `#rrggbb`, or undefined when there is no valid colour. */
export function colorFrom(name: string, form: { get(name: string): unknown }): string | undefined {
  const chosen = form.get(name);
  const colour = chosen === 'libre' ? form.get(`${name}-libre`) : chosen;
  return typeof colour === 'string' && isHexColour(colour) ? colour.toLowerCase() : undefined;
}
