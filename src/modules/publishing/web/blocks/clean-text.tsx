import type { JSX } from 'preact';
import { classes } from '#ui/components/classes.ts';

/** Rich text of a page: the schemas of `content` cleaned it. */
export function CleanText({
  html,
  class: name,
}: {
  readonly html: string;
  readonly class?: string;
}): JSX.Element | null {
  return html ? <div class={classes('prose', name)} dangerouslySetInnerHTML={{ __html: html }} /> : null;
}
