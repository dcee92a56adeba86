import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { keepPicture } from '#platform/pictures/keep-picture.ts';
import { Button } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import { arrangePhoto } from '../../commands/arrange-photo.ts';
import { attachPhoto } from '../../commands/attach-photo.ts';
import { officePath, officeSheetPath } from '../../paths.ts';
import type { DirectoryDependencies } from '../../ports.ts';
import type { OrganizationSheet } from '../../queries/organization-sheet.ts';
import { photoOf } from '#ui/components/photo-of.ts';
import { refusalText } from '../texts.ts';
import { editedSheet } from './edited-sheet.ts';
import { summaryOf, type FieldErrors } from './sheet-values.ts';

interface PhotosProps {
  readonly exchange: Exchange;
  readonly sheet: OrganizationSheet;
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: FieldErrors;
}

/** The photos of a sheet, the first is its cover, and the form that adds one. */
export function PhotosPanel({ exchange, sheet, values = {}, errors = {} }: PhotosProps): JSX.Element {
  return (
    <Panel title="Photos" id="photos">
      {sheet.photos.length > 0 && (
        <ul class="cards plain">
          {sheet.photos.map((photo, place) => (
            <li>
              <PhotoOrRelief id={photo.id} photo={photoOf(photo, '20rem')} />
              <form class="actions" method="post" action={`${officePath}/photos/${photo.photoId}`}>
                <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
                {place > 0 && (
                  <Button small kind="ghost" name="act" value="cover">
                    En couverture
                  </Button>
                )}
                <Button small kind="quiet" icon="trash" name="act" value="remove">
                  Retirer
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Form
        action={`${officeSheetPath(sheet.id)}/photos`}
        withFiles
        errors={summaryOf(errors)}
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
        label="Ajouter une photo"
      >
        <FileField name="file" label="Ajouter une photo" accept="image/*" error={errors['file']} required />
        <TextField
          name="credit"
          label="Crédit"
          hint="Qui l’a prise."
          value={values['credit']}
          error={errors['credit']}
          required
        />
        <TextField
          name="alternative"
          label="Ce qu’on y voit"
          hint="Pour les personnes qui ne la voient pas."
          value={values['alternative']}
          error={errors['alternative']}
        />
        <SubmitBar label="Ajouter la photo" kind="ghost" />
      </Form>
    </Panel>
  );
}

/** `POST /gestion/annuaire/:id/photos` */
export async function receivePhoto(exchange: Exchange, deps: DirectoryDependencies): Promise<Response> {
  const sheet = await editedSheet(exchange);
  if (!sheet) return exchange.notFound();
  const form = await exchange.form();
  const file = form.file('file');
  const { credit = '', alternative = '' } = form.values;
  if (!file || credit.trim().length < 2) {
    return photoPage(exchange, sheet, form.values, {
      ...(file ? {} : { file: 'Choisissez une photo.' }),
      ...(credit.trim().length < 2 ? { credit: 'Dites qui a pris la photo.' } : {}),
    });
  }
  const kept = await keepPicture(exchange.ctx, deps.ports, {
    bytes: new Uint8Array(await file.arrayBuffer()),
    alternative,
    credit,
    visibility: 'public',
  });
  if (!kept.ok) return photoPage(exchange, sheet, form.values, kept.fields);
  const outcome = await execute(exchange.ctx, attachPhoto, {
    organizationId: sheet.id,
    imageId: kept.value.imageId,
    credit,
    alternative,
  });
  if (!outcome.ok)
    return photoPage(
      exchange,
      sheet,
      form.values,
      outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) },
    );
  return exchange.redirect(`${officeSheetPath(sheet.id)}#photos`, { tone: 'success', text: 'La photo est ajoutée.' });
}

/** `POST /gestion/annuaire/photos/:photo` */
export async function receivePhotoAct(exchange: Exchange): Promise<Response> {
  const photoId = exchange.param('photo');
  const { values, key } = await exchange.form();
  if (!isId(photoId)) return exchange.notFound();
  const outcome = await execute(
    exchange.ctx,
    arrangePhoto,
    { photoId, act: values['act'] === 'cover' ? 'cover' : 'remove' },
    { key },
  );
  if (!outcome.ok) return exchange.notFound();
  return exchange.redirect(`${officeSheetPath(outcome.value.organizationId)}#photos`, {
    tone: 'success',
    text: 'C’est fait.',
  });
}

function photoPage(
  exchange: Exchange,
  sheet: OrganizationSheet,
  values: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
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
    content: <PhotosPanel exchange={exchange} sheet={sheet} values={values} errors={errors} />,
  });
}
