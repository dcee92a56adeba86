import type { VNode } from 'preact';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import type { Role } from '#platform/context/context.ts';
import { formatDate, formatDateTime } from '#platform/french/index.ts';
import { roleNames } from '../../domain/role-names.ts';
import type { PersonFile } from '../../queries/person-file.ts';
import { paths } from '../../paths.ts';
import type { PersonSections } from '../dependencies.ts';

export interface PersonPageProps {
  file: PersonFile;
  sections: PersonSections;
  grantable: readonly Role[];
  formKey: string;
  zone: string;
}

/** All that staff knows of a person, and what staff may do for her. */
export function PersonPage(props: PersonPageProps): VNode {
  return (
    <Columns
      main={
        <>
          {props.file.erasureAskedAt && (
            <Notice state="warning" title="Cette personne demande l’effacement de ses données">
              Demandé le {formatDate(props.file.erasureAskedAt, { zone: props.zone })} : vous avez un mois pour
              répondre.
            </Notice>
          )}
          {props.sections.lead}
          <Contacts {...props} />
          {props.sections.main}
          <Names {...props} />
          <Consents {...props} />
          <Trail {...props} />
        </>
      }
      side={
        <>
          {props.sections.side}
          <Account {...props} />
          <Roles {...props} />
          <Erasure {...props} />
        </>
      }
    />
  );
}

