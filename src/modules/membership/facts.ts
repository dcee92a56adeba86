import type { Fact } from '#platform/facts/fact.ts';

/** Who a membership is of: one of the two. */
export interface MemberSubject {
  readonly personId: string | null;
  readonly organizationId: string | null;
}

/** Somebody became a member, or goes on being one. */
export interface MembershipBegan extends Fact<'membershipBegan'> {
  readonly membershipId: string;
  readonly member: MemberSubject;
  readonly isRenewal: boolean;
}

/** Somebody is no longer a member: the time of grace is over, or she left. */
export interface MembershipEnded extends Fact<'membershipEnded'> {
  readonly membershipId: string;
  readonly member: MemberSubject;
}

/** Campaigns, colleges or what one pays changed: public pages show otherwise. */
export type CampaignsChanged = Fact<'campaignsChanged'>;

export type MembershipFact = MembershipBegan | MembershipEnded | CampaignsChanged;

export const membershipBegan = (membershipId: string, member: MemberSubject, isRenewal: boolean): MembershipBegan => ({
  type: 'membershipBegan',
  membershipId,
  member,
  isRenewal,
});
export const membershipEnded = (membershipId: string, member: MemberSubject): MembershipEnded => ({
  type: 'membershipEnded',
  membershipId,
  member,
});
export const campaignsChanged = (): CampaignsChanged => ({ type: 'campaignsChanged' });
