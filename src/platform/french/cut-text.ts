/** How long a text is, in the unit of whoever counts. */
export type Measure = (text: string) => number;

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** Signs as a reader sees them: an emoji of four code points counts for one. */
export const countSigns: Measure = (text) => {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
};

/**
 * The beginning of a text that fits, ended by « … » when something was left out. Words are kept whole; only a first word
 * longer than the limit is cut, between two signs. With no room for a sign and its « … », the text is empty.
 */
export function cutText(text: string, limit: number, measure: Measure = countSigns): string {
  const whole = text.trim();
  // A sign counts for one at least: what is far beyond the limit is not even measured.
  if (whole.length <= limit * 16 && measure(whole) <= limit) return whole;
  const mark = '…';
  let kept = '';
  for (const [word] of whole.matchAll(/\s*\S+/g)) {
    if (word.length > limit * 16 || measure(kept + word + mark) > limit) break;
    kept += word;
  }
  const end = kept.replace(/[\s,;:.\u2013\u2014-]+$/u, '');
  if (end !== '') return end + mark;
  return cutWord(whole, limit, measure, mark);
}

function cutWord(word: string, limit: number, measure: Measure, mark: string): string {
  let kept = '';
  for (const { segment } of segmenter.segment(word.slice(0, limit * 16 + 64))) {
    if (measure(kept + segment + mark) > limit) break;
    kept += segment;
  }
  return kept.trim() === '' ? '' : kept + mark;
}