function Act({
  id,
  act,
  label,
  about,
  formKey,
  kind = 'ghost',
  hidden = {},
}: {
  id: string;
  act: string;
  label: string;
  /** What the act is on, for those who hear the button alone. */
  about?: string;
  formKey: string;
  kind?: 'ghost' | 'danger' | 'primary' | 'quiet';
  hidden?: Record<string, string>;
}): VNode {
  return (
    <form class="relation-acts" method="post" action={paths.personAct(id, act)}>
      {Object.entries({ _cle: formKey, ...hidden }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} small>
        {label}
        {about && <span class="visually-hidden"> {about}</span>}
      </Button>
    </form>
  );
}

function Names({ file, formKey }: PersonPageProps): VNode {
  return (
    <Panel title="Identité" id="identite">
      <Form action={paths.personAct(file.person.id, 'identite')} hidden={{ _cle: formKey }}>
        <FieldRow>
          <TextField name="givenName" label="Prénom" value={file.person.givenName} grow />
          <TextField name="familyName" label="Nom" value={file.person.familyName} grow />
        </FieldRow>
        <TextArea name="notes" label="Remarques de l’équipe" value={file.person.notes} rows={3} limit={2000} />
        <SubmitBar label="Enregistrer" />
      </Form>
    </Panel>
  );
}

const kinds = { email: 'E-mail', phone: 'Téléphone', postal: 'Adresse postale' } as const;

/** Written to or called at once, from a phone or a computer. */
function ContactValue({ kind, value }: { kind: keyof typeof kinds; value: string }): VNode {
  if (kind === 'email') return <a href={`mailto:${encodeURIComponent(value).replace('%40', '@')}`}>{value}</a>;
  if (kind === 'phone') return <a href={`tel:${value.replaceAll(/[^\d+]/g, '')}`}>{value}</a>;
  return <>{value}</>;
}

function Contacts({ file, formKey }: PersonPageProps): VNode {
  return (
    <Panel title="Coordonnées" id="coordonnees">
      <ul class="relation-lines">
        {file.contactPoints.map((point) => (
          <li class="relation-line">
            <p>
              {kinds[point.kind]}
              {' : '}
              <strong>
                <ContactValue kind={point.retiredAt ? 'postal' : point.kind} value={point.value} />
              </strong>
              {point.retiredAt ? (
                <span class="facts"> (quittée : on n’y écrit plus)</span>
              ) : (
                point.verifiedAt && <span class="facts"> (vérifié)</span>
              )}
            </p>
            <Act
              id={file.person.id}
              act="coordonnees/retirer"
              label="Retirer"
              about={point.value}
              formKey={formKey}
              kind="quiet"
              hidden={{ contactPointId: point.id }}
            />
          </li>
        ))}
      </ul>
      <details class="more-fields">
        <summary>Ajouter une coordonnée</summary>
        <div>
          <Form
            action={paths.personAct(file.person.id, 'coordonnees')}
            hidden={{ _cle: formKey }}
            label="Ajouter une coordonnée"
          >
            <FieldRow>
              <Select
                name="kind"
                label="Sorte"
                value="email"
                choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
              />
              <TextField name="value" label="Coordonnée à ajouter" grow required />
            </FieldRow>
            <SubmitBar label="Ajouter" kind="ghost" />
          </Form>
        </div>
      </details>
    </Panel>
  );
}

function Roles({ file, grantable, formKey, zone }: PersonPageProps): VNode {
  return (
    <Panel title="Rôles sur le site" id="roles">
      <ul class="plain-list">
        {file.roles.map((held) => (
          <li>
            <p>
              <strong>{roleNames[held.role]}</strong>{' '}
              <span class="facts">
                depuis le {formatDate(held.startsAt, { zone })}
                {held.endsAt && `, jusqu’au ${formatDate(held.endsAt, { zone })}`}
              </span>
            </p>
            {!held.endsAt && grantable.includes(held.role) && (
              <Act
                id={file.person.id}
                act="roles/terminer"
                label={`Terminer : ${roleNames[held.role]}`}
                formKey={formKey}
                hidden={{ role: held.role }}
              />
            )}
          </li>
        ))}
      </ul>
      <Form action={paths.personAct(file.person.id, 'roles')} hidden={{ _cle: formKey }} label="Donner un rôle">
        <Select
          name="role"
          label="Rôle à donner"
          choices={grantable.map((role) => ({ value: role, label: roleNames[role] }))}
        />
        <SubmitBar label="Donner ce rôle" kind="ghost" />
      </Form>
    </Panel>
  );
}

function Consents({ file, zone }: PersonPageProps): VNode | null {
  if (file.consents.length === 0) return null;
  return (
    <Panel title="Accords" id="accords">
      <ul class="plain-list">
        {file.consents.map((consent) => (
          <li>
            « {consent.wording} »{' '}
            <span class="facts">{`le ${formatDate(consent.givenAt, { zone })} (${consent.source})${consent.withdrawnAt ? `, retiré le ${formatDate(consent.withdrawnAt, { zone })}` : ''}`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Trail({ file, zone }: PersonPageProps): VNode {
  return (
    <Panel title="Historique" id="historique">
      <ul class="plain-list">
        {file.trail.map((line) => (
          <li>
            {line.summary}{' '}
            <span class="facts">
              {formatDateTime(line.at, { zone })}
              {line.actorName && `, par ${line.actorName}`}
              {line.behalfOf && ` au nom de ${line.behalfOf}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Account({ file, formKey, zone }: PersonPageProps): VNode {
  const { person, account, sessions } = file;
  return (
    <Panel title="Compte" id="compte">
      <p>
        {account
          ? `Ouvert le ${formatDate(account.createdAt, { zone })}${account.hasSignedIn ? '' : ', jamais utilisé'}.`
          : 'Cette personne n’a pas de compte.'}
      </p>
      {!account?.hasSignedIn && (
        <Act
          id={person.id}
          act="inviter"
          label={account ? 'Inviter de nouveau' : 'Inviter par mail'}
          formKey={formKey}
        />
      )}
      {sessions.length > 0 && (
        <Act id={person.id} act="sessions" label={`Fermer ses sessions (${sessions.length})`} formKey={formKey} />
      )}
      <Act id={person.id} act="au-nom-de" label="Agir en son nom" formKey={formKey} />
    </Panel>
  );
}

function Erasure({ file, formKey }: PersonPageProps): VNode {
  return (
    <Panel title="Effacer" id="effacer">
      <p>Tout ce qui la nomme disparaît de tous les modules, sauf ce que la loi oblige à garder. C’est définitif.</p>
      <Form action={paths.personAct(file.person.id, 'effacer')} hidden={{ _cle: formKey }}>
        <Checkbox name="sure" label="Je confirme l’effacement" required />
        <SubmitBar label="Effacer cette personne" kind="danger" />
      </Form>
    </Panel>
  );
}
