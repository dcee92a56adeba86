import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import type { RowVerdict } from '../domain/judge-row.ts';
import { importPaths } from '../paths.ts';
import { rowCounts, rowsToShow, type PersonRow } from '../queries/import-rows.ts';
import type { PeopleImport } from '../queries/import-sheet.ts';
import { decisionWords, shownKinds } from './texts.ts';

const pageSize = 50;

/** The lines of one kind, with the tabs that lead to the others. */
export interface ShownLines {
  kind: (typeof shownKinds)[number];
  rows: PersonRow[];
  counts: Record<RowVerdict | 'issues', number>;
  page: number;
}

/** The lines that the address asks for; those that need an answer first. */
export async function shownLines(exchange: Exchange, sheet: PeopleImport): Promise<ShownLines | null> {
  const counts = await rowCounts(exchange.ctx.db, sheet.id);
  const filled = shownKinds.filter(({ key }) => counts[key] > 0);
  const kind = filled.find(({ word }) => word === exchange.query('lignes')) ?? filled[0];
  if (!kind) return null;
  const pages = Math.ceil(counts[kind.key] / pageSize);
  const page = Math.min(Math.max(Math.trunc(Number(exchange.query('page'))) || 1, 1), pages);
  const rows = await rowsToShow(exchange.ctx.db, sheet.id, kind.key, {
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  return { kind, rows, counts, page };
}

/** Line by line, what happens or happened. */
export function LinesTable({
  exchange,
  sheet,
  shown: { kind, rows, counts, page },
}: {
  readonly exchange: Exchange;
  readonly sheet: PeopleImport;
  readonly shown: ShownLines;
}): JSX.Element {
  const here = (word: string) => `${importPaths.import(sheet.id)}?lignes=${word}`;
  const decides = sheet.status === 'ready' && kind.key === 'look_alike';
  return (
    <>
      <Tabs
        label="Lignes"
        tabs={shownKinds
          .filter(({ key }) => counts[key] > 0)
          .map(({ key, word, label }) => ({
            label: `${label} (${counts[key]})`,
            href: here(word),
            current: key === kind.key,
          }))}
      />
      <DataTable
        id="lignes"
        caption={kind.label}
        quietCaption
        rows={rows}
        rowId={({ position }) => String(position)}
        rowName={({ name, line }) => name || `la ligne ${line}`}
        columns={[
          {
            key: 'name',
            label: 'Nom',
            heads: true,
            cell: ({ name, personId }) =>
              personId ? <a href={`/gestion/personnes/${personId}`}>{name || 'fiche'}</a> : name || '–',
          },
          { key: 'line', label: 'Ligne', numeric: true, cell: ({ line }) => String(line) },
          { key: 'said', label: 'Ce que dit la liste', cell: (row) => <Said row={row} /> },
          { key: 'becomes', label: 'Ce qu’elle devient', cell: (row) => <Becomes row={row} /> },
        ]}
        {...(decides
          ? {
              bulk: {
                action: importPaths.act(sheet.id, 'decisions'),
                hidden: <input type="hidden" name={formKeyField} value={exchange.formKey} />,
                actions: [
                  { value: 'merge', label: 'C’est la même personne' },
                  { value: 'create', label: 'C’est quelqu’un d’autre' },
                  { value: 'skip', label: 'Passer' },
                ],
              },
            }
          : {})}
        empty={null}
      />
      <Pagination
        page={page}
        pages={Math.ceil(counts[kind.key] / pageSize)}
        hrefOf={(wanted) => `${here(kind.word)}&page=${wanted}`}
      />
    </>
  );
}

function Said({ row: { draft, issues } }: { readonly row: PersonRow }): JSX.Element {
  const said = draft
    ? [...draft.emails, ...draft.phones, draft.postal, draft.structure, ...draft.tags].filter(Boolean).join(' · ')
    : '';
  return (
    <>
      {said}
      {issues.map((issue) => (
        <p class="field-error">{issue}</p>
      ))}
    </>
  );
}

const writtenWords = { added: 'ajoutée', changed: 'complétée', none: 'rien à changer' } as const;
const undoneWords = {
  removed: 'retirée',
  restored: 'remise comme avant',
  left: 'laissée : quelqu’un y a touché',
} as const;
const byWords = { email: 'même mail', phone: 'même téléphone', name: 'même nom' } as const;

function Becomes({ row }: { readonly row: PersonRow }): JSX.Element {
  if (row.undone) return <>{undoneWords[row.undone]}</>;
  if (row.written) return <>{row.decision === 'skip' ? 'passée' : writtenWords[row.written]}</>;
  if (row.verdict === 'rejected') return <>écartée</>;
  if (row.verdict === 'repeated') return <>répète une ligne plus haut</>;
  const [first] = row.matches;
  return (
    <>
      {row.decision ? decisionWords[row.decision] : '–'}
      {first && (
        <p class="facts">
          Ressemble à <a href={`/gestion/personnes/${first.personId}`}>{first.name}</a> ({byWords[first.by]})
        </p>
      )}
    </>
  );
}
