import type { JSX } from 'preact';
import { Checkbox, CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select, type Choice } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { suggestPath } from '../../commands/moderation/visitor-paths.ts';
import { legalFormFamilies, legalFormLabel } from '../../domain/legal-forms.ts';
import { missionLength, organizationLevels } from '../../domain/organization-draft.ts';
import { staffBracketLabel, staffBrackets } from '../../domain/staff-brackets.ts';
import { visibilityNames } from '../../profile/visibility-names.ts';
import type { IndexedTheme } from '../../queries/index/theme-tree.ts';
import { fieldNames, levelNames } from '../texts.ts';
import { blocksIn, type FieldErrors, type SheetValues } from './sheet-values.ts';

export interface SheetFieldsProps {
  readonly values: SheetValues;
  readonly errors: FieldErrors;
  readonly themes: readonly IndexedTheme[];
}

const visibilityChoices: readonly Choice[] = Object.entries(visibilityNames).map(([value, label]) => ({
  value,
  label,
}));

/** Every field of a sheet, in sections: what is said, what is done, how to reach it, where it is. */
export function SheetFields(props: SheetFieldsProps): JSX.Element {
  return (
    <>
      <Identity {...props} />
      <Activity {...props} />
      <Reach {...props} />
      <Places {...props} />
      <People {...props} />
      <Official {...props} />
    </>
  );
}

/** What every field takes from the values and the errors, by its name. */
function fielder({ values, errors }: SheetFieldsProps) {
  return (name: string) => ({ name, value: values.text[name], error: errors[name] });
}

function Identity(props: SheetFieldsProps): JSX.Element {
  const field = fielder(props);
  const { values } = props;
  return (
    <Fieldset legend="L’essentiel" large>
      <TextField {...field('name')} label="Nom" required />
      <TextField {...field('shortName')} label={fieldNames.shortName} size="medium" />
      <TextArea
        {...field('mission')}
        label="En une phrase"
        hint="Ce qu’elle fait, dit simplement."
        rows={2}
        limit={missionLength}
      />
      <TextArea {...field('description')} label={fieldNames.description} rows={6} />
      <ThemeChoices {...props} />
      <input type="hidden" name="_flags" value="oui" />
      <Checkbox name="isMember" label="Adhérente du pôle" checked={values.text['isMember'] === 'oui'} />
      <Checkbox name="isInspiring" label="Lieu inspirant, à visiter" checked={values.text['isInspiring'] === 'oui'} />
      <Checkbox name="isSupport" label="Accompagne des projets" checked={values.text['isSupport'] === 'oui'} />
    </Fieldset>
  );
}

/** All the themes, nested as they are read. */
export function ThemeChoices({ values, errors, themes }: SheetFieldsProps): JSX.Element | null {
  if (themes.length === 0) return null;
  return (
    <>
      <input type="hidden" name="_themes" value="oui" />
      <CheckboxGroup
        name="themes"
        label={fieldNames.themes}
        hint="Le premier coché donne sa couleur à la fiche."
        inline
        values={values.themes}
        error={errors['themes']}
        choices={themes.map((theme) => ({
          value: theme.id,
          label: theme.depth > 0 ? `↳ ${theme.label}` : theme.label,
        }))}
      />
    </>
  );
}

function Activity(props: SheetFieldsProps): JSX.Element {
  const field = fielder(props);
  return (
    <Fieldset legend="Ce qu’elle fait" hint="Une chose par ligne." large>
      <TextArea {...field('offers')} label={fieldNames.offers} rows={3} />
      <TextArea {...field('needs')} label={fieldNames.needs} rows={3} />
      <TextArea {...field('means')} label={fieldNames.means} hint="Ce qu’elle prête ou loue à d’autres." rows={3} />
      <TextArea {...field('skills')} label={fieldNames.skills} rows={3} />
      <TextArea {...field('audiences')} label={fieldNames.audiences} rows={2} />
      <TextArea {...field('supports')} label={fieldNames.supports} hint="Pour une structure d’appui." rows={2} />
    </Fieldset>
  );
}

function Reach(props: SheetFieldsProps): JSX.Element {
  const field = fielder(props);
  return (
    <Fieldset legend="La joindre" large>
      <FieldRow>
        <TextField {...field('phone')} label={fieldNames.phone} type="tel" grow />
        <Select {...field('phoneVisibility')} label={fieldNames.phoneVisibility} choices={visibilityChoices} />
      </FieldRow>
      <FieldRow>
        <TextField
          {...field('email')}
          label={fieldNames.email}
          hint="Jamais écrite dans les pages publiques : un formulaire transmet les messages."
          type="email"
          grow
        />
        <Select {...field('emailVisibility')} label="Qui peut lui écrire" choices={visibilityChoices} />
      </FieldRow>
      <TextField {...field('website')} label={fieldNames.website} type="url" />
      <TextArea
        {...field('links')}
        label={fieldNames.links}
        hint="Une adresse par ligne : réseaux sociaux, plateforme de dons…"
        rows={2}
      />
    </Fieldset>
  );
}

