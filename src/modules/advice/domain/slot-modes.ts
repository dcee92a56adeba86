/** Where an appointment is held. */
export const slotModes = ['place', 'phone', 'video'] as const;
export type SlotMode = (typeof slotModes)[number];

export const modeNames: Readonly<Record<SlotMode, string>> = {
  place: 'sur place',
  phone: 'par téléphone',
  video: 'en visio',
};

/** An appointment is taken two hours ahead at the latest, and five weeks ahead at the earliest. */
export const slotHorizon = { least: { hours: 2 }, most: { hours: 35 * 24 } } as const;
