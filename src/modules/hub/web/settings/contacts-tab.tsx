import { execute } from '#platform/command/execute.ts';
import { setHubContacts } from '../../commands/set-hub-contacts.ts';
import type { HubSettings } from '../../domain/hub-settings.ts';
import type { SettingsTab } from './tab.ts';
import { namesOf, TextSettings, type TextSetting } from './text-setting.tsx';

const fields: readonly TextSetting[] = [
  {
    name: 'email',
    label: 'Adresse e-mail du pôle',
    hint: 'Elle reçoit les messages du formulaire. Jamais montrée sur le site.',
    type: 'email',
    autocomplete: 'email',
  },
  { name: 'phone', label: 'Téléphone', type: 'tel', autocomplete: 'tel', size: 'medium' },
  { name: 'street', label: 'Rue', autocomplete: 'address-line1' },
  { name: 'postcode', label: 'Code postal', autocomplete: 'postal-code', size: 'short' },
  { name: 'city', label: 'Commune', autocomplete: 'address-level2' },
  { name: 'welcomeHours', label: 'Quand passer ou appeler', hint: 'Par exemple : du mardi au jeudi, de 9 h à 17 h.' },
  { name: 'website', label: 'Autre site', type: 'url' },
  { name: 'facebook', label: 'Page Facebook', type: 'url' },
  { name: 'mastodon', label: 'Compte Mastodon', type: 'url' },
];

function filled(settings: HubSettings): Record<string, string> {
  const link = (kind: string): string => settings.links.find((known) => known.kind === kind)?.url ?? '';
  const { email, phone, street, postcode, city, welcomeHours } = settings;
  return {
    email: email ?? '',
    phone: phone ?? '',
    street: street ?? '',
    postcode: postcode ?? '',
    city: city ?? '',
    welcomeHours: welcomeHours ?? '',
    website: link('website'),
    facebook: link('facebook'),
    mastodon: link('mastodon'),
  };
}

const empty = Object.fromEntries(fields.map(({ name }) => [name, '']));

export const contactsTab: SettingsTab = {
  slug: 'coordonnees',
  label: 'Coordonnées',
  lead: 'Où et comment vous joindre.',
  saved: 'Les coordonnées sont à jour.',
  fieldNames: namesOf(fields),
  filled,
  Fields: (view) => <TextSettings settings={fields} view={view} />,
  save: (ctx, form) => execute(ctx, setHubContacts, { ...empty, ...form.values }, { key: form.key }),
};
