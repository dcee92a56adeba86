import type { SendMailOptions } from 'nodemailer';
import { automaticHeaders, type Unsubscription } from './automatic-headers.ts';
import { withSafeLinks, type MailBlock } from './mail-block.ts';
import {
  messageIdFor,
  safeAddress,
  safeFileName,
  safeHeader,
  safeHeaders,
  safeLink,
  type MailAddress,
} from './mail-headers.ts';
import { mailHtml, type MailColours } from './mail-page.tsx';
import { mailText } from './mail-text.ts';

export type MailToBuild = {
  /** Row of the outbox; the Message-ID derives from it. */
  id: string;
  date: Temporal.Instant;
  from: MailAddress;
  to: MailAddress;
  replyTo?: MailAddress;
  /** Where failures are returned, when they are read by a machine. */
  returnPath?: string;
  subject: string;
  blocks: readonly MailBlock[];
  /** Who writes and why, one sentence a line. */
  footer: readonly string[];
  siteName: string;
  siteUrl: string;
  colours: MailColours;
  /** For messages to a list: one address that answers both the link (GET, a page) and RFC 8058 (POST, at once). */
  unsubscribe?: Unsubscription;
  headers?: Readonly<Record<string, string>>;
  attachments?: readonly { filename: string; content: string | Uint8Array; contentType: string }[];
};

/**
 * A message ready for the transport: HTML and plain text from the same blocks, everything escaped, marked as
 * automatic so that no absence message answers it. Reads no file and no address.
 * @throws MailRefused
 */
export async function buildMail(mail: MailToBuild): Promise<SendMailOptions> {
  const from = safeAddress(mail.from);
  const to = safeAddress(mail.to);
  const blocks = mail.blocks.map(withSafeLinks);
  const unsubscribe = mail.unsubscribe && safeLink(mail.unsubscribe.url);
  return {
    from,
    to,
    replyTo: mail.replyTo && safeAddress(mail.replyTo),
    envelope: {
      from: mail.returnPath === undefined ? from.address : safeAddress({ address: mail.returnPath }).address,
      to: to.address,
    },
    subject: safeHeader(mail.subject),
    date: new Date(mail.date.epochMilliseconds),
    messageId: messageIdFor(mail.id, from.address),
    headers: { ...safeHeaders(mail.headers ?? {}), ...automaticHeaders(mail.unsubscribe) },
    text: mailText(blocks, mail.footer, unsubscribe),
    html: await mailHtml({ ...mail, siteUrl: safeLink(mail.siteUrl), blocks, unsubscribe }),
    attachments: mail.attachments?.map(({ filename, content, contentType }) => ({
      filename: safeFileName(filename),
      content: typeof content === 'string' ? content : Buffer.from(content),
      contentType: safeHeader(contentType),
    })),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
