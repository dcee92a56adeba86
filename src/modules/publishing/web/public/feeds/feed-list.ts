import { newsTopics, type NewsTopic } from '../../../content/news.ts';
import { watchTopics } from '../../../content/network.ts';
import type { PublicationKind } from '../../../domain/publication.ts';
import { listPath } from '../../../paths.ts';
import { topicNames, watchTopicNames } from '../../texts.ts';
import { topicSlugs } from '../news/news-query.ts';

/** A feed of what is published: what goes in, and where it is. */
export interface PublicationFeed {
  title: string;
  /** Address without extension. */
  base: string;
  /** The page it follows. */
  home: string;
  kinds: readonly PublicationKind[];
  content?: Readonly<Record<string, string>>;
  /** Tag of a door. */
  audience?: string;
}

export const allFeedsPath = '/flux';

export const feedsOfAll: PublicationFeed = {
  title: 'Tout ce qui paraît',
  base: allFeedsPath,
  home: '/',
  kinds: ['news', 'story', 'project', 'action', 'resource', 'experience', 'watch'],
};

const newsFeed: PublicationFeed = {
  title: 'Actualités',
  base: listPath('news'),
  home: listPath('news'),
  kinds: ['news'],
};

const watchFeed: PublicationFeed = {
  title: 'Veille',
  base: listPath('watch'),
  home: listPath('watch'),
  kinds: ['watch'],
};

/** Addresses of the topics of the watch. */
const watchSlugs: Readonly<Record<(typeof watchTopics)[number], string>> = {
  legal: 'juridique',
  sector: 'secteur',
  funding: 'financements',
  study: 'etudes',
};

/** The feeds that follow one list each. */
export const listFeeds: readonly PublicationFeed[] = [
  newsFeed,
  { title: 'Ressources', base: listPath('resource'), home: listPath('resource'), kinds: ['resource'] },
  watchFeed,
];

export function feedOfNewsTopic(topic: NewsTopic): PublicationFeed {
  const slug = topicSlugs[topic];
  return {
    ...newsFeed,
    title: `Actualités : ${topicNames[topic]}`,
    base: `${newsFeed.base}/${slug}`,
    home: `${newsFeed.home}?sujet=${slug}`,
    content: { topic },
  };
}

/** One by topic, of the news and of the watch. */
export const topicFeeds: readonly PublicationFeed[] = [
  ...newsTopics.map(feedOfNewsTopic),
  ...watchTopics.map((topic) => ({
    ...watchFeed,
    title: `Veille : ${watchTopicNames[topic]}`,
    base: `${watchFeed.base}/${watchSlugs[topic]}`,
    content: { topic },
  })),
];

/** Everything for one reader: the tag of a door, and what it says. */
export function feedOfDoor({ tag, label, home }: { tag: string; label: string; home: string }): PublicationFeed {
  return { ...feedsOfAll, title: `Pour vous : ${label}`, base: `${allFeedsPath}/${tag}`, home, audience: tag };
}
