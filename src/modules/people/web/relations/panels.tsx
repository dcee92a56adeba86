import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { fileFacts, fileHref } from '#platform/stored-files/index.ts';
import { Panel } from '#ui/components/panel.tsx';
import { noteKindNames } from '../../domain/note-kinds.ts';
import type { RelationSubject } from '../../domain/relation-subject.ts';
import { statusNames } from '../../domain/relation-statuses.ts';
import { roleInWords, roleKindNames } from '../../domain/role-kinds.ts';
import { actPath, paths } from '../../paths.ts';
import type { Relations, ShownRole } from '../../queries/relations.ts';
import { ActButton } from './act-button.tsx';
import { DocumentForm } from './document-form.tsx';
import { Folded } from './folded.tsx';
import { NoteForm } from './note-form.tsx';
import { RoleForm } from './role-form.tsx';
import { StatusForm } from './status-form.tsx';

export interface PanelProps {
  readonly subject: RelationSubject;
  readonly relations: Relations;
  readonly formKey: string;
  readonly zone: string;
}

/** What someone is to the hub. */
export function StatusesPanel({ subject, relations, formKey }: PanelProps): JSX.Element {
  return (
    <Panel title="Statuts" id="statuts">
      {relations.statuses.length === 0 && <p class="facts">Ni partenaire, ni financeur, ni élu·e, ni presse.</p>}
      <ul class="relation-lines">
        {relations.statuses.map((status) => (
          <li>
            <p>
              <strong>{statusNames[status.status]}</strong>{' '}
              <span class="facts">
                depuis le {formatDate(status.since)}
                {status.until && `, jusqu’au ${formatDate(status.until)}`}
              </span>
              {status.note && (
                <>
                  <br />
                  {status.note}
                </>
              )}
            </p>
            {!status.until && (
              <ActButton
                action={actPath(subject, 'statuts/terminer')}
                label="Terminer"
                about={statusNames[status.status]}
                formKey={formKey}
                hidden={{ id: status.id }}
              />
            )}
          </li>
        ))}
      </ul>
      <Folded label="Ajouter un statut">
        <StatusForm action={actPath(subject, 'statuts')} formKey={formKey} inline="statut" />
      </Folded>
    </Panel>
  );
}

/** What people do in structures, seen from either side. */
export function RolesPanel({ subject, relations, formKey }: PanelProps): JSX.Element {
  const isPerson = 'personId' in subject;
  return (
    <Panel title={isPerson ? 'Dans les structures' : 'Les personnes de la structure'} id="structures">
      {relations.roles.length === 0 && (
        <p class="facts">
          {isPerson ? 'Aucune structure connue.' : 'Personne n’est encore rattaché à cette structure.'}
        </p>
      )}
      <ul class="relation-lines">
        {relations.roles.map((role) => (
          <li>
            <p>
              <a href={isPerson ? paths.organizationRelations(role.organizationId) : paths.person(role.personId)}>
                {isPerson ? role.organizationName : role.personName}
              </a>
              {' : '}
              <strong>{roleInWords(role)}</strong> <span class="facts">{roleFacts(role)}</span>
            </p>
            <div class="relation-acts">
              <a href={actPath(subject, `structures/${role.id}`)}>
                Corriger
                <span class="visually-hidden">
                  {' '}
                   : {roleInWords(role)}, {isPerson ? role.organizationName : role.personName}
                </span>
              </a>
              {!role.endsOn && (
                <ActButton
                  action={actPath(subject, 'structures/terminer')}
                  label="Terminer"
                  about={`${roleInWords(role)}, ${isPerson ? role.organizationName : role.personName}`}
                  formKey={formKey}
                  hidden={{ id: role.id }}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      <Folded label={isPerson ? 'Ajouter un rôle dans une structure' : 'Rattacher une personne'}>
        <RoleForm
          action={actPath(subject, 'structures')}
          formKey={formKey}
          inline="role"
          other={isPerson ? 'structure' : 'person'}
        />
      </Folded>
    </Panel>
  );
}

function roleFacts(role: ShownRole): string {
  return [
    role.function && role.kind !== 'other' ? roleKindNames[role.kind] : '',
    role.startsOn ? `depuis le ${formatDate(role.startsOn)}` : '',
    role.endsOn ? `jusqu’au ${formatDate(role.endsOn)}` : '',
    role.receivesMail && !role.endsOn ? 'reçoit les envois de la structure' : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What the team wrote down. */
export function NotesPanel({ subject, relations, formKey }: PanelProps): JSX.Element {
  return (
    <Panel title="Notes de l’équipe" id="notes">
      <ul class="relation-lines">
        {relations.notes.map((note) => (
          <li>
            <p class="facts">
              <b>{noteKindNames[note.kind]}</b> · {formatDate(note.happenedOn)}
              {note.authorName && ` · ${note.authorName}`} ·{' '}
              <a href={actPath(subject, `notes/${note.id}`)}>
                Corriger<span class="visually-hidden"> la note du {formatDate(note.happenedOn)}</span>
              </a>
            </p>
            {note.text.split(/\n+/).map((line) => (
              <p>{line}</p>
            ))}
          </li>
        ))}
      </ul>
      <Folded label="Noter un appel, une rencontre, un courrier">
        <NoteForm action={actPath(subject, 'notes')} formKey={formKey} inline="note" />
      </Folded>
    </Panel>
  );
}

/** Papers kept with the sheet. */
export function DocumentsPanel({ subject, relations, formKey, zone }: PanelProps): JSX.Element {
  return (
    <Panel title="Documents" id="documents">
      <ul class="relation-lines">
        {relations.documents.map((document) => (
          <li>
            <p>
              <a href={fileHref(document.file)}>{document.title}</a>{' '}
              <span class="facts">
                {fileFacts(document.file)} · {formatDate(document.addedAt, { zone })}
              </span>
            </p>
            <ActButton
              action={actPath(subject, 'documents/retirer')}
              label="Retirer"
              about={document.title}
              formKey={formKey}
              hidden={{ id: document.id }}
            />
          </li>
        ))}
      </ul>
      <Folded label="Ajouter un document">
        <DocumentForm action={actPath(subject, 'documents')} formKey={formKey} inline="document" />
      </Folded>
    </Panel>
  );
}
