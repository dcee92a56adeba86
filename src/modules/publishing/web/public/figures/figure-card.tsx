import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { TrendChart } from '#ui/components/charts/trend-chart.tsx';
import type { FigureTopic } from '../../../domain/figures/figure-topics.ts';
import type { FigureWithPoints, StoredFigure } from '../../../queries/figures/figures.ts';
import { figureInFull, figureValue } from '../../../domain/figures/figure-in-words.ts';
import { trendOf } from './figure-points.ts';

const tones: Readonly<Record<FigureTopic, string>> = {
  structures: 'leaf',
  jobs: 'sun',
  people: 'rose',
  economy: 'sky',
  training: 'lagoon',
  territory: 'clay',
};

interface FigureCardProps {
  readonly figure: FigureWithPoints;
  /** Figures of the same name that say something else. */
  readonly others: readonly StoredFigure[];
}

/** One figure, large, with all that makes it worth being believed: source, date, ground, and those that differ. */
export function FigureCard({ figure, others }: FigureCardProps): JSX.Element {
  const { id, label, unit, sourceName, sourceUrl, asOf, perimeter, note, topic } = figure;
  const trend = trendOf(figure);
  return (
    <article class="figure-card" id={`chiffre-${id}`}>
      <div class={`figure-head tone-${tones[topic]}`}>
        <p class="figure-number">{figureValue(figure)}</p>
        <h3>{unit.length > 4 ? `${unit} : ${label}` : label}</h3>
      </div>
      <div class="figure-body">
        <TrendChart id={`tendance-${id}`} title={label} points={trend} />
        {note && <p>{note}</p>}
        <dl class="figure-facts">
          <div>
            <dt>Source</dt>
            <dd>
              {sourceUrl ? (
                <a href={sourceUrl} rel="noopener nofollow">
                  {sourceName}
                </a>
              ) : (
                sourceName
              )}
            </dd>
          </div>
          <div>
            <dt>Date</dt>
            <dd>{formatDate(asOf)}</dd>
          </div>
          <div>
            <dt>Où</dt>
            <dd>{perimeter}</dd>
          </div>
        </dl>
        {others.length > 0 && (
          <p class="figure-differs">
            {'Une autre source dit '}
            {others.map((other, rank) => (
              <>
                {rank > 0 && ', '}
                <a href={`#chiffre-${other.id}`}>{figureInFull(other)}</a>
                {` (${other.sourceName})`}
              </>
            ))}
            {'. On ne compte pas toujours la même chose.'}
          </p>
        )}
      </div>
    </article>
  );
}
