import type { JSX } from 'preact';
import { formatNumber } from '#platform/french/index.ts';
import type { KeyFigure } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { PairChart } from '#ui/components/charts/pair-chart.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Section } from '#ui/components/section.tsx';
import { askPath } from '../../../ask-path.ts';
import { beforeAfter, type BeforeAfter } from '../../../domain/figures/before-after.ts';
import { differingFigures } from '../../../domain/figures/differing-figures.ts';
import { figureTopics } from '../../../domain/figures/figure-topics.ts';
import { figuresPath, officePaths } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { readFiguresWithPoints } from '../../../queries/figures/figures.ts';
import { readIndicatorPoints } from '../../../queries/figures/indicators.ts';
import { topicTitles } from '../../figure-words.ts';
import { FigureCard } from './figure-card.tsx';

/** `GET /chiffres`: the social economy here, in numbers one can check. */
export async function showFigures(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const [figures, points, counted] = await Promise.all([
    readFiguresWithPoints(ctx.db),
    readIndicatorPoints(ctx.db),
    deps.keyFigures(ctx),
  ]);
  const differing = differingFigures(figures);
  const pairs = beforeAfter(points);
  const isEmpty = figures.length === 0 && pairs.length === 0;
  return exchange.page({
    title: 'L’ESS ici, en vrai',
    description:
      'Combien de structures, d’emplois, de bénévoles : les chiffres de l’économie sociale et solidaire du territoire, avec leur source et leur date.',
    canonical: figuresPath,
    edit: { href: officePaths.figures, label: 'Modifier les chiffres', roles: ['employee'] },
    structuredData: figures.length > 0 ? [datasetOf(exchange)] : [],
    content: (
      <>
        <PageHeader
          title="L’ESS ici, en vrai"
          lead={<p>Des chiffres que l’on peut vérifier : d’où ils viennent, de quand, et sur quel territoire.</p>}
          actions={
            figures.length > 0 && (
              <ButtonLink kind="ghost" icon="download" href={`${figuresPath}.csv`} download>
                Télécharger (CSV)
              </ButtonLink>
            )
          }
        />
        {figureTopics.map((topic) => {
          const own = figures.filter((figure) => figure.topic === topic);
          return (
            own.length > 0 && (
              <Section title={topicTitles[topic]}>
                <div class="figure-cards">
                  {own.map((figure) => (
                    <FigureCard figure={figure} others={differing.get(figure.id) ?? []} />
                  ))}
                </div>
              </Section>
            )
          );
        })}
        <OwnFigures pairs={pairs} counted={counted} />
        {isEmpty && (
          <EmptyState
            title="Les chiffres arrivent"
            actions={
              <ButtonLink href={askPath({ from: figuresPath, subject: 'Un chiffre à nous transmettre' })}>
                Nous transmettre un chiffre
              </ButtonLink>
            }
          >
            <p>Vous tenez un observatoire, une étude, un comptage ? Dites-le-nous.</p>
          </EmptyState>
        )}
        {!isEmpty && (
          <p class="facts figures-foot">
            Ces chiffres se reprennent librement, avec leur source. Une erreur ?{' '}
            <a href={askPath({ from: figuresPath, subject: 'Un chiffre à corriger' })}>Dites-le-nous</a>.
          </p>
        )}
      </>
    ),
  });
}

function OwnFigures({
  pairs,
  counted,
}: {
  readonly pairs: readonly BeforeAfter[];
  readonly counted: readonly KeyFigure[];
}): JSX.Element | null {
  if (pairs.length === 0 && counted.length === 0) return null;
  return (
    <Section title="Le pôle, avant et après" id="avant-apres">
      {pairs.length > 0 && (
        <PairChart
          caption="Ce que le pôle compte lui-même"
          rows={pairs.map(({ label, before, after }) => ({
            label,
            before: sideOf(before),
            after: sideOf(after),
          }))}
        />
      )}
      {counted.length > 0 && (
        <div class="counted-today">
          <h3>Compté ici, aujourd’hui</h3>
          <KeyFigures figures={counted} />
        </div>
      )}
    </Section>
  );
}

function sideOf({ year, count }: BeforeAfter['before']): { name: string; value: number; text: string } {
  return { name: String(year), value: count, text: formatNumber(count) };
}

function datasetOf({ hub }: Exchange): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `Chiffres clés de l’ESS, ${hub.name}`,
    description:
      'Chiffres de l’économie sociale et solidaire du territoire, chacun avec sa source, sa date et son périmètre.',
    url: hub.origin + figuresPath,
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${hub.origin}${figuresPath}.csv` },
    ],
  };
}
