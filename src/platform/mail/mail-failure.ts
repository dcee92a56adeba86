import { typography } from '#platform/french/index.ts';

const texts = {
  permanent: 'Le serveur de messagerie a refusé ce message pour de bon.',
  temporary: 'Le serveur de messagerie n’a pas pu prendre ce message. Un nouvel essai aura lieu plus tard.',
  ambiguous: 'La connexion s’est coupée après l’envoi du message : nul ne sait s’il est parti.',
} as const;

/**
 * `permanent`: never try again, the address may be wrong. `temporary`: nothing was accepted, try later.
 * `ambiguous`: the whole message left and no verdict came; sending again may send twice.
 */
export type MailFailureKind = keyof typeof texts;

/** A message was not, or perhaps not, accepted by the SMTP server. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  readonly kind: MailFailureKind;
  /** SMTP reply code (550), when the server gave one. */
  readonly replyCode: number | undefined;
  /** RFC 3463 code (5.1.1), when the server gave one. */
  readonly statusCode: string | undefined;

  constructor(kind: MailFailureKind, cause: SmtpError) {
    super(typography(texts[kind]), { cause });
    this.kind = kind;
    this.replyCode = cause.responseCode;
    this.statusCode = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(cause.response ?? '')?.[1];
  }
}

/** What nodemailer says of a failure. */
export type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string };

/** Commands whose refusal is about this message; before them, it is about the server or our settings. */
const aboutTheMessage = /^(MAIL FROM|RCPT TO|DATA)/;

/** Reads a failure of nodemailer, knowing whether the server had received the whole message. */
export function mailFailure(error: SmtpError, wholeMessageSent: boolean): MailFailure {
  const { responseCode, command = '', code } = error;
  if (responseCode !== undefined && aboutTheMessage.test(command)) {
    return new MailFailure(responseCode >= 500 && responseCode !== 503 ? 'permanent' : 'temporary', error);
  }
  if (wholeMessageSent) return new MailFailure('ambiguous', error);
  const neverSendable = code === 'EENVELOPE' && command === 'API';
  return new MailFailure(neverSendable ? 'permanent' : 'temporary', error);
}
