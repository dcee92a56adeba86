import type { JSX } from 'preact';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { SentForm } from '#platform/http/exchange.ts';
import type { ContentOf } from '../../../content/publication-fields.ts';
import type { KindEditor, KindFieldsProps } from '../kind-editor.ts';
import { linesOf } from './project-editor.tsx';

const mostMilestones = 40;
const blankRows = 3;

/** An action with its partners and its calendar. */
export const actionEditor: KindEditor<'action'> = {
  common: {
    title: { label: 'Nom de l’action' },
    line: { label: 'En une ligne', hint: 'Pour les listes et les agendas des partenaires.' },
    brief: { label: 'En deux phrases' },
    photo: { label: 'Photo' },
    body: { label: 'L’action' },
    organization: { label: 'Structure qui la mène', hint: 'Laissez vide quand c’est le pôle.' },
  },
  fields: ActionFields,
  read: ({ values }, former) => ({
    ...former,
    startsOn: dayOf(values['content.startsOn'], former.startsOn),
    endsOn: dayOf(values['content.endsOn'], former.endsOn),
    partners: partnersOf(values['content.partners'], former.partners),
    milestones: milestonesOf(values, former.milestones),
    contactName: values['content.contactName'] ?? former.contactName,
    contactPhone: values['content.contactPhone'] ?? former.contactPhone,
    outcome: values['content.outcome'] ?? former.outcome,
  }),
};

type Content = ContentOf<'action'>;

const dayOf = (text: string | undefined, former: string | null): string | null =>
  text === undefined ? former : text.trim() || null;

/** A partner written again keeps the structure it was tied to. */
function partnersOf(text: string | undefined, former: Content['partners']): Content['partners'] {
  if (text === undefined) return former;
  return linesOf(text, []).map((name) => ({
    name,
    organizationId: former.find((partner) => partner.name === name)?.organizationId ?? null,
  }));
}

/** Rows with words, in the order of their dates as the page will show them; a row emptied goes away. */
function milestonesOf(values: SentForm['values'], former: Content['milestones']): unknown {
  if (values['content.milestones.0.label'] === undefined) return former;
  return Array.from({ length: mostMilestones }, (_, place) => ({
    on: values[`content.milestones.${place}.on`]?.trim() || null,
    label: values[`content.milestones.${place}.label`]?.trim() ?? '',
    isDone: values[`content.milestones.${place}.isDone`] === 'oui',
  })).filter(({ label }) => label !== '');
}

function ActionFields({ content, errors }: KindFieldsProps<'action'>): JSX.Element {
  const field = (name: string) => ({ name: `content.${name}`, error: errors[`content.${name}`] });
  const rows = Array.from(
    { length: Math.min(mostMilestones, content.milestones.length + blankRows) },
    (_, place) => content.milestones[place],
  );
  const partnersError =
    errors['content.partners'] ?? Object.entries(errors).find(([name]) => name.startsWith('content.partners.'))?.[1];
  return (
    <>
      <FieldRow>
        <DateField {...field('startsOn')} label="Commence le" value={content.startsOn ?? ''} />
        <DateField {...field('endsOn')} label="Finit le" value={content.endsOn ?? ''} />
      </FieldRow>
      <TextArea
        name="content.partners"
        label="Avec qui"
        hint="Un partenaire par ligne. Écrit comme dans l’annuaire, son nom mène à sa fiche."
        rows={4}
        value={content.partners.map(({ name }) => name).join('\n')}
        error={partnersError}
      />
      <Fieldset
        legend="Le calendrier"
        name="content.milestones"
        hint="Une étape par ligne ; videz une ligne pour la retirer. Enregistrez pour en ajouter d’autres."
        error={errors['content.milestones']}
      >
        {rows.map((milestone, place) => (
          <FieldRow>
            <DateField {...field(`milestones.${place}.on`)} label={`Date ${place + 1}`} value={milestone?.on ?? ''} />
            <TextField {...field(`milestones.${place}.label`)} label="Étape" grow value={milestone?.label} />
            <Checkbox {...field(`milestones.${place}.isDone`)} label="Fait" checked={milestone?.isDone} />
          </FieldRow>
        ))}
      </Fieldset>
      <TextField {...field('contactName')} label="À qui s’adresser" value={content.contactName} />
      <TextField {...field('contactPhone')} label="Téléphone montré" type="tel" value={content.contactPhone} />
      <TextArea
        {...field('outcome')}
        label="Ce que ça a donné"
        hint="Rempli, l’action passe parmi celles qui sont terminées."
        rows={3}
        limit={2000}
        value={content.outcome}
      />
    </>
  );
}
