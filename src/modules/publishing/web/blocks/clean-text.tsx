import type { JSX } from 'preact';
import { cleanHtml } from '#platform/rich-text/index.ts';
import { classes } from '#ui/components/classes.ts';

/** Rich text of a page. The schemas of `content` cleaned it already; markup is never built from what was not. */
export function CleanText({
  html,
  class: name,
}: {
  readonly html: string;
  readonly class?: string;
}): JSX.Element | null {
  return html ? <div class={classes('prose', name)} dangerouslySetInnerHTML={{ __html: cleanHtml(html) }} /> : null;
}
