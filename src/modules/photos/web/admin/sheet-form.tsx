import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { officePath, officePhotoPath } from '../../paths.ts';
import type { PhotoSheet } from '../../queries/photo-sheet.ts';
import { visibilityChoices } from '../texts.ts';
import { FocusPicker } from './focus-picker.tsx';

type Values = Readonly<Record<string, string>>;

/** A photo as the fields of its form hold it. */
export function valuesOf(sheet: PhotoSheet): Values {
  return {
    version: String(sheet.version),
    alternative: sheet.alternative,
    isDecorative: sheet.isDecorative ? 'oui' : '',
    credit: sheet.credit,
    takenOn: sheet.takenOn ?? '',
    occasion: sheet.occasion,
    place: sheet.place,
    keywords: sheet.keywords.join(', '),
    visibility: sheet.visibility,
    isForPress: sheet.isForPress ? 'oui' : '',
    rightsNote: sheet.rightsNote,
    focalX: String(sheet.focalX),
    focalY: String(sheet.focalY),
  };
}

interface SheetFormProps {
  readonly exchange: Exchange;
  readonly sheet: PhotoSheet;
  readonly values: Values;
  readonly errors: Values;
}

/** What is said of a photo, below the photo itself. */
export function SheetForm({ exchange, sheet, values, errors }: SheetFormProps): JSX.Element {
  return (
    <Form
      action={officePhotoPath(sheet.id)}
      errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      hidden={{ [formKeyField]: exchange.ctx.newId(), version: values['version'] ?? '' }}
      label="Décrire la photo"
    >
      <FocusPicker sheet={sheet} values={values} errors={errors} />
      <TextArea
        name="alternative"
        label="Ce qu’on voit sur la photo"
        hint="Une phrase pour les personnes qui ne la voient pas."
        rows={2}
        limit={300}
        value={values['alternative']}
        error={errors['alternative']}
      />
      <Checkbox
        name="isDecorative"
        label="Photo purement décorative : elle n’apprend rien de plus que le texte"
        checked={Boolean(values['isDecorative'])}
      />
      <FieldRow>
        <TextField name="credit" label="Crédit" value={values['credit']} error={errors['credit']} grow />
        <DateField name="takenOn" label="Prise le" value={values['takenOn']} error={errors['takenOn']} />
      </FieldRow>
      <FieldRow>
        <TextField name="occasion" label="Occasion" value={values['occasion']} error={errors['occasion']} grow />
        <TextField name="place" label="Commune ou lieu" value={values['place']} error={errors['place']} grow />
      </FieldRow>
      <TextField
        name="keywords"
        label="Mots-clés"
        hint="Séparés par des virgules."
        value={values['keywords']}
        error={errors['keywords']}
      />
      <Select
        name="visibility"
        label="Qui peut la voir"
        value={values['visibility']}
        choices={visibilityChoices}
        error={errors['visibility']}
      />
      <Checkbox
        name="isForPress"
        label="Libre pour la presse et les partenaires"
        hint="Proposée dans la photothèque publique, si tout le monde peut la voir et que les accords sont là."
        checked={Boolean(values['isForPress'])}
      />
      <TextField
        name="rightsNote"
        label="Droits, licence, contrat"
        hint="« CC BY-SA 4.0 », « usage non commercial, jusqu’en 2028 »…"
        value={values['rightsNote']}
        error={errors['rightsNote']}
      />
      {!sheet.isTrashed && <SubmitBar label="Enregistrer" cancelHref={officePath} cancelLabel="Retour" />}
    </Form>
  );
}
