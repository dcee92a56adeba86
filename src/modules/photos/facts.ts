import type { Fact } from '#platform/facts/fact.ts';

/** Photos were added, described, shown, hidden, trashed or restored: any page that shows them is to be drawn again. */
export interface PhotosChanged extends Fact<'photosChanged'> {
  readonly ids: readonly string[];
}

export type PhotosFact = PhotosChanged;

export function photosChanged(ids: readonly string[]): PhotosChanged {
  return { type: 'photosChanged', ids };
}
