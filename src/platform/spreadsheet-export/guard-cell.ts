// What a spreadsheet may take for a formula at the start of a cell (OWASP, CSV injection), full-width forms included.
const startsLikeFormula = /^(?:[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
const guarded = /^'(?=[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

/** Text that no spreadsheet runs: an apostrophe goes before what looks like a formula. */
export const guardCell = (text: string): string => (startsLikeFormula.test(text) ? `'${text}` : text);

/** The text a guarded cell was made from. */
export const unguardCell = (text: string): string => text.replace(guarded, '');
