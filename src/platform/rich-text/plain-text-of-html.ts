import { htmlFromPlainText } from './plain-text.ts';

interface Node {
  tag: string;
  /** As written, with a leading space. */
  attributes: string;
  children: (Node | string)[];
}

/**
 * A cleaned HTML as the light text that `htmlFromPlainText` turns into the very same HTML. What has no light form
 * (nested lists, a language) stays as tags, which it takes too.
 */
export function plainTextOfHtml(html: string): string {
  if (html === '') return '';
  const blocks = treeOf(html).children.map((child) => {
    const asTags = typeof child === 'string' ? child : htmlOf(child);
    if (typeof child === 'string') return unescape(child);
    const light = lightBlock(child);
    return light !== null && htmlFromPlainText(light) === asTags ? light : asTags;
  });
  const light = blocks.join('\n\n');
  // Two lists in a row, for instance, would become one.
  return htmlFromPlainText(light) === html ? light : html;
}

function lightBlock({ tag, attributes, children }: Node): string | null {
  if (attributes !== '') return null;
  switch (tag) {
    case 'p':
      return atLineStart(inline(children));
    case 'h2':
    case 'h3':
    case 'h4':
      return `${'#'.repeat(Number(tag.slice(1)))} ${inline(children)}`;
    case 'hr':
      return '---';
    case 'blockquote': {
      const inside = children.map((child) =>
        typeof child === 'string' ? inline([child]) : (lightBlock(child) ?? htmlOf(child)),
      );
      return inside
        .join('\n\n')
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    }
    case 'ul':
    case 'ol':
      return children
        .map((child, index) => {
          const mark = tag === 'ul' ? '- ' : `${index + 1}. `;
          const words = typeof child === 'string' ? inline([child]) : inline(child.children);
          return mark + words.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
        })
        .join('\n');
    default:
      return null;
  }
}

function inline(children: readonly (Node | string)[]): string {
  return children
    .map((child) => (typeof child === 'string' ? escapeLight(unescape(child)) : lightInline(child)))
    .join('');
}

function lightInline(node: Node): string {
  const words = (): string => inline(node.children);
  const href = /^ href="([^"]*)"$/.exec(node.attributes)?.[1];
  if (node.tag === 'br') return '\n';
  if (node.tag === 'strong' && node.attributes === '') return `**${words()}**`;
  if (node.tag === 'em' && node.attributes === '') return `*${words()}*`;
  if (node.tag === 'a' && href !== undefined && !/[\s()<>\\]/.test(href)) return `[${words()}](${unescape(href)})`;
  return htmlOf(node);
}

/** Signs that would be read as a mark. */
function escapeLight(text: string): string {
  return text.replaceAll(/[\\`*_[\]<]/g, '\\$&');
}

/** What starts a paragraph without being a heading, a list or a quotation. */
function atLineStart(text: string): string {
  return text.replaceAll(/^([#>+=-]|~~~)/gm, '\\$1').replaceAll(/^(\d{1,9})([.)])/gm, '$1\\$2');
}

const void_ = new Set(['br', 'hr']);

function treeOf(html: string): Node {
  const root: Node = { tag: '', attributes: '', children: [] };
  const open: Node[] = [root];
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    const here = open.at(-1) ?? root;
    const [, closes, tag = '', attributes = ''] = /^<(\/?)([a-z0-9]+)([^>]*?)\s*\/?>$/.exec(token) ?? [];
    if (tag === '') here.children.push(token);
    else if (closes) open.pop();
    else {
      const node: Node = { tag, attributes, children: [] };
      here.children.push(node);
      if (!void_.has(tag)) open.push(node);
    }
  }
  return root;
}

function htmlOf({ tag, attributes, children }: Node): string {
  if (void_.has(tag)) return `<${tag} />`;
  const inside = children.map((child) => (typeof child === 'string' ? child : htmlOf(child))).join('');
  return `<${tag}${attributes}>${inside}</${tag}>`;
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
