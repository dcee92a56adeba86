/** Longest answer kept. */
export const longestReply = 10_000;

// « Le mar. 3 mars 2026 à 10:12, Pôle <bonjour@…> a écrit : », on one line or cut in two, and the headings of Outlook.
const introductions = [
  /^(?:le|on|el|am) (?=.*\d).{4,200}(?:a écrit|wrote|escribió|schrieb)\s*:\s*$/iu,
  /^-{2,} ?(?:message d[’']origine|original message|message transféré|forwarded message) ?-{2,}$/iu,
  /^_{10,}$/,
  /^(?:de|from) ?: .+(?:@|<)/iu,
];

/** What the reader wrote, without the message she answered, which her mail program put below or between. */
export function ownWords(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const cut = lines.findIndex((line, index) => startsQuotation(line, lines[index + 1] ?? ''));
  const hers = (cut >= 0 ? lines.slice(0, cut) : lines).filter((line) => !line.startsWith('>'));
  return hers
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n-- ?\n[\s\S]*$/, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, longestReply);
}

function startsQuotation(line: string, next: string): boolean {
  const whole = line.trim();
  // Longer lines are nobody's heading: the patterns are not tried on what a stranger may send by the megabyte.
  if (whole === '' || whole.length > 250) return false;
  return introductions.some(
    (one) => one.test(whole) || (/^(?:le|on) /i.test(whole) && one.test(`${whole} ${next.trim()}`)),
  );
}
