const anchors = /<a\b[^>]*?\shref="([^"]*)"/g;

/** Every address of the web that a text or a content leads to, once each. */
export function namedLinks({ body, content }: { body: string; content: unknown }): string[] {
  const found = new Set<string>();
  const add = (href: string): void => {
    const url = /^https?:\/\//i.test(href) ? URL.parse(href) : null;
    if (!url || href.length > 1000) return;
    url.hash = '';
    found.add(url.href);
  };
  const readHtml = (html: string): void => {
    for (const [, href = ''] of html.matchAll(anchors)) add(href.replaceAll('&amp;', '&').replaceAll('&quot;', '"'));
  };
  const read = (value: unknown, name: string): void => {
    if (Array.isArray(value)) for (const item of value) read(item, name);
    else if (value !== null && typeof value === 'object')
      for (const [key, item] of Object.entries(value)) read(item, key);
    else if (typeof value !== 'string') return;
    else if (name === 'link' || name === 'href' || name === 'url') add(value);
    else if (name === 'html') readHtml(value);
  };
  readHtml(body);
  read(content, '');
  return [...found];
}
