import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import {
  noPhoto,
  photoChoiceOf,
  photosWanted,
  recentPhotos,
  takePhoto,
  type PhotoChoice,
} from '#modules/photos/index.ts';
import { arrangePhoto } from '../../commands/arrange-photo.ts';
import { attachPhoto } from '../../commands/attach-photo.ts';
import { officePath, officeSheetPath } from '../../paths.ts';
import type { DirectoryDependencies } from '../../ports.ts';
import { sheetPhotos } from '../../queries/office/sheet-photos.ts';
import type { OrganizationSheet } from '../../queries/organization-sheet.ts';
import { refusalText } from '../texts.ts';
import { editedSheet } from './edited-sheet.ts';
import { PhotosPanel, type PhotosProps } from './photos-panel.tsx';

/** `POST /gestion/annuaire/:id/photos` */
export async function receivePhoto(exchange: Exchange, deps: DirectoryDependencies): Promise<Response> {
  const sheet = await editedSheet(exchange);
  if (!sheet) return exchange.notFound();
  const form = await exchange.form();
  const taken = await takePhoto(exchange.ctx, deps.ports, form, 'photo', { isRequired: true });
  const value = photoChoiceOf(taken, form, 'photo');
  const redraw = async (errors: Readonly<Record<string, string>>): Promise<Response> =>
    photoPage(exchange, sheet, {
      value,
      errors,
      words: form.values['photo_words'],
      recent: await recentPhotos(exchange.ctx, photosWanted(form, 'photo', value)),
    });
  if (!taken.ok) return redraw(taken.fields);
  const outcome = await attach(exchange, sheet.id, taken.value, form.key);
  if (outcome.ok)
    return exchange.redirect(`${officeSheetPath(sheet.id)}#photos`, { tone: 'success', text: 'La photo est ajoutée.' });
  return redraw(
    outcome.fields['credit'] ? { photo_credit: outcome.fields['credit'] } : { photo: refusalText(outcome.reason) },
  );
}

/** `POST /gestion/annuaire/photos/:photo`: one act, said by its button. Without it, nothing happens to the photo. */
export async function receivePhotoAct(exchange: Exchange): Promise<Response> {
  const photoId = exchange.param('photo');
  const { values, key } = await exchange.form();
  const act = values['act'];
  if (!isId(photoId) || (act !== 'cover' && act !== 'remove')) return exchange.notFound();
  const outcome = await execute(exchange.ctx, arrangePhoto, { photoId, act }, key ? { key } : {});
  if (!outcome.ok) return exchange.notFound();
  const { organizationId, photo } = outcome.value;
  const path = officeSheetPath(organizationId);
  if (act === 'cover') return exchange.redirect(`${path}#photos`, { tone: 'success', text: 'C’est la couverture.' });
  const words = new URLSearchParams({ ...photo });
  return exchange.redirect(`${path}#photos`, {
    tone: 'success',
    text: 'La photo est retirée de la fiche. Elle reste dans la photothèque.',
    undo: { action: `${path}/photos/remettre?${words.toString()}`, label: 'Remettre' },
  });
}

/** `POST /gestion/annuaire/:id/photos/remettre?imageId=`: undoes the removal. */
export async function receivePhotoBack(exchange: Exchange): Promise<Response> {
  const sheet = await editedSheet(exchange);
  if (!sheet) return exchange.notFound();
  const { key } = await exchange.form();
  const { imageId, credit, alternative } = {
    imageId: exchange.query('imageId'),
    credit: exchange.query('credit'),
    alternative: exchange.query('alternative'),
  };
  const outcome = await attach(exchange, sheet.id, { ...noPhoto, imageId, credit, alternative }, key);
  return exchange.redirect(
    `${officeSheetPath(sheet.id)}#photos`,
    outcome.ok
      ? { tone: 'success', text: 'La photo est de retour sur la fiche.' }
      : { tone: 'danger', text: refusalText(outcome.reason) },
  );
}

function attach(exchange: Exchange, organizationId: string, choice: PhotoChoice, key: string | undefined) {
  const { imageId, credit, alternative } = choice;
  return execute(exchange.ctx, attachPhoto, { organizationId, imageId, credit, alternative }, key ? { key } : {});
}

async function photoPage(
  exchange: Exchange,
  sheet: OrganizationSheet,
  state: Omit<PhotosProps, 'exchange' | 'sheetId' | 'photos'>,
): Promise<Response> {
  const photos = await sheetPhotos(exchange.ctx, sheet.id);
  return exchange.page({
    title: `Photos de ${sheet.profile.name}`,
    layout: 'office',
    status: 422,
    section: officePath,
    header: {
      trail: [
        { label: 'Réseau', href: officePath },
        { label: sheet.profile.name, href: officeSheetPath(sheet.id) },
      ],
    },
    content: <PhotosPanel exchange={exchange} sheetId={sheet.id} photos={photos} {...state} />,
  });
}
