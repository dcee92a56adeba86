import { marked } from 'marked';
import { cleanHtml } from './clean-html.ts';

// Marks one inside the other at the start of a line, each a step deeper for the reader of marks.
const deepMarks =
  /^((?:[ \t]{0,8}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){8})(?:[ \t]{0,8}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))+/gm;
const deepIndent = /^[ \t]{60,}/gm;

/**
 * HTML from what somebody typed in a plain text area: a blank line starts a paragraph, `- ` an item, `## ` a heading,
 * `> ` a quotation, `**…**` and `*…*` stress, `[words](address)` a link. Any HTML typed there is cleaned like any other.
 */
export function htmlFromPlainText(text: string): string {
  return cleanHtml(
    marked.parse(text.replaceAll('\r\n', '\n').replaceAll(deepMarks, '$1').replaceAll(deepIndent, ' '), {
      async: false,
      gfm: true,
      breaks: true,
    }),
  );
}

/** The words of a cleaned HTML, one line a paragraph: for search, feeds, mails and counts. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll(/<br\s*\/?>/g, '\n')
    .replaceAll(/<\/(p|h2|h3|h4|li|blockquote)>|<hr\s*\/?>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}
