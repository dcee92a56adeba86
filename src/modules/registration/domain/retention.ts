/** Answers on health, meals and rides are forgotten so long after the date. */
export const answersKeptFor = { months: 3 } as const;
/** Names are kept for the figures a funder may ask, then only a line to count is left. */
export const namesKeptFor = { years: 3 } as const;
