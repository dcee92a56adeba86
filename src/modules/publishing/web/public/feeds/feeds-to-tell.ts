import { feedFormats } from '#platform/feeds/index.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { allFeedsPath, feedsOfAll, listFeeds, topicFeeds } from './feed-list.ts';

/** Addresses of every feed that holds a publication, in every format. */
export function feedsToTell({ kind, fields }: Pick<StoredPublication, 'kind' | 'fields'>): string[] {
  if (!feedsOfAll.kinds.includes(kind)) return [];
  const topic = (fields.content as { topic?: string }).topic;
  const bases = [
    ...[feedsOfAll, ...listFeeds, ...topicFeeds]
      .filter((feed) => feed.kinds.includes(kind) && (!feed.content || feed.content['topic'] === topic))
      .map(({ base }) => base),
    ...fields.audiences.map((tag) => `${allFeedsPath}/${tag}`),
  ];
  return bases.flatMap((base) => feedFormats.map((format) => `${base}.${format}`));
}
