import type { JSX } from 'preact';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { eventTypeFacts, eventTypes } from '../../domain/event-types.ts';
import { perimeterNames, perimeters } from '../../domain/perimeters.ts';
import { proposeEventPath } from '../../paths.ts';

export interface ProposalFieldsProps {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Who may be announced, in the hub's words. */
  readonly perimeterNote: string;
  readonly today: Temporal.PlainDate;
}

/** What an event is, when, where and whose: the fewest fields that make a good announcement. */
export function ProposalFields({ values, errors, perimeterNote, today }: ProposalFieldsProps): JSX.Element {
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <>
      <TextField
        {...field('title')}
        label="Titre"
        hint="Ce qui se passe, en quelques mots : « Troc de plants »."
        required
        maxlength={200}
      />
      <Select
        {...field('type')}
        label="C’est plutôt…"
        value={values['type'] ?? 'meeting'}
        choices={eventTypes.map((type) => ({ value: type, label: eventTypeFacts[type].label }))}
      />
      <FieldRow>
        <DateField {...field('startsOn')} label="Jour" required min={today.toString()} />
        <TextField {...field('startsAt')} label="Début" type="time" size="short" hint="Vide : toute la journée." />
        <TextField {...field('endsAt')} label="Fin" type="time" size="short" hint="Si vous la connaissez." />
      </FieldRow>
      <DateField {...field('endsOn')} label="Dernier jour" hint="Seulement s’il dure plusieurs jours." />
      <Where {...{ values, errors }} />
      <Combobox
        {...field('organizer')}
        label="Qui organise ?"
        source={`${proposeEventPath}/structures`}
        hint="Tapez quelques lettres. Si la structure n’est pas dans l’annuaire, écrivez son nom."
        required
      />
      <RadioGroup
        {...field('perimeter')}
        label="Pourquoi dans cet agenda ?"
        hint={perimeterNote}
        value={values['perimeter'] || 'declared'}
        choices={perimeters.map((perimeter) => ({ value: perimeter, label: perimeterNames[perimeter] }))}
      />
      <TextField
        {...field('reason')}
        label="Un mot pour l’équipe"
        hint="Facultatif, jamais publié : le lien avec l’économie sociale et solidaire, ce qu’il faut savoir."
        maxlength={500}
      />
      <TextArea
        {...field('story')}
        label="Que se passera-t-il ?"
        hint="Deux phrases donnent envie de venir. Pour qui, que faut-il apporter ?"
        rows={4}
        limit={5000}
      />
      <Fieldset legend="Prix" name="price">
        <Checkbox name="free" label="Gratuit" checked={values['free'] === 'oui'} />
        <TextField
          {...field('conditions')}
          label="Prix et conditions"
          hint="« Prix libre », « 5 €, gratuit pour les moins de 12 ans », « sur inscription »."
          maxlength={255}
        />
      </Fieldset>
    </>
  );
}

function Where({ values, errors }: Pick<ProposalFieldsProps, 'values' | 'errors'>): JSX.Element {
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <Fieldset legend="Où ?" name="where" error={errors['where']}>
      <FieldRow>
        <Combobox
          {...field('place')}
          label="Lieu"
          source={`${proposeEventPath}/lieux`}
          hint="Salle, local, place : tapez quelques lettres."
          grow
        />
        <Combobox
          {...field('city')}
          label="Commune"
          source={`${proposeEventPath}/communes`}
          hint="Inutile pour un lieu proposé par la liste."
          grow
        />
      </FieldRow>
      <Checkbox name="online" label="On peut y participer en ligne" checked={values['online'] === 'oui'} />
      <TextField {...field('onlineLink')} label="Lien pour se connecter" hint="S’il existe déjà." type="url" />
    </Fieldset>
  );
}
