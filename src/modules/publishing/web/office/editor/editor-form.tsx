import type { ComponentChildren, JSX } from 'preact';
import { PhotoField } from '#modules/photos/index.ts';
import { CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Form } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PublicationKind } from '../../../domain/publication.ts';
import { officePaths } from '../../../paths.ts';
import type { EditorChoices } from '../editor-choices.ts';
import type { CommonField, KindEditor } from '../kind-editor.ts';
import { RichTextField } from '#ui/fields/rich-text-field.tsx';
import { summaryOf } from './form-errors.ts';
import { SavingBar } from './saving-bar.tsx';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import type { TypedPublication } from './typed-publication.ts';

export interface EditorFormProps {
  readonly kind: PublicationKind;
  readonly editor: KindEditor<PublicationKind>;
  /** Null for a new one. */
  readonly stored: StoredPublication | null;
  readonly typed: TypedPublication;
  readonly choices: EditorChoices;
  readonly errors: Readonly<Record<string, string>>;
  /** Key, version. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly photoWords?: string | undefined;
  /** The blocks of an arranged kind. */
  readonly children?: ComponentChildren;
}

/** The whole form of a publication: what everyone has, then what its kind has. */
export function EditorForm(props: EditorFormProps): JSX.Element {
  const { kind, editor, stored, typed, choices, errors, hidden } = props;
  const { fields } = typed;
  const Own = editor.fields;
  return (
    <Form
      class={props.children ? 'editor arranged' : 'editor'}
      action={stored ? officePaths.edit(stored.id) : officePaths.add(kind)}
      hidden={hidden}
      errors={summaryOf(errors)}
      draft={stored ? `contenu-${stored.id}` : `contenu-${kind}`}
      withFiles
    >
      {/* Enter in a line of text presses the first button: it keeps, whatever buttons follow. */}
      <button class="visually-hidden" name="act" value="keep" tabindex={-1} aria-hidden="true" />
      <input type="hidden" name="kind" value={kind} />
      <div class="editor-main">
        <Words {...props} />
        <Own content={fields.content} errors={errors} choices={choices} />
      </div>
      {props.children}
      <div class="editor-side">
        <Speaker {...props} />
        {kind !== 'home' && <Tags choices={choices} fields={fields} />}
      </div>
      <SavingBar {...props} />
    </Form>
  );
}

function Words({ editor: { common }, typed, choices, errors, photoWords }: EditorFormProps): JSX.Element {
  const { fields } = typed;
  const shared = (name: string, field: CommonField) => ({
    name,
    label: field.label,
    ...(field.hint ? { hint: field.hint } : {}),
    error: errors[name],
  });
  return (
    <>
      <TextField {...shared('title', common.title)} value={fields.title} required maxlength={200} />
      {common.brief && <TextArea {...shared('brief', common.brief)} value={fields.brief} rows={3} limit={280} />}
      {common.photo && (
        <PhotoField
          name="photo"
          label={common.photo.label}
          {...(common.photo.hint ? { hint: common.photo.hint } : {})}
          value={typed.photo}
          recent={choices.photos}
          errors={errors}
          words={photoWords}
        />
      )}
      {common.body && <RichTextField {...shared('body', common.body)} value={fields.body} />}
      {common.line && <TextArea {...shared('line', common.line)} value={fields.line} rows={2} limit={140} />}
    </>
  );
}

function Speaker({ editor: { common }, typed, errors }: EditorFormProps): JSX.Element {
  const { fields, organizationName } = typed;
  const shared = (name: string, field: CommonField) => ({
    name,
    label: field.label,
    ...(field.hint ? { hint: field.hint } : {}),
    error: errors[name],
  });
  return (
    <>
      {common.happenedOn && <DateField {...shared('happenedOn', common.happenedOn)} value={fields.happenedOn ?? ''} />}
      {common.organization && (
        <Combobox
          {...shared('organization', common.organization)}
          value={organizationName}
          source={officePaths.organizations}
        />
      )}
      {common.authorName && (
        <TextField {...shared('authorName', common.authorName)} value={fields.authorName} maxlength={120} />
      )}
      {common.reviewOn && <DateField {...shared('reviewOn', common.reviewOn)} value={fields.reviewOn ?? ''} />}
    </>
  );
}

function Tags({
  choices: { audiences, themes },
  fields,
}: {
  readonly choices: EditorChoices;
  readonly fields: TypedPublication['fields'];
}): JSX.Element {
  const doors = (group: 'profile' | 'intent') =>
    audiences.filter((door) => door.group === group).map(({ tag, label }) => ({ value: tag, label }));
  const count = fields.audiences.length + fields.themes.length;
  if (audiences.length === 0 && themes.length === 0) return <></>;
  return (
    <details class="editor-tags" open={count > 0}>
      <summary>Pour qui, sur quoi {count > 0 && <span class="count">{count}</span>}</summary>
      <input type="hidden" name="tags" value="oui" />
      {/* Tags of a door that is gone stay until somebody takes them off. */}
      {fields.audiences
        .filter((tag) => !audiences.some((door) => door.tag === tag))
        .map((tag) => (
          <input type="hidden" name="audiences" value={tag} />
        ))}
      <p class="field-hint">Cette publication viendra d’elle-même sur les pages de ces lecteurs.</p>
      {doors('profile').length > 0 && (
        <CheckboxGroup name="audiences" label="Vous êtes…" values={fields.audiences} choices={doors('profile')} />
      )}
      {doors('intent').length > 0 && (
        <CheckboxGroup name="intents" label="Je veux…" values={fields.audiences} choices={doors('intent')} />
      )}
      {themes.length > 0 && (
        <CheckboxGroup
          name="themes"
          label="Domaines"
          values={fields.themes}
          choices={themes.map(({ id, label, depth }) => ({ value: id, label: `${'– '.repeat(depth)}${label}` }))}
        />
      )}
    </details>
  );
}
