/** How often a subscriber wishes to read the hub. */
export const rhythms = ['at_once', 'weekly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];

export const rhythmNames: Readonly<Record<Rhythm, string>> = {
  at_once: 'Au fil de l’eau',
  weekly: 'Une fois par semaine',
  monthly: 'Une fois par mois',
};
