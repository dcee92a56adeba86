export { cleanHtml, longestRichText, richTextElements } from './clean-html.ts';
export { htmlFromPlainText, textOfHtml } from './plain-text.ts';
export { plainTextOfHtml } from './plain-text-of-html.ts';
export { spread, storyOf } from './spread-story.ts';
