import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { officePath, uploadPath } from '../../paths.ts';
import { meansNames } from '../texts.ts';
import { UploadReport, type SentPhoto } from './upload-report.tsx';

interface UploadPageProps {
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
  /** What became of the photos just sent, without script. */
  readonly sent?: readonly SentPhoto[];
  readonly status?: number;
}

/** `GET /gestion/photos/ajouter`, and the same again after a sending. */
export function showUpload(
  exchange: Exchange,
  { values = {}, errors = {}, sent, status }: UploadPageProps = {},
): Promise<Response> {
  return exchange.page({
    title: 'Ajouter des photos',
    layout: 'office',
    section: officePath,
    ...(status ? { status } : {}),
    header: {
      trail: [{ label: 'Photothèque', href: officePath }],
      lead: 'Autant que vous voulez, depuis votre téléphone ou votre ordinateur. Tout se corrige ensuite, photo par photo.',
    },
    content: (
      <>
        {sent && <UploadReport sent={sent} />}
        <es-photo-upload data-href={`${officePath}/envoyer`} data-list={officePath} data-max="25000000">
          <UploadForm values={values} errors={errors} author={exchange.actor?.name ?? ''} />
        </es-photo-upload>
      </>
    ),
  });
}

interface UploadFormProps {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly author: string;
}

function UploadForm({ values, errors, author }: UploadFormProps): JSX.Element {
  return (
    <Form
      action={uploadPath}
      withFiles
      errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      label="Ajouter des photos"
    >
      <FileField
        name="files"
        label="Photos"
        accept="image/*"
        multiple
        required
        hint={
          <>
            JPEG, PNG, WebP, AVIF ou GIF, 25 Mo au plus chacune.
            <span class="without-script"> Une vingtaine à la fois.</span>
          </>
        }
        error={errors['files']}
      />
      <Panel title="Pour toutes ces photos">
        <TextField
          name="credit"
          label="Crédit"
          hint="Qui les a prises."
          value={values['credit'] ?? author}
          maxlength={120}
          error={errors['credit']}
          required
        />
        <FieldRow>
          <TextField
            name="occasion"
            label="Occasion"
            hint="« Fête de la récup 2026 »"
            value={values['occasion']}
            error={errors['occasion']}
            grow
          />
          <DateField
            name="takenOn"
            label="Date"
            hint="Laissez vide : celle de l’appareil."
            value={values['takenOn']}
            error={errors['takenOn']}
          />
        </FieldRow>
        <FieldRow>
          <TextField name="place" label="Commune ou lieu" value={values['place']} error={errors['place']} grow />
          <TextField
            name="keywords"
            label="Mots-clés"
            hint="Séparés par des virgules."
            value={values['keywords']}
            error={errors['keywords']}
            grow
          />
        </FieldRow>
        <RadioGroup
          name="agreement"
          label="Reconnaît-on des personnes ?"
          value={values['agreement'] ?? 'unsaid'}
          choices={[
            { value: 'unsaid', label: 'Je le dirai photo par photo' },
            { value: 'nobody_recognisable', label: 'Non, personne de reconnaissable' },
            {
              value: 'agreed',
              label: 'Oui, et elles ont donné leur accord',
              hint: 'Sur papier, de vive voix ou lors de l’événement.',
            },
            {
              value: 'people',
              label: 'Oui, leur accord est à demander',
              hint: 'Les photos restent cachées jusque-là.',
            },
          ]}
        />
        <Fieldset legend="Accords déjà donnés" name="accords" hint="À remplir si les personnes ont donné leur accord.">
          <TextArea
            name="names"
            label="Qui a donné son accord"
            hint="Un nom par ligne."
            rows={3}
            value={values['names']}
            error={errors['names']}
          />
          <Select
            name="means"
            label="Comment"
            value={values['means'] ?? 'paper'}
            choices={(['paper', 'spoken', 'event'] as const).map((value) => ({ value, label: meansNames[value] }))}
          />
        </Fieldset>
        <Checkbox
          name="isForPress"
          label="Libres pour la presse et les partenaires"
          hint="Proposées dans la photothèque publique, avec leur crédit."
          checked={Boolean(values['isForPress'])}
        />
      </Panel>
      <SubmitBar label="Envoyer les photos" cancelHref={officePath} />
    </Form>
  );
}
