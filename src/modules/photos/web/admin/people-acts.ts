import { execute } from '#platform/command/execute.ts';
import type { Exchange, Flash } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { noteAnswer } from '../../commands/answer-agreement.ts';
import { askAgreement } from '../../commands/ask-agreement.ts';
import { addPhotoPerson, removePhotoPerson } from '../../commands/name-people.ts';
import { agreementWording } from '../../domain/wording.ts';
import { officePhotoPath } from '../../paths.ts';
import type { PhotosDependencies } from '../../ports.ts';
import { isOneOf, refusalText } from '../texts.ts';
import { showSheet } from './sheet-page.tsx';

const means = ['paper', 'spoken', 'event'] as const;

/** `POST /gestion/photos/:id/personnes`: names someone, and asks or notes the agreement in the same breath. */
export async function receivePerson(exchange: Exchange, deps: PhotosDependencies): Promise<Response> {
  const { values, key } = await exchange.form();
  const imageId = exchange.param('id');
  if (!isId(imageId)) return exchange.notFound();
  const text = (name: string): string => (values[`person-${name}`] ?? '').trim();
  const isMinor = text('minor') !== '';
  const answer = text('answer');
  if (answer === 'mail' && text('mail') === '')
    return redraw(exchange, deps, values, {
      'person-mail': 'Pour demander par mail, il faut son adresse. Sinon, choisissez une autre réponse plus bas.',
    });
  const outcome = await execute(
    exchange.ctx,
    addPhotoPerson,
    {
      imageId,
      wording: agreementWording({ hubName: exchange.hub.name, isMinor }),
      person: { name: text('name'), mail: text('mail'), isMinor, guardianName: isMinor ? text('guardian') : '' },
    },
    key ? { key } : {},
  );
  if (!outcome.ok) {
    if (outcome.reason === 'not_found') return exchange.notFound();
    return redraw(exchange, deps, values, namedErrors(outcome.fields, outcome.reason));
  }
  const photoPersonId = outcome.value.id;
  const next = isOneOf(means, answer)
    ? await execute(exchange.ctx, noteAnswer, { photoPersonId, answer: 'given', means: answer })
    : answer === 'mail'
      ? await ask(exchange, deps, photoPersonId)
      : null;
  return back(exchange, imageId, next, answer === 'mail' ? 'Le mail est parti.' : 'C’est noté.');
}

/** `POST /gestion/photos/:id/personnes/:person` */
export async function receivePersonAct(exchange: Exchange, deps: PhotosDependencies): Promise<Response> {
  const { values, key } = await exchange.form();
  const [imageId, photoPersonId] = [exchange.param('id'), exchange.param('person')];
  const act = values['act'] ?? '';
  if (!isId(imageId) || !isId(photoPersonId)) return exchange.notFound();
  const options = key ? { key } : {};
  if (act === 'mail')
    return back(exchange, imageId, await ask(exchange, deps, photoPersonId, key), 'Le mail est parti.');
  if (act === 'remove')
    return back(
      exchange,
      imageId,
      await execute(exchange.ctx, removePhotoPerson, { photoPersonId }, options),
      'C’est fait.',
    );
  const answer = { photoPersonId, answer: act, means: values['means'] || 'spoken' };
  return back(exchange, imageId, await execute(exchange.ctx, noteAnswer, answer, options), 'La réponse est notée.');
}

async function ask(exchange: Exchange, deps: PhotosDependencies, photoPersonId: string, key?: string) {
  const [origin, hubName] = await Promise.all([deps.originOf(exchange.ctx.hubId), deps.hubName(exchange.ctx.hubId)]);
  return execute(exchange.ctx, askAgreement, { photoPersonId, origin, hubName }, key ? { key } : {});
}

function back(exchange: Exchange, imageId: string, outcome: Outcome<unknown> | null, text: string): Response {
  const flash: Flash =
    outcome && !outcome.ok ? { tone: 'danger', text: refusalText(outcome.reason) } : { tone: 'success', text };
  return exchange.redirect(`${officePhotoPath(imageId)}#accords`, flash);
}

function redraw(
  exchange: Exchange,
  deps: PhotosDependencies,
  typed: Readonly<Record<string, string>>,
  errors: Record<string, string>,
): Promise<Response> {
  return showSheet(exchange, deps, { people: typed, errors, status: 422 });
}

/** Errors of the command, under the names of the panel's fields. */
function namedErrors(fields: Readonly<Record<string, string>>, reason: string): Record<string, string> {
  const names: Readonly<Record<string, string>> = {
    'person.name': 'person-name',
    'person.mail': 'person-mail',
    'person.guardianName': 'person-guardian',
  };
  const found = Object.entries(fields).map(([field, message]) => [names[field] ?? 'person-name', message]);
  return found.length > 0
    ? (Object.fromEntries(found) as Record<string, string>)
    : { 'person-name': refusalText(reason) };
}
