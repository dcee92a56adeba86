import type { JSX } from 'preact';
import { PhotoField } from '#modules/photos/index.ts';
import { Notice } from '#ui/components/notice.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { Form } from '#ui/fields/form.tsx';
import { RichTextField } from '#ui/fields/rich-text-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { eventTypeFacts, eventTypes } from '../../../domain/event-types.ts';
import { fieldOf, type EditorFormProps } from './field-props.ts';
import { MoreFields } from './more-fields.tsx';
import { SavingBar } from './saving-bar.tsx';
import { WhenFields } from './when-fields.tsx';
import { WhereFields } from './where-fields.tsx';
import { WhoFields } from './who-fields.tsx';

/** The whole form of an event: the fewest fields first, the rest folded. */
export function EditorForm(props: EditorFormProps): JSX.Element {
  const { id, typed, errors, choices, action, hidden, isWarned, isSplit } = props;
  const field = fieldOf(props);
  return (
    <Form
      class="editor arranged event-editor"
      action={action}
      hidden={hidden}
      errors={Object.entries(errors).map(([name, message]) => (name ? { field: name, message } : { message }))}
      draft={isSplit ? `rendez-vous-${id}-suite` : `rendez-vous-${id ?? 'nouveau'}`}
      withFiles
    >
      {/* Enter in a line of text presses the first button: it keeps, whatever buttons follow. */}
      <button
        class="visually-hidden"
        name="act"
        value={isSplit ? 'preview' : 'keep'}
        tabindex={-1}
        aria-hidden="true"
      />
      {isWarned && (
        <Notice state="warning" title="D’autres rendez-vous sont autour de cette date">
          <p>Rien n’est encore publié. Changez de date, ou publiez quand même : la liste est sous le jour choisi.</p>
        </Notice>
      )}
      <TextField {...field('title')} label="Titre" required maxlength={200} />
      <Select
        {...field('type')}
        label="Genre"
        choices={eventTypes.map((type) => ({ value: type, label: eventTypeFacts[type].label }))}
        value={typed.values['type'] || 'meeting'}
      />
      <WhenFields {...props} />
      <WhereFields {...props} />
      <WhoFields {...props} />
      {choices.mayPublish && !isSplit && <Registration {...props} />}
      <TextArea
        {...field('brief')}
        label="En deux phrases"
        hint="Ce qu’on y fait, pourquoi venir. Affiché dans les listes et les calendriers."
        rows={3}
        limit={280}
      />
      <RichTextField name="body" label="Texte" value={typed.body} rows={8} error={errors['body']} />
      <PhotoField
        name="photo"
        label="Photo"
        value={typed.photo}
        recent={choices.photos}
        errors={errors}
        words={props.photoWords}
      />
      <MoreFields {...props} />
      <SavingBar {...props} />
    </Form>
  );
}

function Registration({ typed, errors }: EditorFormProps): JSX.Element {
  return (
    <Fieldset legend="Inscriptions en ligne" name="quick">
      <input type="hidden" name="quickShown" value="oui" />
      <Checkbox
        name="quick"
        id="champ-ouvrir-inscriptions"
        label="Ouvrir les inscriptions"
        checked={typed.values['quick'] === 'oui'}
      />
      <TextField
        name="places"
        label="Nombre de places"
        hint="Vide : autant que l’on veut."
        inputmode="numeric"
        size="short"
        value={typed.values['places'] ?? ''}
        error={errors['places']}
      />
    </Fieldset>
  );
}
