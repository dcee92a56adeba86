import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { officePaths } from '../../../paths.ts';
import { officeTrash } from '../../../queries/office/office-list.ts';
import { kindNames, statusNames } from '../../texts.ts';

/** `GET /gestion/contenus/corbeille` */
export async function showTrash(exchange: Exchange): Promise<Response> {
  const rows = await officeTrash(exchange.ctx);
  const { zone } = exchange.hub;
  return exchange.page({
    title: 'Corbeille des publications',
    layout: 'office',
    section: officePaths.list,
    header: {
      trail: [{ label: 'Publications', href: officePaths.list }],
      lead: 'Une publication en sort comme elle y est entrée, pendant 30 jours.',
    },
    content: (
      <DataTable
        id="corbeille"
        caption={plural(rows.length, 'publication')}
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => row.title}
        columns={[
          { key: 'title', label: 'Titre', cell: (row) => row.title },
          { key: 'kind', label: 'Genre', cell: (row) => kindNames[row.kind].one },
          { key: 'status', label: 'État', whole: true, cell: (row) => statusNames[row.status] },
          {
            key: 'at',
            label: 'Jeté le',
            whole: true,
            cell: (row) => row.trashed_at && formatDate(Temporal.Instant.from(row.trashed_at), { zone }),
          },
        ]}
        bulk={{
          action: `${officePaths.trash}/restaurer`,
          hidden: <input type="hidden" name={formKeyField} value={exchange.formKey} />,
          actions: [{ value: 'restaurer', label: 'Sortir de la corbeille', kind: 'primary' }],
        }}
        empty={<EmptyState title="La corbeille est vide">Ce que vous retirez du site viendra ici.</EmptyState>}
      />
    ),
  });
}
