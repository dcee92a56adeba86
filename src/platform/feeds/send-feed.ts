import type { Exchange } from '../http/exchange.ts';
import { isKnownAnswer } from '../http/known-answer.ts';
import { etagOf } from '../http/page-cache.ts';
import { feedTypes, type Feed, type FeedFormat } from './feed.ts';
import { httpDate, writeFeed } from './write-feed.ts';

/** Sends a feed in a format, with what WebSub asks for in its headers; 304 when the reader has it already. */
export function sendFeed(exchange: Exchange, feed: Feed, format: FeedFormat): Response {
  const body = new TextEncoder().encode(writeFeed(feed, format));
  const links = [`<${feed.urls[format]}>; rel="self"`, feed.websubHub ? `<${feed.websubHub}>; rel="hub"` : ''];
  const headers = {
    'content-type': `${feedTypes[format]}; charset=utf-8`,
    'last-modified': httpDate(feed.updatedAt),
    etag: etagOf(body),
    // What was asked with a session stays with whoever asked.
    'cache-control': exchange.actor ? 'private, no-cache' : 'public, no-cache',
    link: links.filter(Boolean).join(', '),
  };
  if (isKnownAnswer(exchange, headers)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}
