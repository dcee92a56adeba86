import type { Context } from '#platform/context/context.ts';
import type { MailCarrier } from '#platform/mail/mail-carrier.ts';
import { paceOf } from '../domain/pace.ts';
import { claimCopy, type Claim } from './claim-copy.ts';
import type { CopyWriter } from './copy-writer.ts';
import { leaveLease, renewLease, takeLease } from './run-lease.ts';
import { settleCopy } from './settle-copy.ts';

export interface SliceOptions {
  carrier: Pick<MailCarrier, 'carryCopy'>;
  writer: CopyWriter;
  /** Mails a minute and domain; null for no limit. */
  domainPace: number | null;
  /** Conversations with the mail server at once. */
  concurrency?: number;
  /** How long this turn may last, so that other long work has its own. */
  forMs?: number;
  signal?: AbortSignal;
}

/** Where a turn left the mailing: nothing more to send now, time was up, the server is silent, or it is not ours. */
export type SliceEnd = 'nothing' | 'time' | 'server' | 'stopped';

/** Failures to reach the server, one after the other, that end a turn. */
const patience = 5;

/**
 * Sends copies of one mailing for a while: each is claimed alone, just before the mail server is spoken to, and settled
 * after its verdict. Interrupted anywhere, nothing is sent twice.
 */
export async function sendSlice(
  ctx: Pick<Context, 'db' | 'clock' | 'newId' | 'log'>,
  mailingId: string,
  { carrier, writer, domainPace, concurrency = 5, forMs = 40_000, signal }: SliceOptions,
): Promise<SliceEnd> {
  const lease = await takeLease(ctx, mailingId);
  if (!lease) return 'stopped';
  const pace = paceOf(domainPace);
  const endsAt = performance.now() + forMs;
  let end: SliceEnd | null = null;
  let silences = 0;
  const renewing = setInterval(() => {
    renewLease(ctx, mailingId, lease).then(
      (isOurs) => {
        if (!isOurs) end ??= 'stopped';
      },
      (error: unknown) => ctx.log.warn({ error }, 'mailing lease'),
    );
  }, 10_000);

  const claimNext = async (): Promise<{ claim: Claim; wasPaced: boolean }> => {
    const closed = pace.closed(performance.now());
    const claim = await claimCopy(ctx, mailingId, lease, closed);
    if (claim.outcome === 'claimed') pace.note(claim.copy.domain, performance.now());
    return { claim, wasPaced: closed.length > 0 };
  };
  // Where domains have a pace, one claim at a time: two at once would not see each other’s domain.
  let turn: Promise<unknown> = Promise.resolve();
  const claimInTurn = (): ReturnType<typeof claimNext> => {
    if (domainPace === null) return claimNext();
    const mine = turn.then(claimNext);
    turn = mine.catch(() => null);
    return mine;
  };

  const next = async (): Promise<void> => {
    while (end === null) {
      if (signal?.aborted || performance.now() >= endsAt) {
        end ??= 'time';
        return;
      }
      const { claim, wasPaced } = await claimInTurn();
      if (claim.outcome === 'skipped') continue;
      if (claim.outcome === 'stopped') {
        end ??= 'stopped';
        return;
      }
      if (claim.outcome === 'nothing') {
        if (!wasPaced) {
          end ??= 'nothing';
          return;
        }
        const opensAt = pace.opensAt(performance.now()) ?? 0;
        await wait(Math.min(opensAt - performance.now(), 1_000), signal);
        continue;
      }
      const { copy } = claim;
      const delivery = await carrier.carryCopy(await writer.write(copy));
      silences = (await settleCopy(ctx, copy, delivery)) === 'server' ? silences + 1 : 0;
      if (silences >= patience) end ??= 'server';
    }
  };

  try {
    const results = await Promise.allSettled(Array.from({ length: concurrency }, () => next().catch(fail)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return end ?? 'nothing';
  } finally {
    clearInterval(renewing);
    await leaveLease(ctx, mailingId, lease);
  }

  function fail(error: unknown): never {
    end ??= 'stopped';
    throw error;
  }
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.max(1, ms));
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done, { once: true });
  });
}
