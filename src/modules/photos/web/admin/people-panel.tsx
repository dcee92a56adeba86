import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { officePhotoPath } from '../../paths.ts';
import type { PersonOnPhoto, PhotoSheet } from '../../queries/photo-sheet.ts';
import { answerText, meansNames, peopleChoices } from '../texts.ts';

interface PeoplePanelProps {
  readonly exchange: Exchange;
  readonly sheet: PhotoSheet;
  readonly people: readonly PersonOnPhoto[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** Who can be recognised on the photo, and what each answered. */
export function PeoplePanel({ exchange, sheet, people, values, errors }: PeoplePanelProps): JSX.Element {
  const path = officePhotoPath(sheet.id);
  return (
    <Panel title="Accord des personnes" id="accords">
      {people.length === 0 && (
        <Form action={`${path}/reconnait`} hidden={{ [formKeyField]: exchange.ctx.newId() }} label="Qui reconnaît-on ?">
          <RadioGroup name="people" label="Reconnaît-on quelqu’un ?" value={sheet.people} choices={peopleChoices} />
          <SubmitBar label="Enregistrer" kind="ghost" />
        </Form>
      )}
      {people.length > 0 && (
        <ul class="agreements plain">
          {people.map((person) => (
            <Person exchange={exchange} path={path} person={person} />
          ))}
        </ul>
      )}
      {!sheet.isTrashed && (
        <details open={Object.keys(errors).some((name) => name.startsWith('person')) || sheet.people === 'people'}>
          <summary>Nommer une personne</summary>
          <Form
            action={`${path}/personnes`}
            hidden={{ [formKeyField]: exchange.ctx.newId() }}
            label="Nommer une personne"
          >
            <TextField
              name="person-name"
              label="Nom de la personne"
              value={values['person-name']}
              error={errors['person-name']}
              required
            />
            <TextField
              name="person-mail"
              label="E-mail"
              type="email"
              hint="Pour lui demander son accord par un lien privé, sans compte. Pour un·e mineur·e, celui de la personne qui répond."
              value={values['person-mail']}
              error={errors['person-mail']}
            />
            <Checkbox name="person-minor" label="C’est un·e mineur·e" checked={Boolean(values['person-minor'])} />
            <TextField
              name="person-guardian"
              label="Qui répond pour elle ou lui"
              value={values['person-guardian']}
              error={errors['person-guardian']}
            />
            <Select
              name="person-answer"
              label="Son accord"
              value={values['person-answer'] ?? 'mail'}
              choices={[
                { value: 'mail', label: 'à demander par mail, maintenant' },
                { value: 'later', label: 'à demander plus tard' },
                { value: 'paper', label: `donné ${meansNames.paper}` },
                { value: 'spoken', label: `donné ${meansNames.spoken}` },
                { value: 'event', label: `donné ${meansNames.event}` },
              ]}
            />
            <SubmitBar label="Ajouter" kind="ghost" />
          </Form>
        </details>
      )}
    </Panel>
  );
}

interface PersonProps {
  readonly exchange: Exchange;
  readonly path: string;
  readonly person: PersonOnPhoto;
}

function Person({ exchange, path, person }: PersonProps): JSX.Element {
  const isForgotten = person.name === '';
  return (
    <li class={`agreement is-${person.state}`}>
      <p>
        <b>{isForgotten ? 'Personne effacée à sa demande' : person.name}</b>
        {person.isMinor && ` (mineur·e, répond : ${person.guardianName})`}
      </p>
      <p class="facts">{answerText(person, exchange.hub.zone)}</p>
      {!isForgotten && (
        <form class="stack" method="post" action={`${path}/personnes/${person.id}`}>
          <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
          {person.state !== 'given' && (
            <Select
              name="means"
              id={`moyen-${person.id}`}
              label={`Réponse de ${person.name} venue`}
              value="paper"
              choices={(['paper', 'spoken', 'event'] as const).map((value) => ({ value, label: meansNames[value] }))}
            />
          )}
          <p class="actions">
            {person.state === 'asked' && person.mail && (
              <Button small kind="ghost" icon="mail" name="act" value="mail">
                {person.mailedAt ? 'Relancer' : 'Demander par mail'}
              </Button>
            )}
            {person.state !== 'given' && (
              <Button small kind="ghost" icon="check" name="act" value="given">
                Noter son accord
              </Button>
            )}
            {person.state === 'asked' && (
              <Button small kind="quiet" name="act" value="refused">
                Noter un refus
              </Button>
            )}
            {person.state === 'given' && (
              <Button small kind="quiet" name="act" value="withdrawn">
                Noter un retrait
              </Button>
            )}
            {(person.state === 'asked' || person.state === 'given') && (
              <Button small kind="quiet" icon="trash" name="act" value="remove">
                Retirer (erreur)
              </Button>
            )}
          </p>
        </form>
      )}
    </li>
  );
}
