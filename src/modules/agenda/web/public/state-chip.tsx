import type { JSX } from 'preact';
import { Chip } from '#ui/components/chip.tsx';
import type { Category } from '#ui/theme/categories.ts';
import type { EventState } from '../../domain/event-states.ts';

const tones: Readonly<Partial<Record<EventState, Category>>> = {
  cancelled: 'coral',
  postponed: 'coral',
  full: 'plum',
  moved_online: 'sky',
  tentative: 'sun',
};

/** « Annulé », « Complet »: how an event stands, in a word and a colour. */
export function StateChip({ word, tone }: { readonly word: string; readonly tone: EventState }): JSX.Element {
  const category = tones[tone];
  return <Chip {...(category ? { category } : {})}>{word}</Chip>;
}
