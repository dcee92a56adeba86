/**
 * How an address of the web answers. `unknown`: its site answers, but not to programs. `failing`: no good answer yet,
 * not long enough to say that it is dead.
 */
export type LinkState = 'unchecked' | 'alive' | 'unknown' | 'failing' | 'dead';

/** What came of one try: an HTTP status, or the reason why there was none. */
export type LinkAnswer = { status: number } | { refusal: string };

export interface LinkRecord {
  state: LinkState;
  answer: string;
  failures: number;
  failingSince: Temporal.Instant | null;
  checkedAt: Temporal.Instant;
  nextCheckAt: Temporal.Instant;
}

/** A site may be down for a day: three bad answers over two days at least are asked before a link is called dead. */
const triesToDie = 3;
const hoursToDie = 48;

const usualPause = 7 * 24;
const longestPause = 28 * 24;

/** Statuses of sites that turn programs away, or that are only busy. */
const turnedAway = new Set([401, 403, 405, 406, 407, 408, 418, 425, 429, 451, 503, 999]);
/** What cannot be tried from here says nothing of the link. */
const untried = new Set(['unreadable', 'scheme', 'port', 'credentials', 'private_address']);

/** Decides what an answer says of a link, and when to try again: sooner while it fails, later and later once dead. */
export function nextLinkState(
  former: { failures: number; failingSince: Temporal.Instant | null },
  answer: LinkAnswer,
  now: Temporal.Instant,
): LinkRecord {
  const words = 'status' in answer ? String(answer.status) : answer.refusal;
  const good = verdictOf(answer);
  if (good !== 'bad') {
    const nextCheckAt = now.add({ hours: usualPause });
    return { state: good, answer: words, failures: 0, failingSince: null, checkedAt: now, nextCheckAt };
  }
  const failures = former.failures + 1;
  const failingSince = former.failingSince ?? now;
  const isDead = failures >= triesToDie && now.since(failingSince).total('hours') >= hoursToDie;
  const pause = isDead ? Math.min(longestPause, usualPause * 2 ** Math.max(0, failures - triesToDie)) : 24;
  return {
    state: isDead ? 'dead' : 'failing',
    answer: words,
    failures,
    failingSince,
    checkedAt: now,
    nextCheckAt: now.add({ hours: pause }),
  };
}

function verdictOf(answer: LinkAnswer): 'alive' | 'unknown' | 'bad' {
  if ('refusal' in answer) return untried.has(answer.refusal) ? 'unknown' : 'bad';
  if (answer.status < 400) return 'alive';
  return turnedAway.has(answer.status) ? 'unknown' : 'bad';
}
