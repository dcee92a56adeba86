import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { doorTones } from '../../../content/arranged.ts';
import type { KindEditor } from '../kind-editor.ts';

const toneNames: Readonly<Record<(typeof doorTones)[number], string>> = {
  accent: 'Accent',
  deep: 'Profonde',
  brand: 'Celle du pôle',
  leaf: 'Feuille',
  sky: 'Ciel',
  coral: 'Corail',
  rose: 'Rose',
  sun: 'Soleil',
  plum: 'Prune',
  lagoon: 'Lagon',
  clay: 'Argile',
};

/** A door: how it is called on the home, what is gathered behind it, then its blocks. */
export const doorEditor: KindEditor<'door'> = {
  common: {
    title: {
      label: 'Titre de la page',
      hint: 'La promesse faite à ce lecteur : « Vous créez une coopérative ? On est là. »',
    },
    brief: { label: 'En deux phrases', hint: 'Sous le titre, et dans les moteurs de recherche.' },
    photo: { label: 'Photo d’ouverture' },
  },
  fields: ({ content, errors }) => (
    <Fieldset legend="La porte" large>
      <RadioGroup
        name="content.group"
        label="Elle commence par"
        value={content.group}
        inline
        choices={[
          { value: 'profile', label: 'Vous êtes…' },
          { value: 'intent', label: 'Je veux…' },
        ]}
        error={errors['content.group']}
      />
      <TextField
        name="content.label"
        label="Ce que dit la porte"
        hint="« une association », « créer une coopérative »."
        value={content.label}
        maxlength={80}
        error={errors['content.label']}
      />
      <TextField
        name="content.promise"
        label="Ce qu’on trouve derrière"
        value={content.promise}
        maxlength={120}
        error={errors['content.promise']}
      />
      <TextField
        name="content.tag"
        label="Étiquette"
        hint="Tout ce qui la porte vient de soi-même sur cette page. Ne la changez pas sans raison."
        value={content.tag}
        maxlength={60}
        error={errors['content.tag']}
      />
      <Select
        name="content.tone"
        label="Couleur"
        value={content.tone}
        choices={doorTones.map((tone) => ({ value: tone, label: toneNames[tone] }))}
        error={errors['content.tone']}
      />
      <TextField
        name="content.position"
        label="Place parmi les portes"
        hint="Les plus petits nombres viennent d’abord."
        value={String(content.position)}
        inputmode="numeric"
        size="short"
        error={errors['content.position']}
      />
    </Fieldset>
  ),
  read: ({ values }, former) => ({
    ...former,
    group: values['content.group'] ?? former.group,
    label: values['content.label'] ?? former.label,
    promise: values['content.promise'] ?? former.promise,
    tag: values['content.tag'] ?? former.tag,
    tone: values['content.tone'] ?? former.tone,
    position: /^\d{1,4}$/.test(values['content.position'] ?? '') ? Number(values['content.position']) : former.position,
  }),
};
