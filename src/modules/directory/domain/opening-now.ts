import { createRequire } from 'node:module';

type OpeningHours = { getState: (at: Date) => boolean };
type Constructor = new (value: string, place: object, mode: object) => OpeningHours;

const require = createRequire(import.meta.url);

// Over a megabyte of code: loaded only for hours a plain week can not hold, and for « ouvert maintenant ».
let library: Constructor | undefined;

function evaluate(value: string): OpeningHours | undefined {
  library ??= require('opening_hours') as Constructor;
  try {
    return new library(
      value,
      { lat: 48.1, lon: -1.7, address: { country_code: 'fr', state: 'Bretagne' } },
      { locale: 'fr' },
    );
  } catch {
    // The library throws strings and errors alike for whatever it can not parse.
    return undefined;
  }
}

/** Whether a text of any form of the OpenStreetMap syntax can be understood. */
export const isOpeningHoursSyntax = (value: string): boolean => value.length <= 1_000 && evaluate(value) !== undefined;

/** Whether it is open at a local time of France; undefined when the hours can not be understood. */
export const isOpenAt = (value: string, at: Date): boolean | undefined => evaluate(value)?.getState(at);
