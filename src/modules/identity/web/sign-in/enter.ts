import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { signOut } from '../../commands/end-sessions.ts';
import type { OpenedSession } from '../../commands/open-session.ts';
import { isSecure, linkCookie, sessionToken, withNext } from '../browser-state.ts';
import { paths } from '../../paths.ts';
import { giveSessionCookie, takeCookieBack } from '../session-cookie.ts';

/** Gives the browser its new session, ends the one it had, and leads to what comes next. */
export async function enter(exchange: Exchange, session: OpenedSession, next: string | null): Promise<Response> {
  const before = sessionToken(exchange);
  if (before) await execute(exchange.ctx, signOut, { token: before });
  const secure = isSecure(exchange);
  takeCookieBack(exchange.http, linkCookie, secure);
  giveSessionCookie(exchange.http, secure, session.token);
  if (session.step === 'give_second_factor') return exchange.redirect(withNext(paths.secondFactor, next));
  if (session.step === 'set_up_second_factor') return exchange.redirect(withNext(paths.secondFactorSetUp, next));
  return exchange.redirect(next ?? (session.isStaff ? paths.office : paths.account), {
    tone: 'success',
    text: 'Vous êtes connecté·e.',
  });
}
