import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { Chip } from '#ui/components/chip.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { officePaths } from '../../../paths.ts';
import { publicationVersionsOf, type PublicationVersion } from '../../../queries/office/publication-versions.ts';
import { editedPublication } from '../editor/editor-page.tsx';

/** `GET /gestion/contenus/:id/versions`: all that it ever said, latest first. */
export async function showVersions(exchange: Exchange): Promise<Response> {
  const stored = await editedPublication(exchange);
  if (!stored) return exchange.notFound();
  const versions = await publicationVersionsOf(exchange.ctx.db, stored);
  const path = officePaths.versions(stored.id);
  return exchange.page({
    title: 'Versions',
    layout: 'office',
    section: officePaths.list,
    header: {
      trail: [
        { label: 'Publications', href: officePaths.list },
        { label: stored.fields.title, href: officePaths.edit(stored.id) },
      ],
      lead: 'Rien ne se perd : une version plus ancienne se reprend en un clic.',
    },
    content: (
      <DataTable<PublicationVersion>
        id="versions"
        caption="Versions gardées"
        quietCaption
        rows={versions}
        rowId={({ version }) => String(version)}
        rowName={({ version }) => `version ${version}`}
        empty={<p>Aucune version gardée.</p>}
        columns={[
          {
            key: 'version',
            label: 'Version',
            cell: ({ version, wasPublic }) => (
              <>
                <a href={`${path}/${version}`}>Version {version}</a> {wasPublic && <Chip>en ligne alors</Chip>}
              </>
            ),
          },
          { key: 'title', label: 'Titre', cell: ({ fields }) => fields.title },
          {
            key: 'at',
            label: 'Quand',
            whole: true,
            cell: ({ savedAt }) => formatDateTime(savedAt, { zone: exchange.hub.zone, style: 'short' }),
          },
          { key: 'by', label: 'Par', cell: ({ savedBy }) => savedBy },
        ]}
      />
    ),
  });
}
