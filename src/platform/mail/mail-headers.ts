import { MailRefused } from './mail-refused.ts';

export type MailAddress = { address: string; name?: string };

/** Headers of ours, that no caller may set another way. */
const reserved =
  /^(from|to|cc|bcc|sender|reply-to|subject|date|message-id|auto-submitted|precedence|mime-version|content-.*|list-unsubscribe.*|return-path|received|dkim-.*|x-auto-response-suppress)$/i;

/** A header text without line break nor control character, which would let its author write other headers. */
export function safeHeader(text: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) throw new MailRefused('header');
  return text;
}

/** The same text on one line: people paste tabs and line breaks into names, and no letter may be lost for it. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Extra headers, checked: known shape of name, nothing of ours replaced. */
export function safeHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[a-z][a-z0-9-]{0,70}$/i.test(name) || reserved.test(name)) throw new MailRefused('header');
    safeHeader(value);
  }
  return { ...headers };
}

/** One plain address: no quoted local part, no comment, no list, which mail programs read differently. */
export function safeAddress({ address, name = '' }: MailAddress): { address: string; name: string } {
  if (
    address.length > 254 ||
    !/^[^\s"(),:;<>@[\\\]\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u.test(address)
  ) {
    throw new MailRefused('address');
  }
  return { address, name: safeHeader(name) };
}

/** An absolute web address, written the way a parser understood it. */
export function safeLink(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw new MailRefused('link');
  return url.href;
}

export function safeFileName(name: string): string {
  if (name === '' || name.length > 200 || /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069/\\"]/u.test(name))
    throw new MailRefused('attachment');
  return name;
}

/** The Message-ID of a given row: sending it again bears the same, so that mail programs show it once. */
export function messageIdFor(id: string, sender: string): string {
  if (!/^[A-Za-z0-9._-]{1,200}$/.test(id)) throw new MailRefused('header');
  return `<${id}@${sender.slice(sender.lastIndexOf('@') + 1)}>`;
}
