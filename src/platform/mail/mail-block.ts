import { safeLink } from './mail-headers.ts';

/** What a mail says, piece by piece; every piece is plain text, and is drawn both as HTML and as text. */
export type MailBlock =
  /** What the whole mail is about; the subject of the message stands for it when there is none. */
  | { kind: 'title'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** A picture of the site, that says nothing the words do not: mail programs show it when asked. */
  | { kind: 'picture'; src: string; alternative: string; width: number; height: number; href?: string }
  /** Rows of a label and its value: date, place, price. */
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  /** Words somebody wrote. */
  | { kind: 'quote'; text: string; by?: string }
  /** An item to read on the site, as in a digest: its facts in one line, then its words. */
  | { kind: 'item'; title: string; href: string; facts?: string; text?: string }
  /** A short code to copy. */
  | { kind: 'code'; text: string }
  /** The one thing to do, drawn as a button. */
  | { kind: 'action'; label: string; href: string };

/** The same block, its addresses written the way a parser understood them. @throws MailRefused */
export function withSafeLinks(block: MailBlock): MailBlock {
  const safe = 'src' in block ? { ...block, src: safeLink(block.src) } : block;
  return 'href' in safe && safe.href !== undefined ? { ...safe, href: safeLink(safe.href) } : safe;
}
