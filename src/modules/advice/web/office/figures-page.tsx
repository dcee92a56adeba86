import type { JSX } from 'preact';
import { formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { BarChart } from '#ui/components/bar.tsx';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { workingTimeInWords } from '../../domain/working-time.ts';
import { paths } from '../../paths.ts';
import { adviceFigures, type AdviceFigures } from '../../queries/figures.ts';
import { figureTables } from './figure-tables.ts';

/** The year asked for in the address, or null for this one. */
export function yearAsked(exchange: Exchange): number | null {
  const text = exchange.query('annee');
  return /^20\d\d$/.test(text) ? Number(text) : null;
}

/** `GET /gestion/demandes/chiffres`: how many asked, who, sent by whom, and how it ended. */
export async function showFigures(exchange: Exchange): Promise<Response> {
  const figures = await adviceFigures(exchange.ctx, yearAsked(exchange));
  return exchange.page({
    title: 'Chiffres des demandes',
    layout: 'office',
    section: paths.queue,
    header: {
      lead: 'Chaque nombre mène à sa liste. Les demandes effacées avec le temps comptent toujours, sans nom.',
      trail: [
        { label: 'Demandes', href: paths.queue },
        { label: 'Chiffres', href: paths.figures },
      ],
      actions: (
        <ButtonLink kind="ghost" icon="download" href={`${paths.figures}.csv?annee=${figures.year}`} download>
          Tableau (CSV)
        </ButtonLink>
      ),
    },
    content: (
      <>
        <Tabs
          label="Années"
          tabs={figures.years.map((year) => ({
            label: String(year),
            href: `${paths.figures}?annee=${year}`,
            current: year === figures.year,
          }))}
        />
        {figures.total === 0 ? (
          <EmptyState title={`Aucune demande en ${figures.year}`} />
        ) : (
          <>
            <Headlines figures={figures} />
            <div class="panels">
              {figureTables(figures)
                .filter(({ rows }) => rows.length > 0)
                .map(({ caption, rows }) => (
                  <Panel>
                    <BarChart
                      caption={caption}
                      rows={rows.map(({ label, count, href }) => ({
                        label,
                        value: count,
                        text: formatNumber(count),
                        ...(count > 0 ? { href } : {}),
                      }))}
                    />
                  </Panel>
                ))}
            </div>
          </>
        )}
      </>
    ),
  });
}

function Headlines({
  figures: { total, answered, medianMinutes, year },
}: {
  readonly figures: AdviceFigures;
}): JSX.Element {
  return (
    <Panel>
      <KeyFigures
        figures={[
          { value: formatNumber(total), label: `${plural(total, 'demande').split('\u00a0')[1] ?? ''} en ${year}` },
          { value: formatNumber(answered), label: 'ont eu une réponse' },
        ]}
      />
      {medianMinutes !== null && (
        <p>
          La moitié a eu sa première réponse en <b>{workingTimeInWords(medianMinutes)}</b>.
        </p>
      )}
    </Panel>
  );
}
