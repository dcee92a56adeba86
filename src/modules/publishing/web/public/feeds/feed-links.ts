import { feedFormats, feedTypes } from '#platform/feeds/index.ts';
import type { PageView } from '#platform/http/exchange.ts';
import type { NewsTopic } from '../../../content/news.ts';
import { feedOfNewsTopic, feedsOfAll, listFeeds, type PublicationFeed } from './feed-list.ts';

type Links = NonNullable<PageView['feeds']>;

/** The links by which a reader program finds the feeds of a page. */
export function linksTo(feed: PublicationFeed): Links {
  return feedFormats.map((format) => ({ href: `${feed.base}.${format}`, type: feedTypes[format], title: feed.title }));
}

/** Those of the list of a kind, and of one topic of the news; all that is published for a kind without feed. */
export function feedLinks(kind: string, topic: NewsTopic | null = null): Links {
  const own = listFeeds.find(({ kinds }) => (kinds as readonly string[]).includes(kind)) ?? feedsOfAll;
  return [...(topic ? linksTo(feedOfNewsTopic(topic)) : []), ...linksTo(own)];
}
