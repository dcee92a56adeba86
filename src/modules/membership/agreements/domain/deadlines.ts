/** What decides of the state of an agreement. */
export interface AgreementDates {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate | null;
  readonly noticeDays: number;
  readonly endedAt: Temporal.Instant | null;
}

export type AgreementState = 'coming' | 'running' | 'ending' | 'over';

export const agreementStateNames: Readonly<Record<AgreementState, string>> = {
  coming: 'À venir',
  running: 'En cours',
  ending: 'Bientôt finie',
  over: 'Terminée',
};

/** Where an agreement stands on a day; « ending » from its notice on. */
export function agreementState(
  { startsOn, endsOn, noticeDays, endedAt }: AgreementDates,
  on: Temporal.PlainDate,
): AgreementState {
  if (endedAt !== null) return 'over';
  if (Temporal.PlainDate.compare(on, startsOn) < 0) return 'coming';
  if (endsOn === null) return 'running';
  if (Temporal.PlainDate.compare(on, endsOn) > 0) return 'over';
  return Temporal.PlainDate.compare(on, endsOn.subtract({ days: noticeDays })) >= 0 ? 'ending' : 'running';
}
