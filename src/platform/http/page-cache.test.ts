import { describe, expect, it } from 'vitest';
import { answerFrom, createPageCache, keepable } from './page-cache.ts';

const page = (text: string) => keepable(new Headers({ 'content-type': 'text/html' }), new TextEncoder().encode(text));

describe('the page cache', () => {
  it('gives back what it kept, in the form asked for', async () => {
    const cache = createPageCache();
    cache.keep('h', '/', cache.generation('h'), page('Bonjour'));
    const kept = cache.find('h', '/');
    if (!kept) throw new Error('nothing kept');
    expect(await answerFrom(kept, { accepted: undefined, known: undefined, head: false }).text()).toBe('Bonjour');
    expect(
      answerFrom(kept, { accepted: 'gzip, br', known: undefined, head: false }).headers.get('content-encoding'),
    ).toBe('br');
    expect(
      answerFrom(kept, { accepted: 'gzip, br;q=0', known: undefined, head: false }).headers.get('content-encoding'),
    ).toBe('gzip');
    expect(answerFrom(kept, { accepted: 'br', known: kept.etag, head: false }).status).toBe(304);
  });

  it('does not keep a page drawn before a change', () => {
    const cache = createPageCache();
    const before = cache.generation('h');
    cache.forget('h');
    cache.keep('h', '/', before, page('vieux'));
    expect(cache.find('h', '/')).toBeUndefined();
  });

  it('forgets one hub without the others', () => {
    const cache = createPageCache();
    for (const hub of ['a', 'b']) cache.keep(hub, '/', cache.generation(hub), page(hub));
    cache.forget('a');
    expect(cache.find('a', '/')).toBeUndefined();
    expect(cache.find('b', '/')).toBeDefined();
    cache.forget('*');
    expect(cache.find('b', '/')).toBeUndefined();
  });

  it('lets the oldest used go first when it is full', () => {
    const text = 'x'.repeat(1_000);
    const size = page(text).identity.length;
    const cache = createPageCache(size * 12);
    for (let index = 0; index < 20; index += 1) {
      cache.keep('h', `/${index}`, 0, page(text));
      cache.find('h', '/0');
    }
    expect(cache.find('h', '/0')).toBeDefined();
    expect(cache.find('h', '/1')).toBeUndefined();
    expect(cache.find('h', '/19')).toBeDefined();
  });
});
