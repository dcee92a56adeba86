/** What kind of meeting it is: gives a card its word and its colour, a feed its category. */
export const eventTypes = [
  'breakfast',
  'aperitif',
  'meeting',
  'visit',
  'training',
  'workshop',
  'conference',
  'forum',
  'assembly',
  'celebration',
  'show',
  'market',
  'drop_in',
  'volunteering',
  'other',
] as const;
export type EventType = (typeof eventTypes)[number];

/** How each type is called, and its hue in degrees of OKLCH. */
export const eventTypeFacts: Readonly<Record<EventType, { label: string; hue: number }>> = {
  breakfast: { label: 'Petit-déjeuner', hue: 70 },
  aperitif: { label: 'Apéritif', hue: 45 },
  meeting: { label: 'Rencontre', hue: 150 },
  visit: { label: 'Visite', hue: 255 },
  training: { label: 'Formation', hue: 285 },
  workshop: { label: 'Atelier', hue: 190 },
  conference: { label: 'Conférence', hue: 225 },
  forum: { label: 'Forum', hue: 20 },
  assembly: { label: 'Assemblée générale', hue: 310 },
  celebration: { label: 'Fête', hue: 350 },
  show: { label: 'Spectacle', hue: 335 },
  market: { label: 'Marché, foire', hue: 95 },
  drop_in: { label: 'Permanence', hue: 170 },
  volunteering: { label: 'Chantier, bénévolat', hue: 125 },
  other: { label: 'Autre rendez-vous', hue: 210 },
};

export function isEventType(text: string): text is EventType {
  return (eventTypes as readonly string[]).includes(text);
}
