import type { JSX } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import type { PaperFacts } from '../../documents/paper-facts.ts';
import { durationInWords } from '../../domain/course.ts';
import { traineeStatusNames } from '../../domain/trainee-statuses.ts';
import { officePaths } from '../../paths.ts';

/** Who is enrolled, with the time already certified. */
export function TraineeTable({ facts, runs }: { readonly facts: PaperFacts; readonly runs: boolean }): JSX.Element {
  const { session, enrolled, certified } = facts;
  const mayAdd = runs && session.state !== 'cancelled';
  return (
    <>
      <DataTable
        id="stagiaires"
        caption="Stagiaires"
        rows={enrolled}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        columns={[
          {
            key: 'nom',
            label: 'Nom',
            heads: true,
            cell: (row) => (runs ? <a href={officePaths.trainee(session.id, row.id)}>{row.name}</a> : row.name),
          },
          { key: 'structure', label: 'Structure', cell: (row) => row.organizationName },
          { key: 'commune', label: 'Commune', cell: (row) => row.municipality },
          { key: 'statut', label: 'Statut', cell: (row) => traineeStatusNames[row.status] },
          ...(session.state === 'finished'
            ? [
                {
                  key: 'temps',
                  label: 'Temps suivi',
                  numeric: true,
                  cell: (row: { id: string }) => durationInWords(certified.get(row.id)?.minutes ?? 0),
                },
              ]
            : []),
        ]}
        empty={
          <EmptyState title="Personne pour l’instant">
            <p>Les inscriptions en ligne arrivent ici ; vous pouvez aussi inscrire quelqu’un au téléphone.</p>
          </EmptyState>
        }
      />
      {mayAdd && (
        <p class="actions">
          <ButtonLink kind="ghost" icon="plus" href={officePaths.addTrainee(session.id)}>
            Inscrire quelqu’un
          </ButtonLink>
        </p>
      )}
    </>
  );
}
