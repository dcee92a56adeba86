import { execute } from '#platform/command/execute.ts';
import { setLegalNotice } from '../../commands/set-legal-notice.ts';
import type { SettingsTab } from './tab.ts';
import { namesOf, TextSettings, type TextSetting } from './text-setting.tsx';

const fields = [
  {
    name: 'publisher',
    label: 'Qui publie le site',
    hint: 'Le nom officiel de la structure, tel que dans ses statuts.',
  },
  { name: 'legalForm', label: 'Forme juridique', hint: 'Par exemple : association loi 1901.' },
  { name: 'siren', label: 'SIREN', size: 'medium' },
  { name: 'rna', label: 'RNA', hint: 'Pour une association : un W et neuf chiffres.', size: 'medium' },
  {
    name: 'publicationDirector',
    label: 'Directeur ou directrice de la publication',
    hint: 'D’habitude, la présidence de la structure.',
  },
  { name: 'hostName', label: 'Hébergeur du site', hint: 'La société ou la structure chez qui tourne le site.' },
  { name: 'hostAddress', label: 'Adresse de l’hébergeur' },
  { name: 'hostPhone', label: 'Téléphone de l’hébergeur', type: 'tel', size: 'medium' },
  {
    name: 'dataContact',
    label: 'À qui écrire au sujet des données personnelles',
    hint: 'Une adresse e-mail. Elle n’est pas montrée.',
    type: 'email',
  },
] as const satisfies readonly TextSetting[];

const empty = Object.fromEntries(fields.map(({ name }) => [name, '']));

export const legalTab: SettingsTab = {
  slug: 'mentions',
  label: 'Mentions légales',
  lead: 'Ce que la loi demande de dire. Rempli une fois, tranquille longtemps.',
  saved: 'Les mentions légales sont à jour.',
  fieldNames: namesOf(fields),
  filled: ({ legal }) => Object.fromEntries(fields.map(({ name }) => [name, legal[name] ?? ''])),
  Fields: (view) => <TextSettings settings={fields} view={view} />,
  save: (ctx, form) => execute(ctx, setLegalNotice, { ...empty, ...form.values }, { key: form.key }),
};
