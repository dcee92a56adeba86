import type { Context } from '#platform/context/context.ts';
import type { MailCarrier } from '#platform/mail/mail-carrier.ts';
import { mostConversations } from '#platform/mail/mail-transport.ts';
import { paceOf } from '../domain/pace.ts';
import { claimCopies, type Claim, type ClaimedCopy } from './claim-copies.ts';
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
 * Sends copies of one mailing for a while: each is claimed just before the mail server is spoken to, and settled after
 * its verdict, those of a moment in one breath. Interrupted anywhere, nothing is sent twice.
 */
export async function sendSlice(
  ctx: Pick<Context, 'db' | 'clock' | 'newId' | 'log'>,
  mailingId: string,
  { carrier, writer, domainPace, concurrency = mostConversations, forMs = 40_000, signal }: SliceOptions,
): Promise<SliceEnd> {
  const lease = await takeLease(ctx, mailingId);
  if (!lease) return 'stopped';
  const pace = paceOf(domainPace);
  const endsAt = performance.now() + forMs;
  const onTheirWay = new Set<Promise<void>>();
  let sent: string[] = [];
  let end: SliceEnd | null = null;
  const failures: unknown[] = [];
  let silences = 0;
  const renewing = setInterval(() => {
    renewLease(ctx, mailingId, lease).then(
      (isOurs) => {
        if (!isOurs) end ??= 'stopped';
      },
      (error: unknown) => ctx.log.warn({ error }, 'mailing lease'),
    );
  }, 10_000);

  const carry = async (copy: ClaimedCopy): Promise<void> => {
    const delivery = await carrier.carryCopy(await writer.write(copy));
    if (delivery.result === 'sent') sent.push(copy.id);
    else if ((await settleCopy(ctx, copy, delivery)) === 'server') {
      silences += 1;
      if (silences >= patience) end ??= 'server';
      return;
    }
    silences = 0;
  };
  const fail = (error: unknown): void => {
    end ??= 'stopped';
    failures.push(error);
  };
  /** Tells which copies left, and takes as many as conversations are free: never more unsettled than conversations. */
  const claim = async (most: number): Promise<Claim> => {
    const closedDomains = domainPace === null ? null : pace.closed(performance.now());
    const told = sent;
    sent = [];
    const found = await claimCopies(ctx, { mailingId, lease, most, closedDomains, sent: told }).catch(
      (error: unknown) => {
        sent.push(...told);
        throw error;
      },
    );
    if (found.outcome !== 'some') return found;
    for (const copy of found.copies) {
      pace.note(copy.domain, performance.now());
      const carried: Promise<void> = carry(copy)
        .catch(fail)
        .finally(() => onTheirWay.delete(carried));
      onTheirWay.add(carried);
    }
    return found;
  };

  const sendOn = async (): Promise<void> => {
    while (end === null) {
      if (signal?.aborted || performance.now() >= endsAt) {
        end ??= 'time';
      } else if (onTheirWay.size >= concurrency) {
        await Promise.race(onTheirWay);
      } else {
        const opensAt = pace.opensAt(performance.now());
        const { outcome } = await claim(concurrency - onTheirWay.size);
        if (outcome === 'stopped') end ??= 'stopped';
        if (outcome !== 'nothing') continue;
        if (opensAt === null) end ??= 'nothing';
        else await Promise.race([wait(Math.min(opensAt - performance.now(), 1_000), signal), ...onTheirWay]);
      }
    }
  };

  try {
    await sendOn().catch(fail);
    await Promise.all(onTheirWay);
    if (sent.length > 0) await claim(0).catch(fail);
    if (failures.length > 0) throw failures[0];
    return end ?? 'nothing';
  } finally {
    clearInterval(renewing);
    await leaveLease(ctx, mailingId, lease);
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
