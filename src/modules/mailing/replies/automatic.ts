/**
 * Whether a machine sent it: an absence told, a receipt, a list, a message that came back (RFC 3834). Nothing is ever
 * answered to what comes in, so no loop can begin; this keeps such mails from counting as replies.
 */
export function isAutomatic(
  headers: readonly (readonly [name: string, value: string])[],
  { sender, title }: { sender: string; title: string },
): boolean {
  const told = headers.map(([name, value]) => [name.toLowerCase(), value.trim().toLowerCase()] as const);
  const has = (name: string, test: (value: string) => boolean): boolean =>
    told.some(([known, value]) => known === name && test(value));
  return (
    has('auto-submitted', (value) => !value.startsWith('no')) ||
    has('precedence', (value) => /^(?:bulk|junk|list|auto_reply)$/.test(value)) ||
    has('return-path', (value) => value === '<>') ||
    has('content-type', (value) => value.startsWith('multipart/report')) ||
    has('list-id', () => true) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-auto-reply'].some((name) =>
      has(name, (value) => value !== 'no'),
    ) ||
    /^(?:mailer-daemon|postmaster|no-?reply)@/.test(sender) ||
    tellsAbsence(title)
  );
}

const absences = [
  "(?:réponse|message) automatique(?: d'absence)?",
  "(?:réponse|message|avis|notification) d'absence",
  'absen(?:ce|te?|t·e|t\\(e\\)) du bureau',
  'out of (?:the )?office(?: (?:automatic |auto[- ]?)?reply)?',
  'automatic reply',
  'auto-?(?:reply|response)',
].join('|');
const absence = new RegExp(`^(?:\\[(?:${absences})\\]|(?:${absences}) ?(?:$|[:;,.(–—-]))`);

/**
 * What mail programs write above an absence, when they say it nowhere else. Alone or before a colon only: the « bureau »
 * of an association may be absent too. Nothing with « Re : » before, which is somebody who answers.
 */
function tellsAbsence(title: string): boolean {
  return absence.test(title.normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim());
}
