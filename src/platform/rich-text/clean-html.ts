import sanitize from 'sanitize-html';
import { fromWord } from './word-paste.ts';

/** Elements that a text written by people may hold. Everything else loses its tags, and scripts their content. */
export const richTextElements = [
  'p',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'blockquote',
  'strong',
  'em',
  'a',
  'br',
  'hr',
] as const;

/** Longest text kept, in characters of HTML. */
export const longestRichText = 200_000;

const rules: sanitize.IOptions = {
  allowedTags: [...richTextElements],
  allowedAttributes: { a: ['href', 'lang', 'hreflang'], p: ['lang'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  // What word processors and mail programs write instead of the plain elements.
  transformTags: { h1: 'h2', h5: 'h4', h6: 'h4', b: 'strong', i: 'em', div: 'p' },
  nonTextTags: [
    'style',
    'script',
    'textarea',
    'option',
    'noscript',
    'title',
    'head',
    'xml',
    'o:p',
    'template',
    'svg',
    'math',
  ],
  // A paragraph or a heading that says nothing comes from a paste.
  exclusiveFilter: (frame) =>
    ['p', 'h2', 'h3', 'h4', 'li', 'a', 'strong', 'em', 'blockquote'].includes(frame.tag) &&
    frame.text.trim() === '' &&
    !frame.mediaChildren?.length,
  nestingLimit: 12,
};

// Spaces around these mean nothing.
const aroundBlocks = /[ \n\t\r]*(<\/?(?:p|h2|h3|h4|ul|ol|li|blockquote|hr)(?: [^>]*)?\/?>)[ \n\t\r]*/g;

// Each pass closes what the former left one inside the other, such as paragraphs made of nested divisions.
const mostPasses = 4;

/**
 * HTML from an editor, a paste or an import, reduced to the few elements we draw: no class, no style, no script, no
 * picture, no address but web, mail and phone. On one line; what comes out of it comes out of it again unchanged.
 */
export function cleanHtml(html: string): string {
  let cleaned = fromWord(html.slice(0, longestRichText));
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const next = sanitize(cleaned, rules)
      .replaceAll(/[ \t]*[\r\n]\s*/g, ' ')
      .replaceAll(aroundBlocks, '$1')
      .trim();
    if (next === cleaned) break;
    cleaned = next;
  }
  return cleaned;
}
