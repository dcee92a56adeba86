import type { Exchange } from '#platform/http/exchange.ts';
import { colorFrom } from '#ui/fields/color-field.tsx';
import { isMotif } from '#ui/relief/relief-cover.ts';
import type { HubSettings } from '../../domain/hub-settings.ts';
import type { Look } from './look-fields.tsx';

/** The look to show: what « Voir » put in the address, else what is saved. */
export function askedLook(exchange: Exchange, settings: HubSettings): Look {
  const address = { get: (name: string) => exchange.query(name) };
  const motif = exchange.query('motif');
  return {
    brandColor: colorFrom('brandColor', address) ?? settings.brandColor,
    accentColor: colorFrom('accentColor', address) ?? settings.accentColor,
    motif: isMotif(motif) ? motif : settings.motif,
  };
}

/** The look that a form sent; a colour that is none stays empty, for the command to refuse. */
export function sentLook(values: Readonly<Record<string, string>>): Look {
  const form = { get: (name: string) => values[name] };
  return {
    brandColor: colorFrom('brandColor', form) ?? '',
    accentColor: colorFrom('accentColor', form) ?? '',
    motif: values['motif'] ?? '',
  };
}
