/** What a mail server answers to a copy it did not take. */
export type Trouble = 'hard' | 'soft' | 'message' | 'server';

/**
 * Whose fault a refusal is. `hard`: the address does not exist, it is never written to again. `soft`: full or busy,
 * another try may do. `message`: this message was not wanted, which says nothing of the address. `server`: nobody
 * answered, the whole mailing waits. Codes of RFC 3463, else SMTP replies.
 */
export function troubleOf(result: 'refused' | 'later', code: string | undefined): Trouble {
  if (code === undefined) return result === 'later' ? 'server' : 'message';
  if (result === 'later') return 'soft';
  if (/^5\.1\.(1|2|3|6|10)$|^5\.2\.1$/.test(code)) return 'hard';
  if (/^5\.2\.2$|^5\.4\./.test(code)) return 'soft';
  if (/^(550|551|553)$/.test(code)) return 'hard';
  if (code === '552') return 'soft';
  return 'message';
}

const patienceHours = 72;
const longestWaitHours = 12;

/** When to try an address again that was busy: later and later, three days long; null when it was tried long enough. */
export function nextTry(firstTry: Temporal.Instant, tries: number, now: Temporal.Instant): Temporal.Instant | null {
  const minutes = Math.min(15 * 2 ** Math.max(0, tries - 1), longestWaitHours * 60);
  const at = now.add({ minutes });
  return Temporal.Instant.compare(at, firstTry.add({ hours: patienceHours })) > 0 ? null : at;
}

/** Mailings in a row that found an address busy for three days: it is then left in peace for a while. */
export const softBeforePause = 3;
export const pauseDays = 90;
