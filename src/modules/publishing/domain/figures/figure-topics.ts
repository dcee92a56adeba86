/** What a figure speaks of; the public page gathers them so, in this order. */
export const figureTopics = ['structures', 'jobs', 'people', 'economy', 'training', 'territory'] as const;
export type FigureTopic = (typeof figureTopics)[number];

export function isFigureTopic(text: string): text is FigureTopic {
  return (figureTopics as readonly string[]).includes(text);
}
