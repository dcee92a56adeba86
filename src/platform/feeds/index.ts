export {
  feedFormatNames,
  feedFormats,
  feedTypes,
  feedUrls,
  type Feed,
  type FeedFormat,
  type FeedItem,
} from './feed.ts';
export { sendFeed } from './send-feed.ts';
export { httpDate, writeFeed } from './write-feed.ts';
