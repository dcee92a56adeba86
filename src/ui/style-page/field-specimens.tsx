import type { JSX } from 'preact';
import { Panel } from '../components/panel.tsx';
import { Checkbox, CheckboxGroup, RadioGroup, SwitchField } from '../fields/checkbox.tsx';
import { ColorField } from '../fields/color-field.tsx';
import { Combobox } from '../fields/combobox.tsx';
import { DateField } from '../fields/date-field.tsx';
import { Fieldset } from '../fields/fieldset.tsx';
import { FileField } from '../fields/file-field.tsx';
import { FieldRow, Form, SubmitBar } from '../fields/form.tsx';
import { PasswordField } from '../fields/password-field.tsx';
import { Select } from '../fields/select.tsx';
import { TextArea } from '../fields/text-area.tsx';
import { TextField } from '../fields/text-field.tsx';

/** Every field, filled, empty and refused. */
export function FieldSpecimens(): JSX.Element {
  return (
    <Panel title="Formulaire">
      <Form
        action="#formulaire"
        label="Formulaire d’exemple"
        errors={[
          { field: 'titre', message: 'Donnez un titre à l’événement.' },
          { field: 'public', message: 'Choisissez au moins un public.' },
        ]}
      >
        <TextField
          name="titre"
          label="Titre"
          required
          error="Donnez un titre à l’événement."
          hint="Ce qui donne envie de venir, en quelques mots."
        />
        <TextArea
          name="texte"
          label="Description"
          limit={280}
          value="On ouvre la grange, on goûte, on échange des plants."
        />
        <FieldRow>
          <DateField name="debut" label="Début" value="2026-03-21T10:00" withTime required />
          <TextField name="places" label="Places" size="short" inputmode="numeric" value="40" />
        </FieldRow>
        <Combobox
          name="lieu"
          label="Commune"
          hint="Commencez à écrire."
          options={['Guichen', 'Guignen', 'Maure-de-Bretagne', 'Pipriac']}
          grow
        />
        <Select
          name="forme"
          label="Forme juridique"
          placeholder="Choisir"
          choices={[
            { label: 'Associations', choices: [{ value: 'asso', label: 'Association loi 1901' }] },
            {
              label: 'Coopératives',
              choices: [
                { value: 'scop', label: 'SCOP' },
                { value: 'scic', label: 'SCIC' },
              ],
            },
          ]}
        />
        <CheckboxGroup
          name="public"
          label="Pour qui"
          required
          error="Choisissez au moins un public."
          choices={[
            { value: 'tous', label: 'Tout le monde' },
            { value: 'adherents', label: 'Les adhérent·es', hint: 'Une place leur est gardée jusqu’à la veille.' },
          ]}
        />
        <RadioGroup
          name="prix"
          label="Prix"
          inline
          value="libre"
          choices={[
            { value: 'gratuit', label: 'Gratuit' },
            { value: 'libre', label: 'Prix libre' },
            { value: 'payant', label: 'Payant' },
          ]}
        />
        <Fieldset legend="Apparence" large>
          <es-theme-preview data-brand="couleur" data-accent="accent" class="stack">
            <ColorField
              name="couleur"
              label="Couleur du pôle"
              value="#00664a"
              swatches={[
                { value: '#00664a', label: 'Sapin' },
                { value: '#c2352b', label: 'Brique' },
                { value: '#1f4f9c', label: 'Océan' },
                { value: '#6b2f7d', label: 'Bruyère' },
              ]}
            />
            <input type="hidden" name="accent" value="#ffd000" />
            <div data-preview class="panel tone-brand">
              Aperçu des couleurs
            </div>
          </es-theme-preview>
          <FileField name="photo" label="Photo" accept="image/*" hint="Paysage de préférence, 10 Mo au plus." />
        </Fieldset>
        <PasswordField name="mot-de-passe" label="Mot de passe" autocomplete="new-password" hint="12 signes ou plus." />
        <SwitchField name="agenda" label="Paraît dans l’agenda du réseau" checked />
        <Checkbox name="accord" label="Les personnes photographiées sont d’accord" required />
        <SubmitBar label="Publier" cancelHref="#abandon" note="Vous pourrez tout changer ensuite." />
      </Form>
    </Panel>
  );
}
