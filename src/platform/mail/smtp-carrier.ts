import type { SendMailOptions } from 'nodemailer';
import { openCopyBuilder } from './build-copy.ts';
import { buildMail } from './build-mail.ts';
import { handOver } from './hand-over.ts';
import { oneLine } from './mail-headers.ts';
import type { MailBlock } from './mail-block.ts';
import type { Letter, MailCarrier } from './mail-carrier.ts';
import type { MailTransport } from './mail-transport.ts';
import { readableOn } from './readable-on.ts';
import type { MailBody } from './send-mail.ts';

/** Carries the letters of the outbox through an SMTP server; `from` is the one address the server lets us use. */
export function createSmtpCarrier(transport: MailTransport, from: string, now: () => Temporal.Instant): MailCarrier {
  const deliver = (build: () => Promise<SendMailOptions> | SendMailOptions) => handOver(transport, build);
  const buildCopy = openCopyBuilder();
  return {
    carry: (letter) => deliver(() => messageOf(letter, from, now())),
    carryCopy: (copy) => deliver(() => buildCopy(copy, from, now())),
    close: transport.close,
  };
}

function messageOf({ id, to, replyTo, subject, body, attachments, hub }: Letter, from: string, date: Temporal.Instant) {
  return buildMail({
    id,
    date,
    from: { address: from, name: oneLine(hub.name) },
    to: { address: to.address, name: to.name ?? undefined },
    replyTo: replyTo === null ? undefined : { address: replyTo },
    subject,
    blocks: blocksOf(body),
    attachments,
    footer: hub.footer.split('\n'),
    siteName: hub.name,
    siteUrl: hub.origin,
    colours: { brand: hub.brandColor, onBrand: readableOn(hub.brandColor) },
  });
}

function blocksOf({ paragraphs, action, quote, after = [] }: MailBody): MailBlock[] {
  const said = (text: string): MailBlock => ({ kind: 'paragraph', text });
  return [
    ...paragraphs.map(said),
    ...(quote ? [{ kind: 'quote' as const, ...quote }] : []),
    ...(action ? [{ kind: 'action' as const, ...action }] : []),
    ...after.map(said),
  ];
}
