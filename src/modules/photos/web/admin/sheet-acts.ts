import { execute } from '#platform/command/execute.ts';
import type { Exchange, Flash } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { describePhoto } from '../../commands/describe-photo.ts';
import { noticeRefusals } from '../../commands/answer-agreement.ts';
import { sayPeople } from '../../commands/name-people.ts';
import { replacePhoto } from '../../commands/replace-photo.ts';
import { officePhotoPath } from '../../paths.ts';
import type { PhotosDependencies } from '../../ports.ts';
import { photoSheet } from '../../queries/photo-sheet.ts';
import { refusalText } from '../texts.ts';
import { showSheet } from './sheet-page.tsx';

/** `POST /gestion/photos/:id` */
export async function receiveSheet(exchange: Exchange, deps: PhotosDependencies): Promise<Response> {
  const { values, key } = await exchange.form();
  const imageId = exchange.param('id');
  const outcome = await execute(
    exchange.ctx,
    describePhoto,
    {
      ...values,
      imageId,
      takenOn: values['takenOn'] || null,
      isDecorative: Boolean(values['isDecorative']),
      isForPress: Boolean(values['isForPress']),
    },
    key ? { key } : {},
  );
  if (outcome.ok) return done(exchange, imageId, { tone: 'success', text: 'La photo est enregistrée.' });
  if (outcome.reason === 'not_found' || !isId(imageId)) return exchange.notFound();
  // The answers typed stay; saved again, they are saved on top of what the other one wrote.
  const current = outcome.reason === 'changed_since' ? await photoSheet(exchange.ctx.db, imageId) : null;
  return showSheet(exchange, deps, {
    values: current ? { ...values, version: String(current.version) } : values,
    errors: outcome.reason === 'invalid' ? outcome.fields : { alternative: refusalText(outcome.reason) },
    status: outcome.reason === 'changed_since' ? 409 : 422,
  });
}

/** `POST /gestion/photos/:id/reconnait` */
export async function receivePeople(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const imageId = exchange.param('id');
  const outcome = await execute(exchange.ctx, sayPeople, { imageId, people: values['people'] }, key ? { key } : {});
  if (!outcome.ok && (outcome.reason === 'not_found' || !isId(imageId))) return exchange.notFound();
  return done(
    exchange,
    imageId,
    outcome.ok ? { tone: 'success', text: 'C’est noté.' } : { tone: 'danger', text: refusalText(outcome.reason) },
  );
}

/** `POST /gestion/photos/:id/vu` */
export async function receiveNotice(exchange: Exchange): Promise<Response> {
  const { key } = await exchange.form();
  const imageId = exchange.param('id');
  const outcome = await execute(exchange.ctx, noticeRefusals, { imageId }, key ? { key } : {});
  if (!outcome.ok) return exchange.notFound();
  return done(exchange, imageId, { tone: 'success', text: 'C’est noté : la photo reste cachée.' });
}

/** `POST /gestion/photos/:id/remplacer` */
export async function receiveReplacement(exchange: Exchange, deps: PhotosDependencies): Promise<Response> {
  const form = await exchange.form();
  const imageId = exchange.param('id');
  const file = form.file('file');
  if (!isId(imageId)) return exchange.notFound();
  if (!file) return showSheet(exchange, deps, { errors: { file: 'Choisissez une photo.' }, status: 422 });
  const outcome = await replacePhoto(exchange.ctx, deps.ports, {
    imageId,
    bytes: new Uint8Array(await file.arrayBuffer()),
    fileName: file.name,
    isSameShot: Boolean(form.values['same']),
  });
  if (outcome.ok) return done(exchange, imageId, { tone: 'success', text: 'La photo est remplacée partout.' });
  if (outcome.reason === 'not_found') return exchange.notFound();
  return showSheet(exchange, deps, {
    errors: { file: outcome.fields['file'] ?? refusalText(outcome.reason) },
    status: 422,
  });
}

function done(exchange: Exchange, id: string, flash: Flash): Response {
  return exchange.redirect(officePhotoPath(id), flash);
}
