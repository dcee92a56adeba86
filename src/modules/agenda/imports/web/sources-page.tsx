import { formatDateTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { officePaths } from '../../paths.ts';
import { sourcePaths } from '../paths.ts';
import { readSources, type AgendaSource } from '../queries/sources.ts';

/** `GET /gestion/agenda/sources`: the calendars of others that are followed. */
export async function showSources(exchange: Exchange): Promise<Response> {
  const sources = await readSources(exchange.ctx.db);
  const { zone } = exchange.hub;
  return exchange.page({
    title: 'Calendriers suivis',
    layout: 'office',
    header: {
      trail: [{ label: 'Agenda', href: officePaths.list }],
      lead: (
        <p>Les rendez-vous de vos partenaires arrivent tout seuls, et suivent quand ils changent ou sont annulés.</p>
      ),
      actions: (
        <>
          <ButtonLink href={sourcePaths.add}>Suivre un calendrier</ButtonLink>
          <ButtonLink kind="quiet" href={sourcePaths.file}>
            Déposer un fichier
          </ButtonLink>
        </>
      ),
    },
    content: (
      <DataTable<AgendaSource>
        id="sources"
        caption={plural(sources.length, 'calendrier', 'calendriers')}
        rows={sources}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        columns={[
          {
            key: 'name',
            label: 'Nom',
            heads: true,
            cell: ({ id, name }) => <a href={sourcePaths.source(id)}>{name}</a>,
          },
          { key: 'state', label: 'Suivi', cell: (source) => stateInWords(source) },
          {
            key: 'checked',
            label: 'Dernière lecture',
            cell: ({ succeededAt }) => (succeededAt ? formatDateTime(succeededAt, { zone }) : 'Jamais'),
          },
          { key: 'taken', label: 'Rendez-vous', numeric: true, cell: ({ report }) => report?.taken ?? '' },
          {
            key: 'trust',
            label: 'Nouveautés',
            cell: ({ trust }) => (trust === 'publish' ? 'Paraissent aussitôt' : 'À valider'),
          },
        ]}
        empty={
          <EmptyState
            title="Aucun calendrier suivi"
            actions={<ButtonLink href={sourcePaths.add}>Suivre un calendrier</ButtonLink>}
          >
            <p>
              Une adresse suffit : celle du calendrier d’un partenaire, d’un agenda OpenAgenda, ou d’une page de son
              site.
            </p>
          </EmptyState>
        }
      />
    ),
  });
}

/** How a source is followed, in a few words. */
export function stateInWords({ isPaused, failures, url, problem }: AgendaSource): string {
  if (url === null) return 'Fichier déposé';
  if (isPaused) return failures > 0 ? 'Mis de côté : ne répond plus' : 'En pause';
  return problem === '' ? 'Suivi' : `Ne répond pas (${plural(failures, 'essai', 'essais')})`;
}
