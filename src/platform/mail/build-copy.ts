import type { SendMailOptions } from 'nodemailer';
import { automaticHeaders } from './automatic-headers.ts';
import type { MailCopy } from './mail-carrier.ts';
import { messageIdFor, oneLine, safeAddress, safeHeader, safeLink } from './mail-headers.ts';
import { unsubscribeMark } from './unsubscribe-mark.ts';

/**
 * One copy of a mailing ready for the transport. Everything but its addresses and its link was drawn before, so that
 * hundreds leave each second.
 * @throws MailRefused
 */
export function buildCopy(copy: MailCopy, sender: string, date: Temporal.Instant): SendMailOptions {
  const from = safeAddress({ address: sender, name: oneLine(copy.fromName) });
  const to = safeAddress({ address: copy.to.address, name: oneLine(copy.to.name ?? '') });
  const unsubscribe = safeLink(copy.unsubscribeUrl);
  return {
    from,
    to,
    replyTo: copy.replyTo === null ? undefined : safeAddress({ address: copy.replyTo }),
    envelope: { from: from.address, to: to.address },
    subject: safeHeader(copy.title),
    date: new Date(date.epochMilliseconds),
    messageId: messageIdFor(copy.id, from.address),
    headers: { 'List-Id': listName(copy.origin), ...automaticHeaders({ url: unsubscribe }) },
    text: copy.text.replaceAll(unsubscribeMark, unsubscribe),
    html: copy.html.replaceAll(unsubscribeMark, unsubscribe),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** RFC 2919: a name that stays the same, by which readers sort. */
function listName(origin: string): string {
  return `<envois.${new URL(origin).hostname}>`;
}
