/** The eight colours that tell categories apart, each with its hue in OKLCH degrees. */
export const categoryHues = {
  leaf: 135,
  sky: 235,
  coral: 35,
  rose: 352,
  sun: 92,
  plum: 305,
  lagoon: 190,
  clay: 62,
} as const;

export type Category = keyof typeof categoryHues;

export const categories = Object.keys(categoryHues) as readonly Category[];

/** Gives a category to any key (a theme, a kind…), always the same one for the same key. */
export function categoryOf(key: string): Category {
  let sum = 0;
  for (let at = 0; at < key.length; at++) sum = (sum * 31 + key.charCodeAt(at)) >>> 0;
  return categories[sum % categories.length] ?? 'leaf';
}
