import type { JSX } from 'preact';
import { fileFacts, fileHref } from '#platform/stored-files/index.ts';
import { Checkbox, CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { StoredFileField } from '#ui/fields/stored-file-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { eventStateFacts, eventStates } from '../../../domain/event-states.ts';
import { fieldOf, type EditorFormProps } from './field-props.ts';

/** What fewer events need, folded. */
export function MoreFields(props: EditorFormProps): JSX.Element {
  return (
    <>
      <Price {...props} />
      <Readers {...props} />
      <Documents {...props} />
      <Contact {...props} />
      {props.id !== null && <Standing {...props} />}
    </>
  );
}

function Price(props: EditorFormProps): JSX.Element {
  const { typed, errors } = props;
  const field = fieldOf(props);
  const hasMore = ['isFree', 'conditions', 'registrationUrl'].some((name) => typed.values[name] || errors[name]);
  return (
    <details class="editor-tags" open={hasMore}>
      <summary>Prix, billetterie ailleurs</summary>
      <Checkbox name="isFree" label="Gratuit" checked={typed.values['isFree'] === 'oui'} />
      <TextField
        {...field('conditions')}
        label="Prix et conditions"
        hint="« Prix libre », « 8 €, 5 € pour les adhérents »."
        maxlength={255}
      />
      <TextField
        {...field('registrationUrl')}
        label="Inscription ou billetterie sur un autre site"
        type="url"
        placeholder="https://"
      />
    </details>
  );
}

function Readers({ typed, choices: { audiences, themes } }: EditorFormProps): JSX.Element | null {
  const count = typed.audiences.length + typed.themes.length;
  if (audiences.length === 0 && themes.length === 0) return null;
  return (
    <details class="editor-tags">
      <summary>Pour qui, sur quoi {count > 0 && <span class="count">{count}</span>}</summary>
      {/* Tags of a door that is gone stay until somebody takes them off. */}
      {typed.audiences
        .filter((tag) => !audiences.some((door) => door.tag === tag))
        .map((tag) => (
          <input type="hidden" name="audiences" value={tag} />
        ))}
      {audiences.length > 0 && (
        <CheckboxGroup
          name="audiences"
          label="Il s’adresse à"
          hint="Rien de coché : à tout le monde."
          values={typed.audiences}
          choices={audiences.map(({ tag, label }) => ({ value: tag, label }))}
        />
      )}
      {themes.length > 0 && (
        <CheckboxGroup
          name="themes"
          label="Domaines"
          values={typed.themes}
          choices={themes.map(({ id, label, depth }) => ({ value: id, label: `${'– '.repeat(depth)}${label}` }))}
        />
      )}
    </details>
  );
}

function Documents({ choices: { files }, errors }: EditorFormProps): JSX.Element {
  return (
    <details class="editor-tags" open={files.length > 0 || Boolean(errors['document_file'])}>
      <summary>Documents {files.length > 0 && <span class="count">{files.length}</span>}</summary>
      {files.map((file) => (
        <div class="kept-file">
          <input type="hidden" name="files" value={file.id} />
          <a href={fileHref(file)}>{file.name}</a> <span class="facts">{fileFacts(file)}</span>
          <Checkbox name="removedFiles" id={`retirer-${file.id}`} value={file.id} label={`Retirer ${file.name}`} />
        </div>
      ))}
      <StoredFileField name="document" label="Ajouter un document" current={null} error={errors['document_file']} />
    </details>
  );
}

function Contact(props: EditorFormProps): JSX.Element {
  const { typed, errors } = props;
  const field = fieldOf(props);
  const names = ['contactName', 'contactPhone', 'contactEmail'];
  return (
    <details class="editor-tags" open={names.some((name) => typed.values[name] || errors[name])}>
      <summary>À qui s’adresser</summary>
      <FieldRow>
        <TextField {...field('contactName')} label="Nom montré" maxlength={120} />
        <TextField {...field('contactPhone')} label="Téléphone montré" type="tel" maxlength={40} />
      </FieldRow>
      <TextField
        {...field('contactEmail')}
        label="Adresse e-mail"
        hint="Jamais montrée : les messages y sont transmis."
        type="email"
      />
    </details>
  );
}

function Standing(props: EditorFormProps): JSX.Element {
  const { typed } = props;
  const field = fieldOf(props);
  const state = typed.values['state'] || 'confirmed';
  return (
    <details class="editor-tags" open={state !== 'confirmed' || Boolean(typed.values['stateNote'])}>
      <summary>Annuler, reporter, complet</summary>
      <Select
        {...field('state')}
        label="Où en est-il ?"
        value={state}
        choices={eventStates.map((one) => ({ value: one, label: eventStateFacts[one].label }))}
      />
      <TextField
        {...field('stateNote')}
        label="Un mot pour celles et ceux qui comptaient venir"
        hint="Affiché en tête de la page : « La neige bloque la route ; nouvelle date bientôt »."
        maxlength={280}
      />
    </details>
  );
}
