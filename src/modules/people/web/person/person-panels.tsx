import type { JSX } from 'preact';
import type { ThreadEntry } from '#platform/contributions/module.ts';
import { formatDate } from '#platform/french/index.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Chip, Tags } from '#ui/components/chip.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { reachChannels, reachWords } from '../../domain/reach.ts';
import { memberStateNames, statusNames, type MemberState } from '../../domain/relation-statuses.ts';
import { paths } from '../../paths.ts';
import type { PersonRelations } from '../../queries/person-relations.ts';
import type { ListedTag } from '../../queries/tags.ts';
import { ActButton } from '../relations/act-button.tsx';
import { Folded } from '../relations/folded.tsx';
import { DelegateForm, HouseholdForm } from './around-forms.tsx';

export interface PersonPanelProps {
  readonly personId: string;
  readonly relations: PersonRelations;
  readonly formKey: string;
}

/** Who she is to the hub at a glance, and how she is reached. */
export function SummaryStrip({
  relations,
  memberState,
  lastHeard,
  zone,
}: Pick<PersonPanelProps, 'relations'> & {
  readonly memberState: MemberState | undefined;
  readonly lastHeard: ThreadEntry | undefined;
  readonly zone: string;
}): JSX.Element {
  const running = relations.statuses.filter((status) => !status.until);
  const { channel, note } = relations.reach;
  return (
    <>
      <p class="actions" role="group" aria-label="En un coup d’œil">
        {memberState && <Chip strong={memberState === 'current'}>{memberStateNames[memberState]}</Chip>}
        {running.map((status) => (
          <Chip category="lagoon">{statusNames[status.status]}</Chip>
        ))}
        {relations.tags.map((tag) => (
          <Chip>{tag.label}</Chip>
        ))}
        {channel !== 'mail' && <Chip category="sun">{[reachWords[channel], note].filter(Boolean).join(', ')}</Chip>}
      </p>
      <p class="facts">
        {lastHeard
          ? `Dernier contact : ${formatDate(lastHeard.at, { zone })}, ${lastHeard.kind.toLowerCase()}`
          : 'Pas encore de contact noté.'}
      </p>
    </>
  );
}

/** Others who read the same mailbox: a household, most often, and no mistake. */
export function SharedAddress({ personId, relations, formKey }: PersonPanelProps): JSX.Element | null {
  if (relations.sameAddress.length === 0) return null;
  return (
    <Notice state="info" title="Cette adresse sert aussi à quelqu’un d’autre">
      {relations.sameAddress.map((other) => (
        <>
          <p>
            <a href={paths.person(other.id)}>{other.name}</a> reçoit aussi ses mails à {other.email}. Si ces deux
            personnes partagent une boîte, dites-le : elles ne recevront pas deux fois la même chose.
          </p>
          <div class="actions">
            <ActButton
              action={`${paths.person(personId)}/foyer`}
              label={`Même foyer que ${other.name}`}
              kind="ghost"
              formKey={formKey}
              hidden={{ otherId: other.id }}
            />
            <a href={paths.compare(personId, other.id)}>Comparer les deux fiches</a>
          </div>
        </>
      ))}
    </Notice>
  );
}

/** Words the team sorts her by. */
export function TagsPanel({
  personId,
  relations,
  formKey,
  known,
}: PersonPanelProps & { readonly known: readonly ListedTag[] }): JSX.Element {
  return (
    <Panel title="Étiquettes" id="etiquettes">
      <Tags tags={relations.tags.map((tag) => tag.label)} label="Étiquettes" />
      {relations.tags.length > 0 && (
        <Folded label="Retirer une étiquette">
          {relations.tags.map((tag) => (
            <ActButton
              action={`${paths.person(personId)}/etiquettes/retirer`}
              label={`Retirer « ${tag.label} »`}
              formKey={formKey}
              hidden={{ tagId: tag.id }}
            />
          ))}
        </Folded>
      )}
      <Form
        action={`${paths.person(personId)}/etiquettes`}
        hidden={{ [formKeyField]: formKey }}
        label="Ajouter une étiquette"
      >
        <Combobox
          name="label"
          id="etiquette-label"
          label="Étiquette à ajouter"
          options={known.map((tag) => tag.label)}
          required
        />
        <SubmitBar label="Ajouter" kind="ghost" />
      </Form>
      <p class="facts">
        <a href={paths.tags}>Toutes les étiquettes</a>
      </p>
    </Panel>
  );
}

