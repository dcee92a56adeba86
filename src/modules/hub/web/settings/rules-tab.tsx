import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { inclusive, type InclusiveWriting } from '#platform/french/index.ts';
import { RadioGroup, SwitchField } from '#ui/fields/checkbox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { Select } from '#ui/fields/select.tsx';
import { setHubRules } from '../../commands/set-hub-rules.ts';
import { frenchZones } from '../../domain/hub-settings.ts';
import type { SettingsTab, TabView } from './tab.ts';

const writings: readonly { value: string; label: string; writing: InclusiveWriting }[] = [
  { value: 'middle-dot', label: 'Point médian sur les mots courts', writing: 'middle_dot' },
  { value: 'double', label: 'Les deux formes en toutes lettres', writing: 'double' },
  { value: 'neutral', label: 'Un mot neutre quand il existe', writing: 'neutral' },
];

const examples = [
  { feminine: 'adhérente', masculine: 'adhérent', neutral: 'membre' },
  { feminine: 'salariée', masculine: 'salarié', neutral: 'personne salariée', neutralPlural: 'personnes salariées' },
  { feminine: 'actrice', masculine: 'acteur' },
];

function switchName(module: string): string {
  return `module-${module}`;
}

function Fields({ values, errors, dependencies }: TabView): JSX.Element {
  return (
    <>
      <RadioGroup
        name="inclusiveWriting"
        label="Écrire pour toutes et tous"
        value={values['inclusiveWriting']}
        error={errors['inclusiveWriting']}
        choices={writings.map(({ value, label, writing }) => ({
          value,
          label,
          hint: examples.map((word) => inclusive(writing, word, 'many')).join(', '),
        }))}
      />
      <Select
        name="zone"
        label="À quelle heure vivez-vous ?"
        value={values['zone']}
        error={errors['zone']}
        choices={frenchZones.map(({ zone, label }) => ({ value: zone, label }))}
      />
      <SwitchField
        name="staffNeedsSecondFactor"
        label="Demander un second facteur à l’équipe"
        hint="À la connexion, un code à six chiffres en plus, donné par le téléphone. Plus sûr."
        checked={values['staffNeedsSecondFactor'] === 'oui'}
      />
      {dependencies.switchableModules.length > 0 && (
        <Fieldset legend="Ce que le site propose" large>
          {dependencies.switchableModules.map(({ name, label, text }) => (
            <SwitchField
              name={switchName(name)}
              label={label}
              hint={text}
              checked={values[switchName(name)] === 'oui'}
            />
          ))}
        </Fieldset>
      )}
    </>
  );
}

export const rulesTab: SettingsTab = {
  slug: 'regles',
  label: 'Règles',
  lead: 'La façon d’écrire, l’heure, la sécurité.',
  saved: 'Les règles sont à jour.',
  fieldNames: { inclusiveWriting: 'Écriture', zone: 'Fuseau horaire', staffNeedsSecondFactor: 'Second facteur' },
  filled: (settings, { switchableModules }) => ({
    inclusiveWriting: settings.inclusiveWriting,
    zone: settings.zone,
    staffNeedsSecondFactor: settings.staffNeedsSecondFactor ? 'oui' : '',
    ...Object.fromEntries(
      switchableModules.map(({ name }) => [switchName(name), settings.modules[name] === false ? '' : 'oui']),
    ),
  }),
  Fields,
  save: (ctx, form, { switchableModules }) =>
    execute(
      ctx,
      setHubRules,
      {
        inclusiveWriting: form.values['inclusiveWriting'],
        zone: form.values['zone'],
        staffNeedsSecondFactor: form.values['staffNeedsSecondFactor'] === 'oui',
        modules: Object.fromEntries(
          switchableModules.map(({ name }) => [name, form.values[switchName(name)] === 'oui']),
        ),
        version: form.values['version'],
      },
      { key: form.key },
    ),
};
