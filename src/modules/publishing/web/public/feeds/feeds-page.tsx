import type { JSX } from 'preact';
import { feedFormatNames, feedFormats } from '#platform/feeds/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import type { PublishingDependencies } from '../../../ports.ts';
import { feedDoors } from '../../../queries/feed-doors.ts';
import { linksTo } from './feed-links.ts';
import { feedOfDoor, feedsOfAll, listFeeds, topicFeeds, type PublicationFeed } from './feed-list.ts';

/** `GET /flux`: the feeds of the site, in plain words. */
export async function showFeeds(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const doors = await feedDoors(exchange.ctx);
  return exchange.page({
    title: 'Suivre sans s’abonner',
    description: `Les flux de ${exchange.hub.name} : lisez ce qui paraît où vous voulez, sans donner votre adresse.`,
    feeds: [feedsOfAll, ...listFeeds].flatMap(linksTo),
    content: (
      <>
        <PageHeader
          title="Suivre sans s’abonner"
          lead={
            <p>
              Un flux est une adresse qu’un lecteur (Feedly, Thunderbird, NetNewsWire…) consulte pour vous. Ce qui
              paraît ici y arrive tout seul, et personne ne sait que vous lisez.
            </p>
          }
        />
        <Columns
          main={
            <>
              <FeedTable title="Tout, ou une seule chose" feeds={[feedsOfAll, ...listFeeds]} />
              <FeedTable title="Par sujet" feeds={topicFeeds} />
              {doors.length > 0 && <FeedTable title="Pour vous" feeds={doors.map(feedOfDoor)} />}
            </>
          }
          side={
            <Panel title="Comment faire ?">
              <ol class="steps">
                <li>Copiez l’adresse d’un flux : un clic droit, puis « Copier le lien ».</li>
                <li>Dans votre lecteur, choisissez « Ajouter un flux ».</li>
                <li>Collez l’adresse. C’est tout.</li>
              </ol>
              <p>RSS, Atom et JSON disent la même chose : RSS convient presque toujours.</p>
              {deps.isServed('/annuaire.rss') && (
                <p>
                  <a href="/annuaire.rss">Les nouvelles structures de l’annuaire</a> ont aussi leur flux.
                </p>
              )}
            </Panel>
          }
        />
      </>
    ),
  });
}

function FeedTable({
  title,
  feeds,
}: {
  readonly title: string;
  readonly feeds: readonly PublicationFeed[];
}): JSX.Element {
  return (
    <section class="feed-list">
      <h2>{title}</h2>
      <ul>
        {feeds.map((feed) => (
          <li>
            <b>{feed.title}</b>
            <span class="actions">
              {feedFormats.map((format) => (
                <a
                  class="chip"
                  href={`${feed.base}.${format}`}
                  aria-label={`${feed.title}, flux ${feedFormatNames[format]}`}
                >
                  {feedFormatNames[format]}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
