import type { ComponentChildren, JSX } from 'preact';
import { formatNumber } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { officeSheetPath } from '../../../paths.ts';
import type { ProfileField } from '../../../profile/organization-profile.ts';
import { importRows, rowFilters, type RowFilter } from '../../../queries/imports/import-rows.ts';
import type { ImportRow, ImportSheet } from '../../../queries/imports/import-sheet.ts';
import { fieldNames } from '../../texts.ts';
import { importPath } from './import-paths.ts';
import { decisionNames, filterNames, filterSlugs, undoneNames, verdictNames, writtenNames } from './texts.ts';

const rowsAPage = 50;

export interface ShownRows {
  filter: RowFilter;
  page: number;
  rows: ImportRow[];
  count: number;
}

/** The rows that the address asks for: those that need an eye first, unless told. */
export async function shownRows(exchange: Exchange, sheet: ImportSheet): Promise<ShownRows> {
  const asked = rowFilters.find((filter) => filterSlugs[filter] === exchange.query('lignes'));
  const filter =
    asked ?? rowFilters.find((one) => ['duplicate', 'rejected'].includes(one) && countOf(sheet, one) > 0) ?? 'all';
  const page = Math.max(1, Math.min(10_000, Number.parseInt(exchange.query('page'), 10) || 1));
  return {
    filter,
    page,
    ...(await importRows(exchange.ctx.db, sheet.id, filter, { size: rowsAPage, offset: (page - 1) * rowsAPage })),
  };
}

function countOf({ counts, total }: ImportSheet, filter: RowFilter): number {
  return filter === 'all' ? total : (counts[filter] ?? 0);
}

/** The rows of an import, by verdict, with what is wrong and what is decided. */
export function RowsTable({
  exchange,
  sheet,
  shown,
  decides,
}: {
  readonly exchange: Exchange;
  readonly sheet: ImportSheet;
  readonly shown: ShownRows;
  readonly decides?: boolean;
}): JSX.Element {
  const hrefOf = (filter: RowFilter, page = 1): string =>
    `${importPath(sheet.id)}?lignes=${filterSlugs[filter]}${page > 1 ? `&page=${page}` : ''}`;
  const bulk =
    decides && shown.filter === 'duplicate'
      ? {
          action: `${importPath(sheet.id)}/decisions`,
          hidden: <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />,
          actions: [
            { value: 'merge', label: decisionNames.merge },
            { value: 'create', label: decisionNames.create },
            { value: 'skip', label: decisionNames.skip },
          ],
        }
      : undefined;
  return (
    <>
      <Tabs
        label="Lignes"
        tabs={rowFilters
          .filter((filter) => filter === shown.filter || countOf(sheet, filter) > 0)
          .map((filter) => ({
            label: filterNames[filter],
            href: hrefOf(filter),
            current: filter === shown.filter,
            count: countOf(sheet, filter),
          }))}
      />
      <DataTable<ImportRow>
        id="lignes"
        caption={filterNames[shown.filter]}
        quietCaption
        rows={shown.rows}
        rowId={(row) => String(row.position)}
        rowName={(row) => row.name || `ligne ${row.line}`}
        columns={columns(sheet)}
        {...(bulk ? { bulk } : {})}
        empty={<EmptyState title="Aucune ligne de ce côté" level={2} />}
      />
      <Pagination
        page={shown.page}
        pages={Math.ceil(shown.count / rowsAPage)}
        hrefOf={(page) => hrefOf(shown.filter, page)}
      />
    </>
  );
}

function columns(sheet: ImportSheet): Column<ImportRow>[] {
  const isOver = sheet.status === 'done' || sheet.status === 'undone';
  return [
    { key: 'name', label: 'Structure', heads: true, cell: nameCell },
    { key: 'line', label: 'Ligne', numeric: true, cell: (row) => formatNumber(row.line) },
    {
      key: 'verdict',
      label: isOver ? 'Ce qui a été fait' : 'Ce qui va se passer',
      cell: (row) => outcomeCell(row, isOver),
    },
    { key: 'notes', label: 'À savoir', cell: notesCell },
  ];
}

function nameCell({ name, city, organizationId, match, undone }: ImportRow): ComponentChildren {
  const id = undone === 'removed' ? null : (organizationId ?? match?.id);
  const words = name || 'Sans nom';
  return (
    <>
      {id ? <a href={officeSheetPath(id)}>{words}</a> : words}
      {city && <span class="muted">, {city}</span>}
    </>
  );
}

function outcomeCell({ verdict, decision, written, undone, match }: ImportRow, isOver: boolean): string {
  if (undone) return undoneNames[undone];
  if (isOver && written)
    return written === 'none' && verdict !== 'unchanged' ? verdictNames[verdict] : writtenNames[written];
  if (verdict !== 'duplicate') return verdictNames[verdict];
  return decisionNames[decision ?? (match?.sure ? 'merge' : 'skip')];
}

function notesCell({ issues, match, changed, kept, verdict }: ImportRow): ComponentChildren {
  const notes = [
    ...(verdict === 'duplicate' && match
      ? [`Ressemble à ${match.name}${match.because ? ` : ${match.because}` : ''}`]
      : []),
    ...(changed.length > 0 ? [`Change : ${inWords(changed)}`] : []),
    ...(kept.length > 0 ? [`Gardé tel quel, écrit par quelqu’un d’autre : ${inWords(kept)}`] : []),
    ...issues.map(({ field, message, value }) =>
      [message, value && `« ${value.slice(0, 60)} »`, field && `(${fieldNames[field as ProfileField] ?? field})`]
        .filter(Boolean)
        .join(' '),
    ),
  ];
  if (notes.length < 2) return notes[0] ?? '';
  return (
    <ul>
      {notes.slice(0, 6).map((note) => (
        <li>{note}</li>
      ))}
    </ul>
  );
}

function inWords(fields: readonly string[]): string {
  return fields.map((field) => (fieldNames[field as ProfileField] ?? field).toLowerCase()).join(', ');
}