/** How she is reached. Letters and calls are ways like another. */
export function ReachPanel({ personId, relations, formKey }: PersonPanelProps): JSX.Element {
  const { channel, wished, note } = relations.reach;
  return (
    <Panel title="Comment la joindre" id="joindre">
      <p>
        <strong>{reachWords[channel]}</strong>
        {note && `, ${note}`}.
      </p>
      <Folded label="Changer">
        <Form
          action={`${paths.person(personId)}/joindre`}
          hidden={{ [formKeyField]: formKey }}
          label="Comment la joindre"
        >
          <Select
            name="channel"
            id="joindre-channel"
            label="Elle préfère"
            value={wished ?? ''}
            placeholder="Rien de particulier : le premier moyen connu"
            choices={reachChannels.map((value) => ({
              value,
              label: value === 'none' ? 'Ne pas la contacter' : reachWords[value],
            }))}
          />
          <TextField
            name="note"
            id="joindre-note"
            label="Précision"
            hint="« le matin », « en parlant fort »."
            value={note}
          />
          <SubmitBar label="Enregistrer" kind="ghost" />
        </Form>
      </Folded>
    </Panel>
  );
}

/** With whom she shares a home or a mailbox, and who of them is written to. */
export function HouseholdPanel({ personId, relations, formKey }: PersonPanelProps): JSX.Element {
  const { household } = relations;
  const action = `${paths.person(personId)}/foyer`;
  return (
    <Panel title="Foyer" id="foyer">
      {!household && (
        <>
          <p class="facts">Vit seule, ou le pôle n’en sait rien.</p>
          <Folded label="Même foyer que…">
            <HouseholdForm action={action} formKey={formKey} inline="foyer" />
          </Folded>
        </>
      )}
      {household && (
        <>
          <p>
            <strong>{household.label}</strong>
          </p>
          <ul class="relation-lines">
            {household.people.map((person) => (
              <li>
                {person.id === personId ? person.name : <a href={paths.person(person.id)}>{person.name}</a>}
                {household.writtenToId === person.id && <span class="facts"> : on lui écrit pour tout le foyer</span>}
              </li>
            ))}
          </ul>
          <Form
            action={`${action}/destinataire`}
            hidden={{ [formKeyField]: formKey, householdId: household.id }}
            label="À qui écrire"
          >
            <Select
              name="personId"
              id="foyer-destinataire"
              label="À qui écrire"
              value={household.writtenToId ?? ''}
              placeholder="À chacun·e"
              choices={household.people.map((person) => ({ value: person.id, label: person.name }))}
            />
            <SubmitBar label="Enregistrer" kind="ghost" />
          </Form>
          <Folded label="Ajouter quelqu’un à ce foyer">
            <HouseholdForm action={action} formKey={formKey} inline="foyer" />
          </Folded>
          <ActButton action={`${action}/quitter`} label="La sortir de ce foyer" formKey={formKey} />
        </>
      )}
    </Panel>
  );
}

/** Who acts for her, and for whom she acts. */
export function DelegatesPanel({ personId, relations, formKey }: PersonPanelProps): JSX.Element {
  const { delegates, delegators } = relations;
  const action = `${paths.person(personId)}/delegations`;
  return (
    <Panel title="Agit pour" id="delegations">
      {delegates.length + delegators.length === 0 && (
        <p class="facts">Personne n’agit pour elle, ni elle pour personne.</p>
      )}
      <ul class="relation-lines">
        {delegates.map((other) => (
          <li>
            <p>
              <a href={paths.person(other.personId)}>{other.name}</a> agit pour elle
              {other.purpose && ` : ${other.purpose}`}
            </p>
            <ActButton
              action={`${action}/terminer`}
              label="Terminer"
              about={other.name}
              formKey={formKey}
              hidden={{ id: other.id }}
            />
          </li>
        ))}
        {delegators.map((other) => (
          <li>
            <p>
              Elle agit pour <a href={paths.person(other.personId)}>{other.name}</a>
              {other.purpose && ` : ${other.purpose}`}
            </p>
          </li>
        ))}
      </ul>
      <Folded label="Quelqu’un agit pour elle">
        <DelegateForm action={action} formKey={formKey} inline="delegation" />
      </Folded>
    </Panel>
  );
}
