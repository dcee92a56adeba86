import type { Role } from '#platform/context/context.ts';
import type { Fact } from '#platform/facts/fact.ts';

export interface PersonRegistered extends Fact<'personRegistered'> {
  personId: string;
}
export interface PersonRenamed extends Fact<'personRenamed'> {
  personId: string;
}
/** She is written to at another address from now on; the former one may still be hers. */
export interface AddressChanged extends Fact<'addressChanged'> {
  personId: string;
  from: string;
  to: string;
}
/** The second person is no more: what pointed at her should point at the first. */
export interface PersonsMerged extends Fact<'personsMerged'> {
  keptId: string;
  mergedId: string;
}
/** Nothing of the person's own is left in any module. */
export interface PersonErased extends Fact<'personErased'> {
  personId: string;
}
export interface ErasureRequested extends Fact<'erasureRequested'> {
  personId: string;
}
export interface RoleGranted extends Fact<'roleGranted'> {
  personId: string;
  role: Role;
}
export interface RoleEnded extends Fact<'roleEnded'> {
  personId: string;
  role: Role;
}
export interface ConsentGiven extends Fact<'consentGiven'> {
  personId: string;
  purpose: string;
}
export interface ConsentWithdrawn extends Fact<'consentWithdrawn'> {
  personId: string;
  purpose: string;
}

export type IdentityFact =
  | PersonRegistered
  | PersonRenamed
  | AddressChanged
  | PersonsMerged
  | PersonErased
  | ErasureRequested
  | RoleGranted
  | RoleEnded
  | ConsentGiven
  | ConsentWithdrawn;

export const personRegistered = (personId: string): PersonRegistered => ({ type: 'personRegistered', personId });
export const personRenamed = (personId: string): PersonRenamed => ({ type: 'personRenamed', personId });
export const addressChanged = (personId: string, from: string, to: string): AddressChanged => ({
  type: 'addressChanged',
  personId,
  from,
  to,
});
export const personsMerged = (keptId: string, mergedId: string): PersonsMerged => ({
  type: 'personsMerged',
  keptId,
  mergedId,
});
export const personErased = (personId: string): PersonErased => ({ type: 'personErased', personId });
export const erasureRequested = (personId: string): ErasureRequested => ({ type: 'erasureRequested', personId });
export const roleGranted = (personId: string, role: Role): RoleGranted => ({ type: 'roleGranted', personId, role });
export const roleEnded = (personId: string, role: Role): RoleEnded => ({ type: 'roleEnded', personId, role });
export const consentGiven = (personId: string, purpose: string): ConsentGiven => ({
  type: 'consentGiven',
  personId,
  purpose,
});
export const consentWithdrawn = (personId: string, purpose: string): ConsentWithdrawn => ({
  type: 'consentWithdrawn',
  personId,
  purpose,
});
