/** What a feed reader is given, whatever the format. Addresses are whole. */
export interface Feed {
  title: string;
  description: string;
  /** The page of which it is the feed. */
  homeUrl: string;
  /** Where the same feed is in each format. */
  urls: Readonly<Record<FeedFormat, string>>;
  author: string;
  /** A WebSub hub that tells readers at once; null when there is none. */
  websubHub: string | null;
  updatedAt: Temporal.Instant;
  items: readonly FeedItem[];
}

export interface FeedItem {
  id: string;
  url: string;
  title: string;
  /** Plain text. */
  summary: string;
  /** Clean HTML; empty when there is no more than the summary. */
  html: string;
  author: string;
  categories: readonly string[];
  publishedAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  image: { url: string; type: string } | null;
}

export const feedFormats = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

export const feedTypes: Readonly<Record<FeedFormat, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** How people call each format. */
export const feedFormatNames: Readonly<Record<FeedFormat, string>> = { rss: 'RSS', atom: 'Atom', json: 'JSON' };

/** The addresses of a feed in each format, from its address without extension. */
export function feedUrls(base: string): Feed['urls'] {
  return { rss: `${base}.rss`, atom: `${base}.atom`, json: `${base}.json` };
}
