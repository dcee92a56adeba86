import type { Exchange } from '#platform/http/exchange.ts';
import { keepPhoto } from '../../commands/keep-photo.ts';
import type { PhotosDependencies } from '../../ports.ts';
import { refusalText } from '../texts.ts';
import { readBatchWords, type BatchWords } from './batch-words.ts';
import { showUpload } from './upload-page.tsx';
import type { SentPhoto } from './upload-report.tsx';

/** Without script, one sending of about twenty photos. With it, each comes alone by `/gestion/photos/envoyer`. */
export const batchBodyLimit = 120_000_000;

/** `POST /gestion/photos/ajouter`: several files at once, one after the other; a bad one stops none of the others. */
export async function receiveUpload(exchange: Exchange, deps: PhotosDependencies): Promise<Response> {
  const form = await exchange.form();
  const { words, errors } = readBatchWords(form, exchange.hub.name);
  const files = form.files('files').filter((file) => file.size > 0 || file.name !== '');
  if (files.length === 0) errors['files'] = 'Choisissez au moins une photo.';
  if (Object.keys(errors).length > 0) return showUpload(exchange, { values: form.values, errors, status: 422 });
  const sent: SentPhoto[] = [];
  for (const file of files) sent.push(await keepOne(exchange, deps, file, words));
  return showUpload(exchange, { values: form.values, sent });
}

/** `POST /gestion/photos/envoyer`: one file, answered as JSON. Sent again after a cut, it is recognised. */
export async function receiveOne(exchange: Exchange, deps: PhotosDependencies): Promise<Response> {
  const form = await exchange.form();
  const { words, errors } = readBatchWords(form, exchange.hub.name);
  if (Object.keys(errors).length > 0) return exchange.http.json({ state: 'invalid', errors }, 422);
  const file = form.file('files');
  if (!file) return exchange.http.json({ state: 'invalid', errors: { files: 'Choisissez au moins une photo.' } }, 422);
  return exchange.http.json(await keepOne(exchange, deps, file, words));
}

async function keepOne(
  exchange: Exchange,
  deps: PhotosDependencies,
  file: File,
  { credit, facts, agreement }: BatchWords,
): Promise<SentPhoto> {
  const fileName = file.name || 'photo';
  const kept = await keepPhoto(exchange.ctx, deps.ports, {
    bytes: new Uint8Array(await file.arrayBuffer()),
    fileName,
    alternative: '',
    credit,
    facts,
    agreement,
  });
  if (!kept.ok) return { fileName, state: 'refused', message: kept.fields['file'] ?? refusalText(kept.reason) };
  return { fileName, state: kept.value.wasKnown ? 'known' : 'added', imageId: kept.value.imageId };
}
