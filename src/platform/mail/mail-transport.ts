import { createRequire } from 'node:module';
import { PassThrough } from 'node:stream';
import type { MailMessage, SendMailOptions, SMTPPoolOptions } from 'nodemailer';
import { HostError } from '#platform/host-errors/host-error.ts';
import { mailFailure, type SmtpError } from './mail-failure.ts';

export type MailTransport = {
  /** Sends one message built by `buildMail`; gives the reply of the server. @throws MailFailure */
  readonly send: (message: SendMailOptions) => Promise<{ reply: string }>;
  /** Connects and signs in without sending; a French sentence says what is wrong, `null` that all is well. */
  readonly verify: () => Promise<string | null>;
  readonly close: () => void;
};

/** Conversations with the mail server at once: fewer leave it idle while copies are claimed, and ten are refused by some. */
export const mostConversations = 8;

export type TransportOptions = {
  /** Connections kept open; `mostConversations` unless told otherwise. */
  connections?: number;
  /** Longest wait for a connection, a greeting or an answer; 15 s unless told otherwise. */
  timeoutMs?: number;
};

const require = createRequire(import.meta.url);

/**
 * A pool of SMTP connections to the server of SMTP_URL: `smtp://user:password@host:587` (encrypted by STARTTLS as
 * soon as there is a password) or `smtps://…:465`. `?tls=non` is for a relay on a trusted network.
 * @throws HostError when the address is wrong
 */
export function createMailTransport(
  smtpUrl: string,
  { connections = mostConversations, timeoutMs = 15_000 }: TransportOptions = {},
): MailTransport {
  // Loaded here: a site without a mail server starts without it.
  const { createTransport } = require('nodemailer') as typeof import('nodemailer');
  const transporter = createTransport({
    ...readSmtpUrl(smtpUrl),
    pool: true,
    maxConnections: connections,
    // A retry by nodemailer could send twice what the server accepted before it fell silent.
    maxRequeues: 0,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The last byte of a message is only read once the server has asked for its content (reply 354 to DATA).
  const sentWhole = new Set<string>();
  transporter.use('stream', ({ data, message }: MailMessage, done) => {
    message?.processFunc((content) =>
      content.pipe(new PassThrough().once('end', () => sentWhole.add(String(data.messageId)))),
    );
    done();
  });

  return {
    send: async (message) => {
      const id = String(message.messageId);
      try {
        const { response } = await transporter.sendMail(message);
        return { reply: response };
      } catch (error) {
        throw mailFailure(error as SmtpError, sentWhole.has(id));
      } finally {
        sentWhole.delete(id);
      }
    },
    verify: async () => {
      try {
        await transporter.verify();
        return null;
      } catch (error) {
        return explain(error as SmtpError);
      }
    },
    close: () => transporter.close(),
  };
}

/** @throws HostError */
export function readSmtpUrl(text: string): SMTPPoolOptions {
  const url = URL.parse(text);
  if (!url?.hostname || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')) {
    throw new HostError('SMTP_URL n’est pas lisible.', {
      hint: 'Exemple\u00a0: smtp://compte:motdepasse@smtp.exemple.fr:587. Remplacez « @ » et « : » du mot de passe par %40 et %3A.',
    });
  }
  const secure = url.protocol === 'smtps:';
  const auth =
    url.username === ''
      ? undefined
      : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  const encrypted = url.searchParams.get('tls') !== 'non';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    auth,
    requireTLS: !secure && encrypted && auth !== undefined,
    ignoreTLS: !encrypted,
  };
}

function explain({ code, responseCode, message }: SmtpError): string {
  const known: Record<string, string> = {
    EAUTH: 'Le serveur de messagerie refuse le compte ou le mot de passe de SMTP_URL.',
    EDNS: 'Le nom du serveur de messagerie de SMTP_URL est introuvable.',
    ETLS: 'La connexion chiffrée avec le serveur de messagerie a échoué.',
    ETIMEDOUT: 'Le serveur de messagerie ne répond pas.',
    ESOCKET: 'Le serveur de messagerie est injoignable à l’adresse de SMTP_URL.',
  };
  return known[code ?? ''] ?? `Le serveur de messagerie refuse la connexion (${responseCode ?? message}).`;
}
