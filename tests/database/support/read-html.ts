/** An element as it was written. */
export interface ReadElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** In a part that nobody can reach: a picture of a page. */
  isInert: boolean;
}

/** A page read strictly: what a browser would have to guess is an error. */
export interface ReadPage {
  elements: ReadElement[];
  /** Text outside scripts and styles, decoded. */
  text: string;
  /** Contents of scripts, by type. */
  scripts: { type: string; text: string }[];
}

const voids = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
const raw = new Set(['script', 'style', 'title', 'textarea']);
const opening = /<([a-zA-Z][\w:.-]*)((?:\s+[a-zA-Z_:][\w:.-]*(?:="[^"]*")?)*)\s*(\/?)>/y;
const closing = /<\/([a-zA-Z][\w:.-]*)>/y;
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * Reads HTML as our renderer writes it: attributes between double quotes, each element closed in order, no bare `<`.
 * Throws, with the place, on anything else: a value that escaped its place cannot be read so.
 */
export function readHtml(html: string): ReadPage {
  return read(html, { voids, raw });
}

/** Reads XML the same way; a section of character data is text. */
export function readXml(xml: string): ReadPage {
  const plain = xml
    .replace(/^\uFEFF?<\?xml[^>]*\?>\s*/, '')
    .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_all, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    );
  return read(plain, { voids: new Set(), raw: new Set() });
}

function read(html: string, { voids, raw }: { voids: ReadonlySet<string>; raw: ReadonlySet<string> }): ReadPage {
  const page: ReadPage = { elements: [], text: '', scripts: [] };
  const open: { name: string; isInert: boolean }[] = [];
  let at = html.startsWith('<!doctype html>') ? 15 : 0;
  while (at < html.length) {
    if (html[at] !== '<') {
      const end = html.indexOf('<', at);
      const text = html.slice(at, end === -1 ? html.length : end);
      page.text += decoded(text);
      at += text.length;
      continue;
    }
    closing.lastIndex = opening.lastIndex = at;
    const end = closing.exec(html);
    if (end) {
      if (open.pop()?.name !== end[1]) throw new Error(`</${end[1]}> closes nothing: ${around(html, at)}`);
      at = closing.lastIndex;
      continue;
    }
    const start = opening.exec(html);
    if (!start) throw new Error(`not HTML as we write it: ${around(html, at)}`);
    const name = start[1] ?? '';
    const attributes = attributesOf(start[2] ?? '');
    const element = { name, attributes, isInert: attributes.has('inert') || open.at(-1)?.isInert === true };
    page.elements.push(element);
    at = opening.lastIndex;
    if (voids.has(name) || start[3] === '/') continue;
    if (!raw.has(name)) {
      open.push(element);
      continue;
    }
    const close = html.toLowerCase().indexOf(`</${name}`, at);
    const content = html.slice(at, close);
    if (name === 'script') page.scripts.push({ type: element.attributes.get('type') ?? '', text: content });
    else if (name !== 'style') page.text += decoded(content);
    at = close + name.length + 3;
  }
  if (open.length > 0) throw new Error(`left open: ${open.map(({ name }) => name).join(' ')}`);
  return page;
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([a-zA-Z_:][\w:.-]*)(?:="([^"]*)")?/g)) {
    if (found.has(name)) throw new Error(`two ${name} attributes: ${text}`);
    found.set(name, decoded(value));
  }
  return found;
}

/** Character references as characters. */
function decoded(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (all, name: string) => {
    if (name.startsWith('#'))
      return String.fromCodePoint(Number(/^#x/i.test(name) ? `0${name.slice(1)}` : name.slice(1)));
    return entities[name.toLowerCase()] ?? all;
  });
}

const around = (html: string, at: number): string => html.slice(Math.max(0, at - 80), at + 80);
