import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { cancelRegistrations } from '../../commands/cancel-registrations.ts';
import { letIn } from '../../commands/let-in.ts';
import { registerByStaff } from '../../commands/register-by-staff.ts';
import { paths } from '../../paths.ts';
import type { RegistrationDependencies } from '../../ports.ts';
import { offerOf } from '../../queries/stored-offer.ts';
import { refusalText } from '../texts.ts';
import { personTyped } from '../typed-form.ts';
import { listPage } from './list-page.tsx';

/** `POST /gestion/agenda/:id/inscriptions/ajouter`. */
export async function receiveAdd(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const eventId = exchange.param('id');
  const offer = isId(eventId) ? await offerOf(exchange.ctx.db, eventId) : null;
  if (!offer) return exchange.notFound();
  const person = personTyped(form, '', offer.questions);
  const date = form.values['date'] ?? '';
  const outcome = await execute(
    exchange.ctx,
    registerByStaff(deps),
    { eventId, occurrenceId: isId(date) ? date : null, people: [person] },
    form.key ? { key: form.key } : {},
  );
  if (outcome.ok) {
    const [id = ''] = outcome.value.ids;
    const text =
      outcome.value.waiting > 0 ? 'Plus de place : la personne est sur la liste d’attente.' : 'C’est inscrit.';
    // Without a mail, what she takes home is on paper.
    return exchange.redirect(person.email ? back(eventId, date) : paths.slip(eventId, id), {
      tone: outcome.value.waiting > 0 ? 'warning' : 'success',
      text,
    });
  }
  if (outcome.reason === 'not_found') return exchange.notFound();
  const fields = Object.entries(outcome.fields).map(([path, text]) => [path.replace('people.0.', ''), text]);
  const errors = fields.length > 0 ? Object.fromEntries(fields) : { '': refusalText(outcome.reason) };
  return listPage(exchange, { all: form.all, errors }, 422);
}

const back = (eventId: string, date: string) => paths.office(eventId) + (isId(date) ? `?date=${date}` : '');

/** `POST /gestion/agenda/:id/inscriptions/lot`: cancels those ticked, or gives them seats. */
export async function receiveBulk(exchange: Exchange, deps: RegistrationDependencies): Promise<Response> {
  const form = await exchange.form();
  const eventId = exchange.param('id');
  if (!isId(eventId)) return exchange.notFound();
  const { action = '', note = '', retour = '' } = form.values;
  const to = retour.startsWith(paths.office(eventId)) ? retour : paths.office(eventId);
  const ids = form.all('ids').filter(isId);
  if (ids.length === 0) return exchange.redirect(to, { tone: 'warning', text: 'Cochez d’abord des personnes.' });
  const key = form.key ? { key: form.key } : {};
  const outcome =
    action === 'placer'
      ? await execute(exchange.ctx, letIn(deps), { eventId, ids, reason: note }, key)
      : action === 'annuler'
        ? await execute(exchange.ctx, cancelRegistrations(deps), { eventId, ids, note }, key)
        : null;
  if (!outcome) return exchange.notFound();
  return exchange.redirect(
    to,
    outcome.ok
      ? {
          tone: 'success',
          text: `C’est fait : ${plural(outcome.value.count, 'personne')}, chacune prévenue par mail si elle en a un.`,
        }
      : { tone: 'danger', text: Object.values(outcome.fields)[0] ?? refusalText(outcome.reason) },
  );
}
