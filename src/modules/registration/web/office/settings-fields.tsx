import type { JSX } from 'preact';
import { Checkbox, CheckboxGroup, RadioGroup, SwitchField } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { simulate, simulatedSeats } from '../../domain/simulation.ts';
import { waitingRules, type WaitingRule } from '../../domain/waiting-list.ts';
import { plural } from '#platform/french/index.ts';
import { ruleNames } from '../texts.ts';
import { ListRows } from './settings-lists.tsx';

export interface SettingsPart {
  readonly all: (name: string) => readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

const numeric = ({ all, errors }: SettingsPart, name: string) => ({
  name,
  value: all(name)[0],
  error: errors[name],
  inputmode: 'numeric' as const,
  size: 'short' as const,
});

/** When one may register. */
export function OpeningFields({ isSeries, ...part }: SettingsPart & { readonly isSeries: boolean }): JSX.Element {
  const { all, errors } = part;
  return (
    <Fieldset legend="Ouverture" large>
      <SwitchField name="isOpen" label="On s’inscrit sur le site" checked={all('isOpen')[0] === 'oui'} />
      {isSeries ? (
        <RadioGroup
          name="scope"
          label="On s’inscrit"
          value={all('scope')[0]}
          error={errors['scope']}
          choices={[
            { value: 'each', label: 'à chaque date', hint: 'Chaque date a ses places et sa liste.' },
            { value: 'whole', label: 'à l’ensemble des dates', hint: 'Une inscription vaut pour toutes.' },
          ]}
        />
      ) : (
        <input type="hidden" name="scope" value={all('scope')[0] ?? 'each'} />
      )}
      <FieldRow>
        <DateField
          name="opensAt"
          label="Ouvre le"
          withTime
          hint="Vide : tout de suite."
          value={all('opensAt')[0]}
          error={errors['opensAt']}
        />
        <DateField
          name="closesAt"
          label="Ferme le"
          withTime
          hint="Vide : au début."
          value={all('closesAt')[0]}
          error={errors['closesAt']}
        />
      </FieldRow>
      <TextField {...numeric(part, 'closesHours')} label="Ou ferme combien d’heures avant chaque date ?" />
    </Fieldset>
  );
}

/** How many, and how they are split. */
export function SeatFields(part: SettingsPart): JSX.Element {
  return (
    <Fieldset legend="Places" large>
      <TextField {...numeric(part, 'capacity')} label="Nombre de places" hint="Vide : autant qu’on veut." />
      <ListRows
        {...part}
        list="seatKinds"
        legend="Répartir les places"
        hint="Sur place et en ligne, ou par atelier. Un atelier coché se choisit en plus : une personne peut en tenir plusieurs, jamais deux à la même heure. Vide : une seule sorte de place."
        columns={[
          { name: 'label', label: 'Nom' },
          { name: 'capacity', label: 'Places', isShort: true },
          { name: 'from', label: 'De', isTime: true },
          { name: 'to', label: 'À', isTime: true },
        ]}
        tick={{ name: 'isWorkshop', label: 'atelier' }}
      />
      <FieldRow>
        <TextField {...numeric(part, 'mostPeople')} label="Personnes au plus par inscription" />
        <TextField {...numeric(part, 'fewest')} label="Prévenir l’équipe en dessous de" hint="Quelques jours avant." />
      </FieldRow>
    </Fieldset>
  );
}

/** Who goes first when all seats are taken, and an example of it. */
export function WaitingFields(part: SettingsPart): JSX.Element {
  const { all, errors } = part;
  const [chosen] = all('waitingRule');
  const rule: WaitingRule = waitingRules.find((one) => one === chosen) ?? 'arrival';
  const keepsGroups = all('keepsGroups')[0] === 'oui';
  return (
    <Fieldset legend="Liste d’attente" large>
      <SwitchField
        name="hasWaitingList"
        label="Une liste d’attente quand c’est complet"
        hint="Sans elle, la page dit « complet, sans liste d’attente »."
        checked={all('hasWaitingList')[0] === 'oui'}
      />
      <RadioGroup
        name="waitingRule"
        label="Qui passe d’abord ?"
        value={rule}
        error={errors['waitingRule']}
        choices={waitingRules.map((value) => ({ value, label: ruleNames[value].label, hint: ruleNames[value].text }))}
      />
      <Checkbox
        name="keepsGroups"
        label="Les personnes inscrites ensemble restent ensemble"
        hint="Un groupe attend d’avoir toutes ses places ; en attendant, les places libres vont aux suivants qui tiennent."
        checked={keepsGroups}
      />
      <TextField {...numeric(part, 'offerHours')} label="Heures pour répondre quand une place se libère" />
      <Simulation rule={rule} keepsGroups={keepsGroups} />
    </Fieldset>
  );
}

/** Every rule played on the same made-up line, before anyone registers. */
function Simulation({ rule, keepsGroups }: { readonly rule: WaitingRule; readonly keepsGroups: boolean }): JSX.Element {
  return (
    <details class="more-fields">
      <summary>Voir sur un exemple qui aurait la place</summary>
      <div>
        <p>
          {plural(simulatedSeats, 'place')} se libèrent. Ces personnes attendent, par ordre d’arrivée : Amel, Bruno,
          Carole avec deux collègues, Denis, Élise.
        </p>
        {[rule, ...waitingRules.filter((one) => one !== rule)].map((one) => (
          <section class="stack">
            <p class="strong">
              {ruleNames[one].label}
              {one === rule && ' (votre choix)'}
            </p>
            <ol>
              {simulate(one, keepsGroups).map(({ name, facts, getsSeat }) => (
                <li>
                  {getsSeat ? <b>{name} a la place</b> : name}
                  <span class="facts"> {facts}</span>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </details>
  );
}

const reminders = [
  { value: '168', label: 'une semaine' },
  { value: '48', label: 'deux jours' },
  { value: '24', label: 'la veille' },
  { value: '2', label: 'deux heures' },
];

/** What is promised and written. */
export function WordFields(part: SettingsPart): JSX.Element {
  const { all, errors } = part;
  return (
    <Fieldset legend="Délais et mots" large>
      <TextField
        {...numeric(part, 'cancelHours')}
        label="On se désinscrit soi-même jusqu’à combien d’heures avant ?"
        hint="Vide : jusqu’au début."
      />
      <CheckboxGroup
        name="reminderHours"
        label="Rappels par mail, avant la date"
        inline
        values={all('reminderHours')}
        error={errors['reminderHours']}
        choices={reminders}
      />
      <TextArea
        name="conditions"
        label="Conditions, montrées avec les places"
        rows={2}
        value={all('conditions')[0]}
        error={errors['conditions']}
      />
      <TextArea
        name="confirmationNote"
        label="Ajouter à la confirmation"
        hint="Ce qu’il faut apporter, où se garer…"
        rows={4}
        value={all('confirmationNote')[0]}
        error={errors['confirmationNote']}
      />
    </Fieldset>
  );
}
