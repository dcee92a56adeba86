import type { SendMailOptions } from 'nodemailer';
import { buildCopy } from './build-copy.ts';
import { buildMail } from './build-mail.ts';
import { oneLine } from './mail-headers.ts';
import type { MailBlock } from './mail-block.ts';
import type { Delivery, Letter, MailCarrier } from './mail-carrier.ts';
import { MailFailure, type MailFailureKind } from './mail-failure.ts';
import { MailRefused } from './mail-refused.ts';
import type { MailTransport } from './mail-transport.ts';
import { readableOn } from './readable-on.ts';
import type { MailBody } from './send-mail.ts';

/** Carries the letters of the outbox through an SMTP server; `from` is the one address the server lets us use. */
export function createSmtpCarrier(transport: MailTransport, from: string, now: () => Temporal.Instant): MailCarrier {
  const deliver = async (build: () => Promise<SendMailOptions> | SendMailOptions): Promise<Delivery> => {
    try {
      await transport.send(await build());
      return { result: 'sent' };
    } catch (error) {
      if (error instanceof MailRefused) return { result: 'refused', why: error.message };
      if (error instanceof MailFailure) return afterFailure(error);
      throw error;
    }
  };
  return {
    carry: (letter) => deliver(() => messageOf(letter, from, now())),
    carryCopy: (copy) => deliver(() => buildCopy(copy, from, now())),
    close: transport.close,
  };
}

const deliveryAfter = { permanent: 'refused', temporary: 'later', ambiguous: 'uncertain' } as const satisfies Record<
  MailFailureKind,
  Delivery['result']
>;

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

function afterFailure(failure: MailFailure): Delivery {
  const code = failure.statusCode ?? failure.replyCode?.toString();
  return { result: deliveryAfter[failure.kind], why: whyOf(failure), ...(code === undefined ? {} : { code }) };
}

/** Never the words of the server, which often quote the address. */
function whyOf({ message, statusCode, replyCode }: MailFailure): string {
  const code = statusCode ?? replyCode;
  return code === undefined ? message : `${message} (${code})`;
}
