/** What happens in a slot, and how long it usually lasts, in minutes. */
export const slotKinds = ['talk', 'workshop', 'round_table', 'plenary', 'visit', 'show', 'pause', 'other'] as const;
export type SlotKind = (typeof slotKinds)[number];

export const slotKindFacts: Readonly<Record<SlotKind, { label: string; minutes: number }>> = {
  talk: { label: 'Parole courte', minutes: 15 },
  workshop: { label: 'Atelier', minutes: 90 },
  round_table: { label: 'Table ronde', minutes: 60 },
  plenary: { label: 'Plénière', minutes: 45 },
  visit: { label: 'Visite', minutes: 45 },
  show: { label: 'Spectacle', minutes: 60 },
  pause: { label: 'Pause, repas', minutes: 30 },
  other: { label: 'Autre moment', minutes: 30 },
};

export function isSlotKind(text: string): text is SlotKind {
  return (slotKinds as readonly string[]).includes(text);
}
