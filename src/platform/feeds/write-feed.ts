import type { Feed, FeedFormat, FeedItem } from './feed.ts';
import { element, textElement } from './xml-text.ts';

/** Writes a feed: RSS 2.0 with full content, Atom (RFC 4287), JSON Feed 1.1. */
export function writeFeed(feed: Feed, format: FeedFormat): string {
  return writers[format](feed);
}

const writers: Readonly<Record<FeedFormat, (feed: Feed) => string>> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJson,
};

const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n';

function writeRss(feed: Feed): string {
  const channel = [
    textElement('title', feed.title),
    textElement('link', feed.homeUrl),
    textElement('description', feed.description || feed.title),
    textElement('language', 'fr'),
    textElement('lastBuildDate', httpDate(feed.updatedAt)),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.urls.rss }),
    feed.websubHub ? element('atom:link', { rel: 'hub', href: feed.websubHub }) : '',
    ...feed.items.map(rssItem),
  ].join('');
  const names = {
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:media': 'http://search.yahoo.com/mrss/',
  };
  return prolog + element('rss', names, element('channel', {}, channel));
}

function rssItem(item: FeedItem): string {
  const parts = [
    textElement('title', item.title),
    textElement('link', item.url),
    textElement('guid', item.id, { isPermaLink: 'false' }),
    textElement('pubDate', httpDate(item.publishedAt)),
    textElement('dc:creator', item.author),
    ...item.categories.map((category) => textElement('category', category)),
    textElement('description', item.summary),
    textElement('content:encoded', item.html),
    item.image ? element('media:content', { url: item.image.url, type: item.image.type, medium: 'image' }) : '',
  ];
  return element('item', {}, parts.join(''));
}

function writeAtom(feed: Feed): string {
  const content = [
    textElement('id', feed.urls.atom),
    textElement('title', feed.title),
    textElement('subtitle', feed.description),
    textElement('updated', feed.updatedAt.toString()),
    element('author', {}, textElement('name', feed.author) + textElement('uri', feed.homeUrl)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: feed.urls.atom }),
    element('link', { rel: 'alternate', type: 'text/html', href: feed.homeUrl }),
    feed.websubHub ? element('link', { rel: 'hub', href: feed.websubHub }) : '',
    ...feed.items.map(atomEntry),
  ].join('');
  return prolog + element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'fr' }, content);
}

function atomEntry(item: FeedItem): string {
  const parts = [
    textElement('id', item.id),
    textElement('title', item.title, { type: 'text' }),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    textElement('published', item.publishedAt.toString()),
    textElement('updated', item.updatedAt.toString()),
    item.author ? element('author', {}, textElement('name', item.author)) : '',
    ...item.categories.map((category) => element('category', { term: category })),
    textElement('summary', item.summary, { type: 'text' }),
    textElement('content', item.html, { type: 'html' }),
    item.image ? element('link', { rel: 'enclosure', type: item.image.type, href: item.image.url }) : '',
  ];
  return element('entry', {}, parts.join(''));
}

function writeJson(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.urls.json,
    description: feed.description || undefined,
    language: 'fr',
    authors: [{ name: feed.author, url: feed.homeUrl }],
    hubs: feed.websubHub ? [{ type: 'WebSub', url: feed.websubHub }] : undefined,
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      ...(item.html ? { content_html: item.html } : { content_text: item.summary }),
      summary: item.summary || undefined,
      image: item.image?.url,
      date_published: item.publishedAt.toString(),
      date_modified: item.updatedAt.toString(),
      authors: item.author ? [{ name: item.author }] : undefined,
      tags: item.categories.length > 0 ? item.categories : undefined,
    })),
  });
}

/** RFC 9110, the date of HTTP and of RSS. */
export function httpDate(at: Temporal.Instant): string {
  return new Date(at.epochMilliseconds).toUTCString();
}
