import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Section } from '#ui/components/section.tsx';

/** An import as a list tells it. */
export interface PastImport {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly status: string;
  /** « 12 personnes ajoutées » ; empty before the end. */
  readonly result: string;
}

/** What was brought in before, and how far the rest is. */
export function PastImports({
  imports,
  zone,
}: {
  readonly imports: readonly PastImport[];
  readonly zone: string;
}): JSX.Element | null {
  if (imports.length === 0) return null;
  return (
    <Section title="Imports précédents">
      <DataTable<PastImport>
        id="imports"
        caption="Imports précédents"
        quietCaption
        rows={imports}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        columns={[
          { key: 'source', label: 'Liste', cell: ({ href, name }) => <a href={href}>{name}</a> },
          { key: 'when', label: 'Quand', cell: ({ at }) => formatDate(at, { zone, style: 'short' }) },
          { key: 'who', label: 'Qui', cell: ({ by }) => by || '–' },
          { key: 'status', label: 'Où il en est', cell: ({ status }) => status },
          { key: 'counts', label: 'Résultat', cell: ({ result }) => result },
        ]}
        empty={null}
      />
    </Section>
  );
}
