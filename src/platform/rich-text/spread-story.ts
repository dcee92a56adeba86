import { htmlFromPlainText } from './plain-text.ts';
import { plainTextOfHtml } from './plain-text-of-html.ts';
import { cutText } from '../french/index.ts';

const briefLength = 280;

/** What somebody told in one field, as a brief when it is short, else as a text that its beginning introduces. */
export function spread(story: string): { brief: string; body: string } {
  const text = story.trim();
  if (text.length <= briefLength) return { brief: text.replaceAll(/\s*\n\s*/g, ' '), body: '' };
  const brief = cutText(text.replaceAll(/\s+/g, ' '), briefLength, (words) => words.length);
  return { brief, body: htmlFromPlainText(text) };
}

/** The same back in one field. */
export function storyOf({ brief, body }: { brief: string; body: string }): string {
  return body ? plainTextOfHtml(body) : brief;
}
