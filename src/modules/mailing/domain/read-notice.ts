/** What a message that came back tells: of whom, how grave, and about which of our messages. */
export interface ReturnNotice {
  kind: 'hard' | 'soft' | 'complaint';
  /** RFC 3463 code, when it was told. */
  code: string;
  /** Addresses as the notice writes them, in small letters. */
  recipients: string[];
  /** Ids found in the Message-ID of what was returned: ours are ids of copies. */
  messageIds: string[];
}

const longest = 1_000_000;

/**
 * Reads a message that came back (RFC 3464) or a complaint (RFC 5965). Tolerant: only the fields that count are looked
 * for, wherever they stand. Null when the message says nothing of the kind.
 */
export function readNotice(message: string): ReturnNotice | null {
  const text = unfolded(message.slice(0, longest));
  const messageIds = [...text.matchAll(/^(?:original-)?message-id:\s*<([0-9a-f-]{36})@/gim)].map((found) =>
    (found[1] ?? '').toLowerCase(),
  );
  if (/^feedback-type:\s*(abuse|fraud|opt-out|other)\b/im.test(text)) {
    return { kind: 'complaint', code: '', recipients: addressesIn(text, /^original-rcpt-to:(.*)$/gim), messageIds };
  }
  const action = /^action:\s*(failed|delayed)\b/im.exec(text)?.[1]?.toLowerCase();
  const code = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1] ?? '';
  if (!action || (action === 'failed' && !code.startsWith('5'))) return null;
  const recipients = addressesIn(text, /^(?:final|original)-recipient:\s*rfc822\s*;(.*)$/gim);
  const isHard = action === 'failed' && /^5\.1\.|^5\.2\.1$|^5\.0\.0$/.test(code);
  return { kind: isHard ? 'hard' : 'soft', code, recipients, messageIds };
}

/** Header lines cut over several are made one again. */
function unfolded(message: string): string {
  return message.replaceAll('\r\n', '\n').replaceAll(/\n[ \t]+/g, ' ');
}

function addressesIn(text: string, field: RegExp): string[] {
  const found = [...text.matchAll(field)].flatMap(
    (match) => match[1]?.trim().replace(/^<|>$/g, '').toLowerCase() ?? [],
  );
  return [...new Set(found.filter((address) => /^[^\s@<>]+@[^\s@<>]+$/.test(address) && address.length <= 254))];
}
