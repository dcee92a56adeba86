import type { LoadedAttachment } from './mail-attachment.ts';
import type { MailBody } from './send-mail.ts';

/** A message as the outbox holds it, with what its hub adds. */
export interface Letter {
  /** Id of the message in the outbox: its Message-ID is made from it, so that sent twice it is one. */
  id: string;
  to: { address: string; name: string | null };
  replyTo: string | null;
  subject: string;
  body: MailBody;
  attachments: readonly LoadedAttachment[];
  hub: { name: string; origin: string; brandColor: string; footer: string };
}

/** What became of a letter. */
export type Delivery =
  | { result: 'sent' }
  /** No mail server is set: the letter stays in the outbox, where it can be read. */
  | { result: 'kept' }
  /** The server refused for good. */
  | { result: 'refused'; why: string; code?: string }
  /** To be tried again later. */
  | { result: 'later'; why: string; code?: string }
  /** The connection was lost after the letter was handed over: it may have left. */
  | { result: 'uncertain'; why: string };

/** One copy of what is written to many: drawn once for all, but for the link by which its reader stops it. */
export interface MailCopy {
  /** Id of the copy: its Message-ID and the address of its return are made from it. */
  id: string;
  to: { address: string; name: string | null };
  fromName: string;
  replyTo: string | null;
  title: string;
  html: string;
  text: string;
  /** Answers both the link (GET, a page) and RFC 8058 (POST, at once). */
  unsubscribeUrl: string;
  origin: string;
}

/** Carries letters to the mail server. */
export interface MailCarrier {
  carry(letter: Letter): Promise<Delivery>;
  carryCopy(copy: MailCopy): Promise<Delivery>;
  close(): void;
}

/** The carrier of an installation without a mail server. */
export const keepingCarrier: MailCarrier = {
  carry: async () => ({ result: 'kept' }),
  carryCopy: async () => ({ result: 'kept' }),
  close: () => {},
};
