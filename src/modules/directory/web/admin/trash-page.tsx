import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { officePath } from '../../paths.ts';
import { trashedSheets } from '../../queries/office/sheet-history.ts';

/** `GET /gestion/annuaire/corbeille` */
export async function showTrash(exchange: Exchange): Promise<Response> {
  const sheets = await trashedSheets(exchange.ctx.db);
  const { zone } = exchange.hub;
  return exchange.page({
    title: 'Corbeille de l’annuaire',
    layout: 'office',
    section: officePath,
    header: {
      trail: [{ label: 'Réseau', href: officePath }],
      lead: 'Rien n’est perdu : une fiche en sort comme elle y est entrée.',
    },
    content: (
      <DataTable
        id="corbeille"
        caption={plural(sheets.length, 'fiche')}
        rows={sheets}
        rowId={(sheet) => sheet.id}
        rowName={(sheet) => sheet.name}
        columns={[
          { key: 'name', label: 'Structure', cell: (sheet) => sheet.name },
          { key: 'city', label: 'Commune', cell: (sheet) => sheet.city ?? '' },
          {
            key: 'at',
            label: 'Jetée le',
            cell: (sheet) => formatDate(Temporal.Instant.from(sheet.trashed_at), { zone }),
          },
        ]}
        bulk={{
          action: `${officePath}/corbeille/restaurer`,
          hidden: <input type="hidden" name={formKeyField} value={exchange.formKey} />,
          actions: [{ value: 'restaurer', label: 'Remettre dans l’annuaire', kind: 'primary' }],
        }}
        empty={
          <EmptyState title="La corbeille est vide">
            Les fiches que vous retirez de l’annuaire viendront ici.
          </EmptyState>
        }
      />
    ),
  });
}
