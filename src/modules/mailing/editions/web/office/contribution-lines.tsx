import type { JSX } from 'preact';
import { officeThumbnailPath } from '#modules/photos/index.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { contributionStateNames } from '../../../domain/edition-states.ts';
import { editionPaths } from '../../../reader-paths.ts';
import type { Contribution, Edition } from '../../queries/editions.ts';

/** What actors wrote, each with what can be done of it. */
export function ContributionLines({
  exchange,
  edition,
  contributions,
}: {
  readonly exchange: Exchange;
  readonly edition: Edition;
  readonly contributions: readonly Contribution[];
}): JSX.Element {
  const kept = contributions.filter(({ state }) => state === 'accepted');
  const mayChange = edition.state !== 'gathered';
  return (
    <form method="post" action={editionPaths.act(edition.id)}>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <ol class="stack">
        {contributions.map((one) => (
          <li>
            <article class="panel">
              <h3>{one.title}</h3>
              <p class="facts">
                <Chip>{contributionStateNames[one.state]}</Chip>{' '}
                {[one.structureName, one.authorName].filter(Boolean).join(' · ')}
                {' · '}
                {formatDate(one.receivedAt.toZonedDateTimeISO(exchange.ctx.zone).toPlainDate())}
              </p>
              {one.picture && (
                <img
                  src={officeThumbnailPath(one.picture.id)}
                  alt={one.picture.alternative}
                  width={240}
                  height={Math.max(1, Math.round((240 * one.picture.height) / one.picture.width))}
                  loading="lazy"
                />
              )}
              <p>{one.body}</p>
              {one.href && (
                <p>
                  <a href={one.href} rel="noopener noreferrer">
                    {one.href}
                  </a>
                </p>
              )}
              {mayChange && (
                <p class="actions">
                  {one.state !== 'accepted' && <Act act="retenir" news={one} label="Retenir" isFirst />}
                  {one.state !== 'refused' && <Act act="ecarter" news={one} label="Écarter" />}
                  {one.state === 'accepted' && one !== kept[0] && <Act act="monter" news={one} label="Monter" />}
                  {one.state === 'accepted' && one !== kept.at(-1) && (
                    <Act act="descendre" news={one} label="Descendre" />
                  )}
                  <a href={editionPaths.contribution(edition.id, one.id)}>
                    Corriger<span class="visually-hidden"> « {one.title} »</span>
                  </a>
                </p>
              )}
            </article>
          </li>
        ))}
      </ol>
    </form>
  );
}

function Act({
  act,
  news,
  label,
  isFirst,
}: {
  readonly act: string;
  readonly news: Contribution;
  readonly label: string;
  readonly isFirst?: boolean;
}): JSX.Element {
  return (
    <Button kind={isFirst ? 'primary' : 'quiet'} small name="act" value={`${act}.${news.id}`}>
      {label}
      <span class="visually-hidden"> « {news.title} »</span>
    </Button>
  );
}
