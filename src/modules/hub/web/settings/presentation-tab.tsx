import { execute } from '#platform/command/execute.ts';
import { presentHub } from '../../commands/present-hub.ts';
import { commonSettings, type HubSettings } from '../../domain/hub-settings.ts';
import type { SettingsTab } from './tab.ts';
import { namesOf, TextSettings, type TextSetting } from './text-setting.tsx';

const fields: readonly TextSetting[] = [
  { name: 'name', label: 'Nom du pôle', required: true, autocomplete: 'organization' },
  {
    name: 'welcome',
    label: 'Titre de l’accueil',
    hint: `Le dernier mot sera souligné. Laissé vide : « ${commonSettings.welcome} »`,
  },
  { name: 'promise', label: 'Votre promesse en une phrase', hint: 'Ce que vous faites, pour qui, et où.', limit: 280 },
  {
    name: 'slogan',
    label: 'Le mot de la fin',
    hint: `En bas de chaque page. Laissé vide : « ${commonSettings.slogan} »`,
  },
];

/** Fields left to the common default stay empty, so that the hub follows it as it evolves. */
function filled(settings: HubSettings): Record<string, string> {
  const own = (field: 'welcome' | 'promise' | 'slogan'): string =>
    settings.ownChoices.includes(field) ? settings[field] : '';
  return { name: settings.name, welcome: own('welcome'), promise: own('promise'), slogan: own('slogan') };
}

export const presentationTab: SettingsTab = {
  slug: 'presentation',
  label: 'Présentation',
  lead: 'Les premiers mots qu’on lit en arrivant.',
  saved: 'La présentation est à jour.',
  fieldNames: namesOf(fields),
  filled,
  Fields: (view) => <TextSettings settings={fields} view={view} />,
  save: (ctx, form) =>
    execute(ctx, presentHub, { name: '', welcome: '', promise: '', slogan: '', ...form.values }, { key: form.key }),
};
