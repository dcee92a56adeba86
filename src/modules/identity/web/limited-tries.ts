import { formatNumber } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { accept, refuse, type Outcome, type Refused } from '#platform/outcome/outcome.ts';
import type { IdentityDependencies } from './dependencies.ts';

interface Try {
  kind: string;
  /** Address, account or secret tried. */
  target: string;
}

/** Counts a try, and refuses it when there were too many; the field `form` says how long to wait. */
export async function mayTry(
  exchange: Exchange,
  dependencies: IdentityDependencies,
  tried: Try,
): Promise<Outcome<null, 'too_many_tries'>> {
  const permission = await dependencies.limiter.take(counted(exchange, dependencies, tried));
  if (permission.allowed) return accept(null);
  exchange.ctx.log.warn({ kind: tried.kind }, 'too many tries');
  exchange.http.header('Retry-After', String(permission.retryAfterSeconds));
  return refuse('too_many_tries', { fields: { form: waitMessage(permission.retryAfterSeconds) } });
}

/** Makes a try unless there were too many; one that succeeds is taken back from the count. */
export async function limited<Result extends Outcome<unknown>>(
  exchange: Exchange,
  dependencies: IdentityDependencies,
  tried: Try,
  make: () => Promise<Result>,
): Promise<Result | Refused<'too_many_tries'>> {
  const permission = await mayTry(exchange, dependencies, tried);
  if (!permission.ok) return permission;
  const result = await make();
  if (result.ok) await dependencies.limiter.forgive(counted(exchange, dependencies, tried));
  else exchange.ctx.log.info({ kind: tried.kind, reason: result.reason }, 'sign-in refused');
  return result;
}

const counted = (exchange: Exchange, dependencies: IdentityDependencies, tried: Try) => ({
  hubId: exchange.hub.id,
  clientIp: dependencies.clientIp(exchange.http),
  ...tried,
});

function waitMessage(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return `Trop d’essais en peu de temps. Réessayez dans ${formatNumber(minutes)} minute${minutes > 1 ? 's' : ''}.`;
}