function Places(props: SheetFieldsProps): JSX.Element {
  const field = fielder(props);
  const count = blocksIn(props.values, 'locations');
  return (
    <Fieldset
      legend={fieldNames.locations}
      hint="La première est l’adresse principale. Une adresse vidée est retirée."
      large
    >
      {Array.from({ length: count + 1 }, (_, at) => (
        <Fieldset
          legend={at === 0 ? 'Adresse principale' : at === count ? 'Ajouter une adresse' : `Adresse ${at + 1}`}
          name={`locations.${at}`}
        >
          {at > 0 && <TextField {...field(`locations.${at}.label`)} label="Nom de ce lieu" />}
          <TextArea {...field(`locations.${at}.street`)} label="Numéro et rue" rows={2} />
          <FieldRow>
            <Combobox {...field(`locations.${at}.town`)} label="Commune" source={`${suggestPath}/communes`} grow />
            <TextField
              {...field(`locations.${at}.point`)}
              label="Point exact"
              hint="Latitude, longitude. Sinon : le centre de la commune."
              size="medium"
            />
          </FieldRow>
          <Select
            {...field(`locations.${at}.visibility`)}
            label="Qui voit la rue et le point"
            choices={visibilityChoices}
          />
          <TextArea
            {...field(`locations.${at}.openingHours`)}
            label="Horaires"
            hint="Par exemple : lundi au vendredi de 9 h à 12 h"
            rows={2}
          />
        </Fieldset>
      ))}
    </Fieldset>
  );
}

function People(props: SheetFieldsProps): JSX.Element {
  const field = fielder(props);
  const count = blocksIn(props.values, 'contacts');
  const visibility = (name: string, label: string): JSX.Element => (
    <Select {...field(name)} value={props.values.text[name] ?? 'staff'} label={label} choices={visibilityChoices} />
  );
  return (
    <Fieldset
      legend={fieldNames.contacts}
      hint="Prévenez ces personnes avant de rendre leur nom public. Une ligne vidée est retirée."
      large
    >
      {Array.from({ length: count + 1 }, (_, at) => (
        <Fieldset
          legend={
            at === count ? 'Ajouter une personne' : props.values.text[`contacts.${at}.name`] || `Personne ${at + 1}`
          }
          name={`contacts.${at}`}
        >
          <FieldRow>
            <TextField {...field(`contacts.${at}.name`)} label="Nom" grow />
            <TextField {...field(`contacts.${at}.role`)} label="Son rôle" grow />
            {visibility(`contacts.${at}.visibility`, 'Qui voit le nom')}
          </FieldRow>
          <FieldRow>
            <TextField {...field(`contacts.${at}.phone`)} label="Téléphone" type="tel" grow />
            {visibility(`contacts.${at}.phoneVisibility`, 'Qui le voit')}
          </FieldRow>
          <FieldRow>
            <TextField {...field(`contacts.${at}.email`)} label="E-mail" type="email" grow />
            {visibility(`contacts.${at}.emailVisibility`, 'Qui le voit')}
          </FieldRow>
        </Fieldset>
      ))}
    </Fieldset>
  );
}

function Official(props: SheetFieldsProps): JSX.Element {
  const field = fielder(props);
  return (
    <Fieldset legend="Carte d’identité" hint="Rien d’obligatoire ici." large>
      <FieldRow>
        <Select
          {...field('legalForm')}
          label={fieldNames.legalForm}
          placeholder="Non précisée"
          choices={legalFormFamilies.map((value) => ({ value, label: legalFormLabel(value) }))}
          grow
        />
        <Select
          {...field('level')}
          label={fieldNames.level}
          choices={organizationLevels.map((value) => ({ value, label: levelNames[value] }))}
          grow
        />
      </FieldRow>
      <FieldRow>
        <TextField {...field('siret')} label={fieldNames.siret} inputmode="numeric" size="medium" />
        <TextField {...field('siren')} label={fieldNames.siren} inputmode="numeric" size="medium" />
        <TextField {...field('rna')} label={fieldNames.rna} size="medium" />
      </FieldRow>
      <FieldRow>
        <TextField {...field('foundedYear')} label={fieldNames.foundedYear} inputmode="numeric" size="short" />
        <Select
          {...field('staffBracket')}
          label={fieldNames.staffBracket}
          placeholder="Non précisé"
          choices={staffBrackets.map((value) => ({ value, label: staffBracketLabel(value) }))}
          grow
        />
      </FieldRow>
    </Fieldset>
  );
}
