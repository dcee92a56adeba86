import type { Fact } from '#platform/facts/fact.ts';

/** Somebody put a question to the hub. */
export interface AdviceRequested extends Fact<'adviceRequested'> {
  id: string;
}

/** The hub answered, by mail or otherwise. */
export interface AdviceAnswered extends Fact<'adviceAnswered'> {
  id: string;
}

/** Requests ended; where a support journey may begin. */
export interface AdviceClosed extends Fact<'adviceClosed'> {
  ids: readonly string[];
  outcome: string;
}

/** The asker took her request back: nothing of it is left. */
export interface AdviceWithdrawn extends Fact<'adviceWithdrawn'> {
  id: string;
}

/** Who answers, or how soon, changed: pages show it. */
export type AdviceSettingsChanged = Fact<'adviceSettingsChanged'>;

export const adviceRequested = (id: string): AdviceRequested => ({ type: 'adviceRequested', id });
export const adviceAnswered = (id: string): AdviceAnswered => ({ type: 'adviceAnswered', id });
export const adviceClosed = (ids: readonly string[], outcome: string): AdviceClosed => ({
  type: 'adviceClosed',
  ids,
  outcome,
});
export const adviceWithdrawn = (id: string): AdviceWithdrawn => ({ type: 'adviceWithdrawn', id });
export const adviceSettingsChanged = (): AdviceSettingsChanged => ({ type: 'adviceSettingsChanged' });

export type AdviceFact = AdviceRequested | AdviceAnswered | AdviceClosed | AdviceWithdrawn | AdviceSettingsChanged;
