/** No-break space (U+00A0): before `:`, inside « », between a number and its word. */
export const noBreakSpace = '\u00a0';

/** Narrow no-break space (U+202F): before `; ! ? %` and between groups of three digits. */
export const narrowNoBreakSpace = '\u202f';
