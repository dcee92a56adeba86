import type { Fact } from '#platform/facts/fact.ts';

/** What a charge is for: a thing that another module keeps. */
export interface ChargeSubject {
  readonly module: string;
  readonly id: string;
}

/** All that was owed has been received. */
export interface ChargePaid extends Fact<'chargePaid'> {
  readonly chargeId: string;
  readonly subject: ChargeSubject;
}

/** All that was received has been given back. */
export interface ChargeRefunded extends Fact<'chargeRefunded'> {
  readonly chargeId: string;
  readonly subject: ChargeSubject;
}

/** What was paid is owed again: a cheque came back, the bank took the money back, a line was typed by mistake. */
export interface ChargeUnpaid extends Fact<'chargeUnpaid'> {
  readonly chargeId: string;
  readonly subject: ChargeSubject;
}

export const chargePaid = (chargeId: string, subject: ChargeSubject): ChargePaid => ({
  type: 'chargePaid',
  chargeId,
  subject,
});
export const chargeRefunded = (chargeId: string, subject: ChargeSubject): ChargeRefunded => ({
  type: 'chargeRefunded',
  chargeId,
  subject,
});
export const chargeUnpaid = (chargeId: string, subject: ChargeSubject): ChargeUnpaid => ({
  type: 'chargeUnpaid',
  chargeId,
  subject,
});

export type PaymentsFact = ChargePaid | ChargeRefunded | ChargeUnpaid;
