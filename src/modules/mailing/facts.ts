import type { Fact } from '#platform/facts/fact.ts';

/** A mailing left, was stopped, or entered or left the archive. */
export interface MailingChanged extends Fact<'mailingChanged'> {
  readonly id: string;
}

/** Somebody asked to receive no mailing any more. */
export interface ReaderUnsubscribed extends Fact<'readerUnsubscribed'> {
  readonly address: string;
}

export const mailingChanged = (id: string): MailingChanged => ({ type: 'mailingChanged', id });
export const readerUnsubscribed = (address: string): ReaderUnsubscribed => ({ type: 'readerUnsubscribed', address });

export type MailingFact = MailingChanged | ReaderUnsubscribed;
