import { eq, sql } from 'drizzle-orm';
import { bookSeats } from '#modules/registration/commands/book-seats.ts';
import { answerSeatOffer, cancelOwn } from '#modules/registration/commands/own-acts.ts';
import type { PoolLock } from '#modules/registration/commands/saving/lock-pool.ts';
import { openTurns } from '#modules/registration/commands/turns.ts';
import { settleOverdue } from '#modules/registration/jobs/settle-overdue.ts';
import { anOffer, someDeps } from '#modules/registration/testing/builders.ts';
import { registrationPools, registrations, type RegistrationRow } from '#modules/registration/tables.ts';
import { execute } from '#platform/command/execute.ts';
import type { Clock, Context } from '#platform/context/context.ts';

/** How random interleavings on waiting lists ended. */
export interface WaitingFindings {
  interleavings: number;
  acts: number;
  promoted: number;
  expired: number;
  /** Queues with more people seated than there are seats. */
  oversold: number;
  /** Queues with a free seat while somebody waits. */
  idle: number;
  /** Queues where somebody waits though a later one was seated. */
  skipped: number;
  /** Queues where a rank is held twice. */
  sameRank: number;
  /** Letters of promotion or of expiry sent twice, or not sent. */
  wrongLetters: number;
  /** Acts that broke. */
  broken: number;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const phases = 2;
const offerHours = 48;

/**
 * Plays, on one queue after another, people who register, cancel, accept, decline and let pass, all at once and in any
 * order; looks after each phase, when all is quiet. `lock` is for the control, where the guard is off.
 */
export async function stormOfWaiting(
  team: Context,
  { count, seed, lock }: { count: number; seed: number; lock?: PoolLock },
): Promise<WaitingFindings> {
  const random = randomFrom(seed);
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  let now = team.clock.now();
  const clock: Clock = { now: () => now };
  const ctx: Context = { ...team, clock };
  const anyone: Context = { ...ctx, actor: null };
  const inTurn = openTurns(4);
  const found: WaitingFindings = {
    interleavings: 0,
    acts: 0,
    promoted: 0,
    expired: 0,
    oversold: 0,
    idle: 0,
    skipped: 0,
    sameRank: 0,
    wrongLetters: 0,
    broken: 0,
  };

  for (let round = 0; round < count; round += 1) {
    const capacity = 1 + upTo(3);
    const where = await anOffer(ctx, { capacity, offerHours }, { inDays: 60, title: `Interfoliage ${round}` });
    let serial = 0;
    const register = async (): Promise<void> => {
      serial += 1;
      const people = [{ name: `Personne ${serial}`, email: `r${round}-${serial}@essai.example` }];
      await execute(anyone, bookSeats(someDeps, lock), { ...where, people });
    };
    const secretOf = ({ bookingId }: RegistrationRow): string =>
      someDeps.links.secretOf('booking', ctx.hubId, bookingId, 1);
    for (let first = capacity + upTo(4); first > 0; first -= 1) await register();
    const [pool] = await ctx.db.select().from(registrationPools).where(eq(registrationPools.eventId, where.eventId));
    const poolId = pool?.id ?? '';
    const rowsNow = (): Promise<RegistrationRow[]> =>
      ctx.db.select().from(registrations).where(eq(registrations.poolId, poolId)).orderBy(registrations.arrival);

    for (let phase = 0; phase < phases; phase += 1) {
      const hours = [0, 0, 10, offerHours + 2][upTo(3)] ?? 0;
      now = now.add({ hours });
      const acts: (() => Promise<unknown>)[] = Array.from({ length: 1 + upTo(3) }, () => register);
      for (const row of await rowsNow()) {
        const secret = secretOf(row);
        if (row.state === 'offered' && random() < 0.6) {
          const accepts = random() < 0.5;
          acts.push(() => execute(anyone, answerSeatOffer(someDeps), { secret, accepts }));
        } else if ((row.state === 'confirmed' || row.state === 'waiting') && random() < 0.45)
          acts.push(() => execute(anyone, cancelOwn(someDeps), { secret }));
      }
      if (hours > 0) acts.push(() => execute(anyone, settleOverdue(someDeps), { poolId }));
      const order = acts.map((act) => ({ act, at: random() })).toSorted((one, other) => one.at - other.at);
      const done = await Promise.allSettled(order.map(({ act }) => inTurn(act)));
      found.acts += acts.length;
      found.broken += done.filter(({ status }) => status === 'rejected').length;
      judgeQueue(found, await rowsNow(), capacity);
    }
    found.interleavings += 1;
    await judgeLetters(found, ctx, await rowsNow(), `r${round}-%`);
  }
  return found;
}

function judgeQueue(found: WaitingFindings, rows: readonly RegistrationRow[], capacity: number): void {
  const seated = rows.filter(({ state }) => state === 'confirmed' || state === 'offered');
  const waiting = rows.filter(({ state }) => state === 'waiting');
  if (seated.length > capacity) found.oversold += 1;
  if (waiting.length > 0 && seated.length < capacity) found.idle += 1;
  const last = Math.max(0, ...seated.map(({ arrival }) => arrival));
  if (waiting.some(({ arrival }) => arrival < last)) found.skipped += 1;
  if (new Set(rows.map(({ arrival }) => arrival)).size < rows.length) found.sameRank += 1;
}

/** Whoever was offered a seat was told once, and once more when she let it pass; nobody else was. */
async function judgeLetters(
  found: WaitingFindings,
  ctx: Context,
  rows: readonly RegistrationRow[],
  like: string,
): Promise<void> {
  const { rows: letters } = await ctx.db.execute<{ recipient: string; kind: string; count: number }>(sql`
    select recipient, kind, count(*)::int as count from mail_messages
    where recipient like ${like} and kind in ('registration.offered', 'registration.offer-expired') group by 1, 2`);
  const toldOf = (kind: string, { email }: RegistrationRow): number =>
    letters.find((letter) => letter.kind === kind && letter.recipient === email)?.count ?? 0;
  for (const row of rows) {
    const [offered, expired] = [toldOf('registration.offered', row), toldOf('registration.offer-expired', row)];
    const hasExpired = row.state === 'cancelled' && row.stateReason === 'expired';
    const mustHave = row.state === 'offered' || row.state === 'declined' || hasExpired;
    if (offered > 1 || (mustHave && offered !== 1) || expired !== (hasExpired ? 1 : 0)) found.wrongLetters += 1;
    found.promoted += offered;
    found.expired += expired;
  }
}
