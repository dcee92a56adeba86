import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { changeOwnWorkshops } from '../../commands/change-own-workshops.ts';
import { handOverSeat } from '../../commands/hand-over-seat.ts';
import { answerSeatOffer, cancelOwn, changeOwnAnswers } from '../../commands/own-acts.ts';
import { paths } from '../../paths.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { ownRegistration } from '../../queries/own-registration.ts';
import { calendarOf, workshopNote } from '../../queries/told-dates.ts';
import { refusalText, type RegistrationRefusal } from '../texts.ts';
import { personTyped } from '../typed-form.ts';
import { ownPage } from './own-page.tsx';
import { sealed } from './private-page.ts';

const keyed = (key: string | undefined) => (key ? { key } : {});

/** `POST /inscription/:secret/annuler`: for everyone the link opens, or for one of them. */
export async function receiveOwnCancel(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  const { sure, id = '' } = form.values;
  if (sure !== 'oui') {
    if (!(await ownRegistration(exchange.ctx, secret))) return exchange.notFound();
    return ownPage(
      exchange,
      deps,
      { all: form.all, id: 'all', errors: { sure: 'Cochez la case pour confirmer.' } },
      422,
    );
  }
  const outcome = await execute(exchange.ctx, cancelOwn(deps), { secret, ids: id ? [id] : [] }, keyed(form.key));
  if (outcome.ok) return done(exchange, 'C’est annulé, merci d’avoir prévenu.');
  return refused(exchange, deps, outcome, form.all, '');
}

/** `POST /inscription/:secret/place`: yes or no to the seats offered. */
export async function receiveOwnAnswer(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const accepts = form.values['reponse'] === 'oui';
  const wanted = { secret: exchange.param('secret'), accepts };
  const outcome = await execute(exchange.ctx, answerSeatOffer(deps), wanted, keyed(form.key));
  if (outcome.ok)
    return done(exchange, accepts ? 'La place est à vous.' : 'C’est noté : la place passe à la personne suivante.');
  return refused(exchange, deps, outcome, form.all, '');
}

/** `POST /inscription/:secret/modifier`. */
export async function receiveOwnChange(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  const own = await ownRegistration(exchange.ctx, secret);
  if (!own) return exchange.notFound();
  const { id = '' } = form.values;
  const { phone, organization, municipality, answers } = personTyped(form, `${id.slice(-6)}-`, own.offer.questions);
  const wanted = { secret, id, phone, organization, municipality, answers };
  const outcome = await execute(exchange.ctx, changeOwnAnswers(deps), wanted, keyed(form.key));
  if (outcome.ok) return done(exchange, 'Vos réponses sont changées.');
  return refused(exchange, deps, outcome, form.all, `answers-${id}`);
}

/** `POST /inscription/:secret/ateliers`: other workshops of the day. */
export async function receiveOwnWorkshops(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const { id = '' } = form.values;
  const workshops = [...form.all(`at-${id.slice(-6)}-workshops`)];
  const wanted = { secret: exchange.param('secret'), id, workshops };
  const outcome = await execute(exchange.ctx, changeOwnWorkshops(deps), wanted, keyed(form.key));
  if (outcome.ok) return done(exchange, 'Vos ateliers sont changés.');
  return refused(exchange, deps, outcome, form.all, `workshops-${id}`);
}

/** `POST /inscription/:secret/transmettre`. */
export async function receiveOwnTransfer(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  const { id = '' } = form.values;
  const prefix = `over-${id.slice(-6)}-`;
  const text = (name: string) => form.values[prefix + name] ?? '';
  const wanted = { secret, id, name: text('name'), email: text('email') };
  const outcome = await execute(exchange.ctx, handOverSeat(deps), wanted, keyed(form.key));
  if (!outcome.ok) return refused(exchange, deps, outcome, form.all, `over-${id}`);
  const said = 'La place est transmise : la personne reçoit la confirmation par mail.';
  if (!(await ownRegistration(exchange.ctx, secret)))
    return sealed(exchange.redirect('/agenda', { tone: 'success', text: said }));
  return done(exchange, said);
}

/** `GET /inscription/:secret/agenda.ics`. */
export async function sendOwnCalendar(exchange: Exchange): Promise<Response> {
  const own = await ownRegistration(exchange.ctx, exchange.param('secret'));
  const file = own && (await calendarOf(exchange.ctx.db, own.dates, exchange.hub, workshopNote(own.offer, own.rows)));
  if (!file || !own.rows.some(({ state }) => state === 'confirmed')) return exchange.notFound();
  return sealed(
    new Response(file.text, {
      headers: {
        'content-type': file.contentType,
        'content-disposition': `attachment; filename="${file.filename}"`,
      },
    }),
  );
}

function done(exchange: Exchange, text: string): Response {
  return sealed(exchange.redirect(paths.own(exchange.param('secret')), { tone: 'success', text }));
}

async function refused(
  exchange: Exchange,
  deps: RegistrationDependencies,
  outcome: { reason: RegistrationRefusal; fields: Readonly<Record<string, string>> },
  all: (name: string) => readonly string[],
  id: string,
): Promise<Response> {
  if (outcome.reason === 'not_found') return exchange.notFound();
  const errors = Object.keys(outcome.fields).length > 0 ? { ...outcome.fields } : { '': refusalText(outcome.reason) };
  return ownPage(exchange, deps, { all, id, errors }, 422);
}
