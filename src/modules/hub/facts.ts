import type { Fact } from '#platform/facts/fact.ts';

/** Something a visitor sees of the hub itself changed: name, colours, territory, texts. */
export interface HubChanged extends Fact<'hubChanged'> {
  hubId: string;
}

/** A hub was opened or closed, or its domains changed. */
export interface HubListChanged extends Fact<'hubListChanged'> {
  hubId: string;
}

export const hubChanged = (hubId: string): HubChanged => ({ type: 'hubChanged', hubId });
export const hubListChanged = (hubId: string): HubListChanged => ({ type: 'hubListChanged', hubId });

/** Other pieces of the site are for members only. */
export type MemberPiecesChanged = Fact<'memberPiecesChanged'>;

export const memberPiecesChanged = (): MemberPiecesChanged => ({ type: 'memberPiecesChanged' });

export type HubFact = HubChanged | HubListChanged | MemberPiecesChanged;
