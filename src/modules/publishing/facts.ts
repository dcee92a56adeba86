import type { Fact } from '#platform/facts/fact.ts';
import type { PublicationKind } from './domain/publication.ts';

/** Something that everyone may read was added, changed, hidden, or moved. */
export interface PublicationChanged extends Fact<'publicationChanged'> {
  readonly id: string;
  readonly kind: PublicationKind;
}

/** Something became public for the first time. */
export interface PublicationPublished extends Fact<'publicationPublished'> {
  readonly id: string;
  readonly kind: PublicationKind;
}

/** Figures that everyone may read were added, changed or hidden. */
export type FiguresChanged = Fact<'figuresChanged'>;

/** The menu of the site changed. */
export type MenuChanged = Fact<'menuChanged'>;

/** Who publishes without validation, or whom the feeds tell, changed. */
export type PublishingRulesChanged = Fact<'publishingRulesChanged'>;

export type PublishingFact =
  | PublicationChanged
  | PublicationPublished
  | FiguresChanged
  | MenuChanged
  | PublishingRulesChanged;

export function menuChanged(): MenuChanged {
  return { type: 'menuChanged' };
}

export function publicationChanged(id: string, kind: PublicationKind): PublicationChanged {
  return { type: 'publicationChanged', id, kind };
}

export function publicationPublished(id: string, kind: PublicationKind): PublicationPublished {
  return { type: 'publicationPublished', id, kind };
}

export function figuresChanged(): FiguresChanged {
  return { type: 'figuresChanged' };
}

export function publishingRulesChanged(): PublishingRulesChanged {
  return { type: 'publishingRulesChanged' };
}
