import { createRequire } from 'node:module';
import type { SendMailOptions } from 'nodemailer';
import { automaticHeaders } from './automatic-headers.ts';
import { openEncoder, type EncodedOnce } from './encoded-once.ts';
import type { MailCopy } from './mail-carrier.ts';
import { messageIdFor, oneLine, safeAddress, safeHeader, safeLink } from './mail-headers.ts';
import { unsubscribeMark } from './unsubscribe-mark.ts';

/** Writes one copy of a mailing for the transport. @throws MailRefused */
export type BuildCopy = (copy: MailCopy, sender: string, date: Temporal.Instant) => SendMailOptions;

/** Bodies kept encoded: those of the letters that leave at the moment. */
const keptBodies = 200;

const require = createRequire(import.meta.url);

/**
 * Opens what writes copies. Everything but its addresses and its link was drawn before, and is encoded once for all, so
 * that hundreds leave each second.
 */
export function openCopyBuilder(): BuildCopy {
  const MimeNode = require('nodemailer/lib/mime-node') as typeof import('nodemailer/lib/mime-node').default;
  const encodeOnce = openEncoder();
  const bodies = new Map<string, EncodedOnce>();
  const encoded = (text: string): EncodedOnce => {
    let body = bodies.get(text);
    if (!body) {
      if (bodies.size >= keptBodies) bodies.clear();
      bodies.set(text, (body = encodeOnce(text, unsubscribeMark)));
    }
    return body;
  };
  return (copy, sender, date) => {
    const from = safeAddress({ address: sender, name: oneLine(copy.fromName) });
    const to = safeAddress({ address: copy.to.address, name: oneLine(copy.to.name ?? '') });
    const link = safeLink(copy.unsubscribeUrl);
    const messageId = messageIdFor(copy.id, from.address);
    const root = new MimeNode('multipart/alternative', { baseBoundary: copy.id });
    root.setHeader({
      'List-Id': listName(copy.origin),
      ...automaticHeaders({ url: link }),
      From: from,
      To: to,
      ...(copy.replyTo === null ? {} : { 'Reply-To': safeAddress({ address: copy.replyTo }) }),
      Subject: safeHeader(copy.title),
      'Message-ID': messageId,
      Date: new Date(date.epochMilliseconds),
    });
    const headers = root.buildHeaders();
    const boundary = String(root.boundary);
    const part = (type: string, text: string): string =>
      `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${encoded(text).withLink(link)}\r\n`;
    const raw = `${headers}\r\n\r\n${part('text/plain', copy.text)}${part('text/html', copy.html)}--${boundary}--\r\n`;
    return {
      envelope: { from: from.address, to: to.address },
      messageId,
      raw: Buffer.from(raw),
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  };
}

/** RFC 2919: a name that stays the same, by which readers sort. */
function listName(origin: string): string {
  return `<envois.${new URL(origin).hostname}>`;
}
