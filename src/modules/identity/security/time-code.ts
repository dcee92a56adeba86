import { createOTP } from '@better-auth/utils/otp';

const stepSeconds = 30;
const code = /^\d{6}$/;

/** The step of time whose code this is, one step early or late forgiven; null when none or when it was already used. */
export async function matchingStep(
  secret: string,
  typed: string,
  lastStep: number,
  now: Temporal.Instant,
): Promise<number | null> {
  if (!code.test(typed)) return null;
  const current = Math.floor(now.epochMilliseconds / 1000 / stepSeconds);
  let matched: number | null = null;
  for (const step of [current - 1, current, current + 1]) {
    if ((await codeOf(secret, step)) === typed && step > lastStep) matched = step;
  }
  return matched;
}

/** The code of a step of time (RFC 6238, SHA-1, six digits, 30 s). */
export function codeOf(secret: string, step: number): Promise<string> {
  return createOTP(secret).hotp(step);
}

/** The code an application would show at this moment. */
export function codeAt(secret: string, now: Temporal.Instant): Promise<string> {
  return codeOf(secret, Math.floor(now.epochMilliseconds / 1000 / stepSeconds));
}

/** The address that authenticator applications read. */
export function authenticatorAddress(secret: string, hubName: string, account: string): string {
  return createOTP(secret).url(hubName, account);
}
