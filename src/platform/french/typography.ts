import { narrowNoBreakSpace, noBreakSpace } from './spaces.ts';

/** Web and mail addresses keep their punctuation as typed. */
const verbatim = /(?:https?:\/\/|mailto:|www\.)\S*[^\s.,;:!?»)\]]|\S+@\S+\.\w+/giu;

/**
 * Sets a plain French text as a printer would: curly apostrophes, « guillemets », ellipsis, no-break spaces before
 * double punctuation and signs. Idempotent; leaves links alone. Not for HTML.
 */
export function typography(text: string): string {
  const addresses = text.match(verbatim) ?? [];
  return text
    .split(verbatim)
    .map((words, index) => setWords(words, index > 0) + (addresses[index] ?? ''))
    .join('');
}

function setWords(text: string, followsAddress: boolean): string {
  return text
    .replace(/\.{3,}/g, '…')
    .replace(/(?<=\p{L})'(?=[\p{L}\d«"])/gu, '’')
    .replace(/(?<![\p{L}\d])"(?=\S)([^"\n]*?)(?<=\S)"(?![\p{L}\d])/gu, '« $1 »')
    .replace(/«[ \u00a0\u202f]*(?=\S)/g, `«${noBreakSpace}`)
    .replace(/(?<=\S)[ \u00a0\u202f]*»/g, `${noBreakSpace}»`)
    .replace(followsAddress ? doubleMarkAfterAddress : doubleMark, `${narrowNoBreakSpace}$1`)
    .replace(/(?<=[\p{L}\d»)])[ \u00a0\u202f]*:(?=\s|$)/gu, `${noBreakSpace}:`)
    .replace(/(?<=\d)[ \u00a0\u202f]%/g, `${narrowNoBreakSpace}%`)
    .replace(/(?<=\d)[ \u00a0\u202f]€/g, `${noBreakSpace}€`);
}

const doubleMark = /(?<=[\p{L}\d»)…])[ \u00a0\u202f]*([;!?]+)(?=[\s»)"]|$)/gu;
const doubleMarkAfterAddress = /(?<=[\p{L}\d»)…]|^)[ \u00a0\u202f]*([;!?]+)(?=[\s»)"]|$)/gu;
