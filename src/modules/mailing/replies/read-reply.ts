import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { cleanHtml, textOfHtml } from '#platform/rich-text/index.ts';
import { isAutomatic } from './automatic.ts';
import { longestReply, ownWords } from './own-words.ts';

/** Largest message read, pictures included. */
export const largestReply = 15_000_000;

/** A message somebody wrote, as far as it concerns us. */
export interface ReadReply {
  /** Of the message: told twice, it is the same. */
  print: string;
  /** Addresses it was sent or handed to. */
  recipients: string[];
  sender: string;
  title: string;
  body: string;
  /** Files that came with it; none is opened. */
  filesLeft: number;
}

/**
 * Reads one message as it came. Null for what a machine sent, what can not be read, and what holds no word. Nothing in it
 * is run, fetched nor kept but its words; its sender may be anyone.
 */
export async function readReply(raw: Uint8Array): Promise<ReadReply | null> {
  if (raw.byteLength > largestReply) return null;
  const mail = await parsed(raw);
  if (!mail) return null;
  const headers = mail.headers.map(({ key, value }) => [key, value] as const);
  const sender = addressesOf(mail.from ? [mail.from] : [])[0] ?? '';
  const title = oneLine(mail.subject ?? '').slice(0, 200);
  if (isAutomatic(headers, { sender, title })) return null;
  const body = ownWords(wordsOf(mail));
  if (body === '') return null;
  const handedTo = headers
    .filter(([key]) => /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to)$/.test(key))
    .map(([, value]) => value.trim().toLowerCase().replace(/^<|>$/g, ''));
  return {
    print: createHash('sha256')
      .update(mail.messageId ? `${mail.messageId}\n${sender}` : raw)
      .digest('hex'),
    recipients: [...addressesOf([...(mail.to ?? []), ...(mail.cc ?? [])]), ...handedTo].slice(0, 50),
    sender: visible(sender).slice(0, 254),
    title,
    body,
    filesLeft: Math.min(mail.attachments.length, 1000),
  };
}

/** Null for what is no message, or is made to be endless. */
async function parsed(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, {
      maxNestingDepth: 30,
      maxHeadersSize: 200_000,
      // What was forwarded whole is a file among others.
      maxRfc822NestingDepth: 0,
    });
  } catch {
    return null;
  }
}

function wordsOf({ text, html }: Email): string {
  const said = text?.trim() ? text : textOfHtml(cleanHtml((html ?? '').slice(0, 20 * longestReply)));
  return visible(said.slice(0, 20 * longestReply));
}

/** Without signs that nobody sees, nor those that turn the order of a line. */
function visible(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}

const oneLine = (text: string): string => visible(text).replaceAll(/\s+/g, ' ').trim();

function addressesOf(list: readonly Address[]): string[] {
  return list
    .flatMap((one) => (one.group ? one.group.map(({ address }) => address) : [one.address ?? '']))
    .map((address) => address.toLowerCase());
}
