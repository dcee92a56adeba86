import type { JSX } from 'preact';
import { formatNumber, formatPercent, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { BarChart } from '#ui/components/bar.tsx';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { Section } from '#ui/components/section.tsx';
import { officePath } from '../../../paths.ts';
import type { DirectoryDependencies } from '../../../ports.ts';
import { coverage, type ConfirmationAge, type Coverage } from '../../../queries/moderation/coverage.ts';
import { coveragePath, unconfirmedPath } from './coverage-paths.ts';

const ageNames: Readonly<Record<ConfirmationAge, string>> = {
  fresh: 'Moins de six mois',
  half: 'De six mois à un an',
  year: 'De un à deux ans',
  old: 'Plus de deux ans',
  never: 'Jamais confirmée',
};

const shownFirst = 30;

/** `GET /gestion/annuaire/couverture`: what the directory knows of its territory, and how fresh it is. */
export async function showCoverage(
  exchange: Exchange,
  deps: Pick<DirectoryDependencies, 'hubLook'>,
): Promise<Response> {
  const { municipalities } = await deps.hubLook(exchange.ctx.hubId);
  const covered = await coverage(exchange.ctx, municipalities);
  return exchange.page({
    title: 'Ce que l’annuaire couvre',
    layout: 'office',
    section: officePath,
    header: {
      trail: [{ label: 'Le réseau', href: officePath }],
      lead: 'Où l’annuaire est riche, où il manque quelqu’un, et ce qui date.',
      actions: (
        <ButtonLink kind="ghost" href={unconfirmedPath}>
          Fiches à confirmer
        </ButtonLink>
      ),
    },
    content:
      covered.total === 0 ? (
        <EmptyState title="L’annuaire attend ses premières structures">
          <p>
            <a href={`${officePath}/importer`}>Importez votre liste</a>, la carte se dessinera toute seule.
          </p>
        </EmptyState>
      ) : (
        <>
          <Figures covered={covered} hasTerritory={municipalities.length > 0} />
          <Section
            title="Depuis quand c’est confirmé"
            more={{ href: unconfirmedPath, label: 'Les fiches à confirmer' }}
          >
            <BarChart
              caption="Fiches publiées, par âge de la dernière confirmation"
              rows={covered.ages.map(({ key, count }) => ({
                label: ageNames[key],
                value: count,
                text: formatNumber(count),
              }))}
            />
          </Section>
          <Section title="Par thème">
            <BarChart
              caption="Fiches publiées, par thème"
              rows={[
                ...covered.themes.map(({ label, count }) => ({ label, value: count, text: formatNumber(count) })),
                ...(covered.withoutTheme > 0
                  ? [{ label: 'Sans thème', value: covered.withoutTheme, text: formatNumber(covered.withoutTheme) }]
                  : []),
              ]}
            />
          </Section>
          <Municipalities covered={covered} showsAll={exchange.query('communes') === 'toutes'} />
        </>
      ),
  });
}

function Figures({
  covered: { total, municipalities, elsewhere, ages },
  hasTerritory,
}: {
  readonly covered: Coverage;
  readonly hasTerritory: boolean;
}): JSX.Element {
  const reached = municipalities.filter(({ count }) => count > 0).length;
  const fresh = ages.filter(({ key }) => key === 'fresh' || key === 'half').reduce((sum, { count }) => sum + count, 0);
  return (
    <KeyFigures
      figures={[
        { value: formatNumber(total), label: total < 2 ? 'structure publiée' : 'structures publiées' },
        {
          value: formatNumber(reached),
          label: hasTerritory
            ? `communes sur ${formatNumber(municipalities.length)} où l’on connaît quelqu’un`
            : 'communes où l’on connaît quelqu’un',
        },
        { value: formatPercent(total === 0 ? 0 : fresh / total), label: 'confirmées depuis un an' },
        ...(elsewhere > 0
          ? [
              {
                value: formatNumber(elsewhere),
                label: hasTerritory ? 'hors du territoire ou sans commune' : 'sans commune',
              },
            ]
          : []),
      ]}
    />
  );
}

function Municipalities({
  covered: { municipalities },
  showsAll,
}: {
  readonly covered: Coverage;
  readonly showsAll: boolean;
}): JSX.Element {
  const empty = municipalities.filter(({ count }) => count === 0).length;
  const rows = showsAll ? municipalities : municipalities.slice(0, shownFirst);
  const more =
    municipalities.length > shownFirst && !showsAll
      ? {
          href: `${coveragePath}?communes=toutes#communes`,
          label: `Les ${formatNumber(municipalities.length)} communes`,
        }
      : undefined;
  return (
    <Section title="Par commune" id="communes" {...(more ? { more } : {})}>
      {empty > 0 && (
        <p>
          {plural(
            empty,
            'commune du territoire n’a encore aucune structure connue',
            'communes du territoire n’ont encore aucune structure connue',
          )}
          .
        </p>
      )}
      <DataTable
        id="par-commune"
        caption="Fiches publiées par commune"
        quietCaption
        rows={rows}
        rowId={({ insee }) => insee}
        rowName={({ name }) => name}
        columns={[
          { key: 'name', label: 'Commune', cell: ({ name }) => name },
          { key: 'population', label: 'Habitants', numeric: true, cell: ({ population }) => formatNumber(population) },
          { key: 'count', label: 'Structures', numeric: true, cell: ({ count }) => formatNumber(count) },
          {
            key: 'density',
            label: 'Pour 1 000 habitants',
            numeric: true,
            cell: ({ count, population }) =>
              population > 0 ? formatNumber((count / population) * 1000, { decimals: 1 }) : '',
          },
          {
            key: 'confirmed',
            label: 'Confirmées depuis un an',
            numeric: true,
            cell: ({ confirmed }) => formatNumber(confirmed),
          },
        ]}
        empty={null}
      />
    </Section>
  );
}
