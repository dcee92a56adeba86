import { findOrganizations } from '#modules/directory/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { applyForMembership } from '../../commands/apply.ts';
import { whoNames, type Who } from '../../domain/who.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { signedInApplicant } from '../../queries/signed-in-applicant.ts';
import { errorsOf, type Typed } from '../form-answer.ts';
import { readApplication } from '../read-application.ts';
import { applyPage } from './apply-page.tsx';
import { joinable, whoOfWord } from './join-page.tsx';

/** `GET /adherer/:who`: the form; a person signed in finds what she is known by. */
export async function showApply(exchange: Exchange): Promise<Response> {
  const who = whoOfWord(exchange.param('who'));
  const values = who ? await knownValues(exchange) : {};
  return (await page(exchange, who, { values, errors: {} })) ?? exchange.notFound();
}

/** `POST /adherer/:who`: sends it, then leads to where it is paid. */
export async function receiveApply(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const who = whoOfWord(exchange.param('who'));
  if (form.values[robotTrapField]) return exchange.redirect(paths.join);
  const outcome = await execute(
    exchange.ctx,
    applyForMembership(deps),
    { ...readApplication(form), with: form.values['with'] ?? '' },
    { key: form.key },
  );
  if (outcome.ok) return afterSent(exchange, deps, outcome.value, form.values['paymentWay'] ?? '');
  const typed = { values: form.values, errors: errorsOf(outcome) };
  return (await page(exchange, who, typed, 422)) ?? exchange.notFound();
}

/** Where one goes once an application is sent: to pay by card at once, else to one’s own page. */
export function afterSent(
  exchange: Exchange,
  { links }: MembershipDependencies,
  { applicationId, payPath }: { applicationId: string; payPath: string | null },
  way: string,
): Response {
  const secret = links.secretOf('application', exchange.hub.id, applicationId, 1);
  return exchange.redirect(payPath && way === 'online' ? `${payPath}?par=online` : `${paths.own(secret)}?merci=oui`);
}

async function page(exchange: Exchange, who: Who | null, typed: Typed, status = 200): Promise<Response | null> {
  const open = await joinable(exchange);
  const scales = open?.scales.filter((scale) => scale.who === who) ?? [];
  if (!who || (open && scales.length === 0)) return null;
  if (!open) return exchange.redirect(paths.join);
  const beside = typed.values['with'] ?? exchange.query('avec');
  return applyPage(exchange, {
    ...open,
    scales,
    who,
    typed,
    status,
    action: paths.joinAs(exchange.param('who')),
    title: who === 'person' ? 'J’adhère' : `Adhérer : ${whoNames[who].toLowerCase()}`,
    submit: 'Adhérer',
    isNew: true,
    ...(/^[\w-]{43}$/.test(beside) ? { with: beside } : {}),
  });
}

async function knownValues(exchange: Exchange): Promise<Record<string, string>> {
  const structure = exchange.query('structure').slice(0, 200);
  const known = exchange.actor ? await signedInApplicant(exchange.ctx, exchange.actor.personId) : null;
  return { ...known, ...(structure ? { organizationName: structure } : {}) };
}

/** `GET /adherer/structures?q=`: public sheets whose name holds these words. */
export async function suggestStructures({ ctx, http, query }: Exchange): Promise<Response> {
  const words = query('q').trim().slice(0, 80);
  return http.json(words ? [...new Set((await findOrganizations(ctx.db, words, 8)).map(({ name }) => name))] : []);
}
