import type { Context } from '#platform/context/context.ts';
import type { MailableItem } from '#platform/contributions/module.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { nobody, type ChosenCondition } from '../domain/audience.ts';
import type { SegmentSeam } from '../ports.ts';
import { audienceCounts, type AudienceAsked } from './audience.ts';

/** People whom what a mailing tells may concern, by its themes and places. */
export interface SuggestedReaders extends ChosenCondition {
  /** « Les personnes des structures du thème « Alimentation » ». */
  label: string;
  people: number;
  /** Of them, how many would receive it: those who agreed, within their budget. */
  receive: number;
}

const mostThemes = 3;
const mostPlaces = 2;

/** Readers proposed, never imposed, beside those of the subject: only where there is somebody. */
export async function suggestedReaders(
  ctx: Context,
  segments: SegmentSeam,
  items: readonly MailableItem[],
  asked: Omit<AudienceAsked, 'audience'>,
): Promise<SuggestedReaders[]> {
  const themes = [...new Set(items.flatMap((item) => item.themes))].slice(0, mostThemes);
  const places = [...new Set(items.flatMap((item) => item.places ?? []))].slice(0, mostPlaces).map(foldForSearch);
  const found = [
    ...(await choicesOf(ctx, segments, 'people.structure-theme', 'Les personnes des structures du thème', (choice) =>
      themes.includes(choice.value),
    )),
    ...(await choicesOf(ctx, segments, 'people.structure-town', 'Les personnes des structures de', ({ label }) =>
      places.includes(foldForSearch(label)),
    )),
    ...(await choicesOf(ctx, segments, 'people.town', 'Les personnes qui habitent à', ({ label }) =>
      places.includes(foldForSearch(label)),
    )),
  ];
  const counted = await Promise.all(
    found.map(async (one) => {
      const audience = { ...nobody, conditions: [{ key: one.key, value: one.value }] };
      const { receive, left } = await audienceCounts(ctx, segments, { ...asked, audience });
      return { ...one, receive, people: left.reduce((sum, { count }) => sum + count, receive) };
    }),
  );
  return counted.filter(({ people }) => people > 0);
}

async function choicesOf(
  ctx: Context,
  segments: SegmentSeam,
  key: string,
  words: string,
  isMeant: (choice: { value: string; label: string }) => boolean,
): Promise<(ChosenCondition & { label: string })[]> {
  const choices = await segments.choices(ctx, key);
  return choices.filter(isMeant).map(({ value, label }) => ({ key, value, label: `${words} ${label}` }));
}
