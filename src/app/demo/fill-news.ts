import { countPublished, savePublication } from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { htmlFromPlainText } from '#platform/rich-text/index.ts';
import { typography } from '#platform/french/index.ts';
import { demoNews } from './demo-news.ts';
import { daysBefore } from './moments.ts';

/** What the demonstration's contents point to, by name. */
export interface DemoNames {
  organizations: ReadonlyMap<string, string>;
  themes: ReadonlyMap<string, string>;
  /** Photos of the bank by the occasion they were taken on. */
  photos: ReadonlyMap<string, DemoPhotoChoice>;
}

export interface DemoPhotoChoice {
  imageId: string;
  alternative: string;
  credit: string;
}

/** The picture of an item, when the bank has one of that occasion. */
export function pictureOf({ photos }: DemoNames, occasion: string | undefined) {
  const photo = occasion === undefined ? undefined : photos.get(occasion);
  return photo ? { imageId: photo.imageId, imageAlternative: photo.alternative, imageCredit: photo.credit } : {};
}

/** Publishes the ten news items, the oldest first. */
export async function fillNews(ctx: Context, names: DemoNames): Promise<void> {
  // There already: an earlier filling was interrupted after this one.
  if ((await countPublished(ctx.db, 'news')) > 0) return;
  for (const item of demoNews.toReversed()) {
    unwrap(
      await execute(daysBefore(ctx, item.daysAgo), savePublication, {
        id: null,
        kind: 'news',
        version: null,
        act: 'publish',
        fields: {
          title: typography(item.title),
          line: typography(item.line),
          brief: typography(item.brief),
          body: htmlFromPlainText(typography(item.text)),
          authorName: item.author,
          organizationId: item.of ? (names.organizations.get(item.of) ?? null) : null,
          audiences: item.audiences,
          themes: item.themes.flatMap((label) => names.themes.get(label) ?? []),
          ...pictureOf(names, item.photo),
          content: { topic: item.topic, radio: typography(item.radio ?? '') },
        },
      }),
    );
  }
}
