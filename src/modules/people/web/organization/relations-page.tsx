import type { JSX } from 'preact';
import { foldForSearch } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { memberStateNames, statusNames } from '../../domain/relation-statuses.ts';
import { actPath, paths } from '../../paths.ts';
import type { PeopleDependencies } from '../../ports.ts';
import { directoryContacts, type DirectoryContact } from '../../queries/contact-persons.ts';
import { subjectName } from '../../queries/known-subjects.ts';
import { relationsOf } from '../../queries/relations.ts';
import { ActButton } from '../relations/act-button.tsx';
import { DocumentsPanel, NotesPanel, RolesPanel, StatusesPanel } from '../relations/panels.tsx';
import { ThreadPanel } from '../relations/thread-panel.tsx';

/** `GET /gestion/annuaire/:id/relations`: the people of a structure and what passed between it and the hub. */
export const showOrganizationRelations =
  (deps: PeopleDependencies) =>
  async (exchange: Exchange): Promise<Response> => {
    const id = exchange.param('id');
    const name = isId(id) ? await subjectName(exchange.ctx.db, { organizationId: id }) : null;
    if (name === null) return exchange.notFound();
    const { ctx, formKey } = exchange;
    const relations = await relationsOf(ctx.db, { organizationId: id });
    const thread = await deps.thread(ctx, { organizationId: id });
    const state = (await deps.memberStates(ctx, { organizationIds: [id] })).get(id);
    const running = relations.roles.filter((role) => !role.endsOn);
    const contacts = (await directoryContacts(ctx.db, id)).filter(
      ({ personId, name: named }) =>
        !running.some((role) => role.personId === personId || foldForSearch(role.personName) === foldForSearch(named)),
    );
    const shared = { subject: { organizationId: id }, relations, formKey, zone: ctx.zone };
    return exchange.page({
      title: `Relations avec ${name}`,
      layout: 'office',
      section: paths.directory,
      header: {
        trail: [
          { label: 'Réseau', href: paths.directory },
          { label: name, href: paths.organization(id) },
        ],
        actions: (
          <ButtonLink kind="ghost" small icon="edit" href={paths.organization(id)}>
            Fiche de l’annuaire
          </ButtonLink>
        ),
      },
      content: (
        <Columns
          main={
            <>
              <p class="actions">
                {state && <Chip strong={state === 'current'}>{memberStateNames[state]}</Chip>}
                {relations.statuses
                  .filter((status) => !status.until)
                  .map((status) => (
                    <Chip category="lagoon">{statusNames[status.status]}</Chip>
                  ))}
              </p>
              <RolesPanel {...shared} />
              <ContactsPanel organizationId={id} contacts={contacts} formKey={formKey} />
              <NotesPanel {...shared} />
              <ThreadPanel entries={thread} zone={ctx.zone} />
            </>
          }
          side={
            <>
              <StatusesPanel {...shared} />
              <DocumentsPanel {...shared} />
            </>
          }
        />
      ),
    });
  };

/** Those whom the directory names and who are not yet among the people of the structure. */
function ContactsPanel({
  organizationId,
  contacts,
  formKey,
}: {
  readonly organizationId: string;
  readonly contacts: readonly DirectoryContact[];
  readonly formKey: string;
}): JSX.Element | null {
  if (contacts.length === 0) return null;
  return (
    <Panel title="Nommé·es dans l’annuaire" id="contacts">
      <p class="facts">
        Leur nom figure sur la fiche publique ou dans ses coordonnées, sans lien avec une personne connue.
      </p>
      <ul class="relation-lines">
        {contacts.map((contact) => (
          <li>
            <p>
              <strong>{contact.name}</strong>
              {contact.role && `, ${contact.role}`}
            </p>
            <ActButton
              action={actPath({ organizationId }, 'contacts')}
              label={`Rattacher ${contact.name}`}
              kind="ghost"
              formKey={formKey}
              hidden={{ contactId: contact.id }}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
