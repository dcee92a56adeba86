import type { ComponentChildren, JSX } from 'preact';
import { Button, type ButtonKind } from './button.tsx';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Address of the list sorted by this column (the other way round when it already is). */
  readonly sortHref?: string;
  readonly sorted?: 'ascending' | 'descending';
  readonly numeric?: boolean;
  /** Dates and states: never cut over two lines. */
  readonly whole?: boolean;
  /** The column that names the row. The first one unless told. */
  readonly heads?: boolean;
}

export interface BulkActions {
  readonly action: string;
  readonly actions: readonly { readonly value: string; readonly label: string; readonly kind?: ButtonKind }[];
  /** Hidden fields (tokens, filters to come back to), and what an act needs to be told. */
  readonly hidden?: ComponentChildren;
  /** Name of the checkboxes, `ids` by default; the button sends `action`. */
  readonly name?: string;
}

export interface DataTableProps<Row> {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Names the row in its checkbox's label. */
  readonly rowName: (row: Row) => string;
  readonly bulk?: BulkActions;
  readonly exports?: { readonly csv?: string; readonly xlsx?: string };
  /** Shown in place of the table when there is no row. */
  readonly empty: ComponentChildren;
  /** Keeps the caption for assistive technology only. */
  readonly quietCaption?: boolean;
  /** Rows may hold nothing that takes the focus: the frame does, so that the keyboard can scroll it. */
  readonly keyboardScroll?: boolean;
}

function ColumnHead<Row>({ column }: { readonly column: Column<Row> }): JSX.Element {
  const { label, sortHref, sorted, numeric } = column;
  return (
    <th scope="col" class={classes(numeric && 'numeric') || undefined} aria-sort={sorted}>
      {sortHref ? (
        <a href={sortHref} class={sorted}>
          {label}
          <Icon name={sorted ? 'chevron-down' : 'sort'} />
        </a>
      ) : (
        label
      )}
    </th>
  );
}

/** A list of the back office: sorts by links, exports, acts on several rows at once. Becomes cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const { id, caption, columns, rows, rowId, rowName, bulk, exports, empty, quietCaption } = props;
  if (rows.length === 0) return <>{empty}</>;
  const head = columns.find((column) => column.heads) ?? columns[0];
  const Frame = props.keyboardScroll ? 'section' : 'div';
  const table = (
    <Frame class="table-frame" {...(props.keyboardScroll ? { 'aria-label': caption, tabIndex: 0 } : {})}>
      <table class="data-table" id={id}>
        <caption class={quietCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {bulk && (
              <td class="pick">
                <input type="checkbox" hidden data-all aria-label="Tout sélectionner" />
                <span class="visually-hidden">Sélection</span>
              </td>
            )}
            {columns.map((column) => (
              <ColumnHead column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {bulk && (
                <td class="pick">
                  <label>
                    <input type="checkbox" name={bulk.name ?? 'ids'} value={rowId(row)} />
                    <span class="visually-hidden">Sélectionner {rowName(row)}</span>
                  </label>
                </td>
              )}
              {columns.map((column) =>
                column === head ? (
                  <th scope="row">{column.cell(row)}</th>
                ) : (
                  <td
                    class={classes(column.numeric && 'numeric', column.whole && 'nowrap') || undefined}
                    data-label={column.label}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
  const links = exports && (
    <p class="exports">
      <Icon name="download" />
      Télécharger cette liste :{' '}
      {exports.csv && (
        <a href={exports.csv} download>
          CSV
        </a>
      )}
      {exports.csv && exports.xlsx && ' · '}
      {exports.xlsx && (
        <a href={exports.xlsx} download>
          XLSX (Excel)
        </a>
      )}
    </p>
  );
  if (!bulk) {
    return (
      <div class="table-set">
        {table}
        {links}
      </div>
    );
  }
  return (
    <es-bulk class="table-set">
      <form method="post" action={bulk.action}>
        {table}
        <div class="bulk-bar">
          <p data-count aria-live="polite">
            Pour les lignes cochées :
          </p>
          {bulk.hidden}
          {bulk.actions.map(({ value, label, kind = 'ghost' }) => (
            <Button name="action" value={value} kind={kind} small>
              {label}
            </Button>
          ))}
        </div>
      </form>
      {links}
    </es-bulk>
  );
}
