import { countPublished, savePublication, type PublicationKind } from '#modules/publishing/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { typography } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { htmlFromPlainText } from '#platform/rich-text/index.ts';
import { demoActions } from './demo-actions.ts';
import { demoProjects } from './demo-projects.ts';
import { demoStories } from './demo-stories.ts';
import { pictureOf, type DemoNames } from './fill-news.ts';
import { daysBefore } from './moments.ts';

interface DemoItem {
  daysAgo: number;
  title: string;
  line?: string;
  brief: string;
  text?: string;
  of?: string;
  themes: readonly string[];
  audiences?: readonly string[];
  photo?: string;
}

/** Publishes the stories, the projects and the actions, the oldest of each first. */
export async function fillStories(ctx: Context, names: DemoNames): Promise<void> {
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const dayIn = (days: number): string => today.add({ days }).toString();
  await fillKind(
    ctx,
    names,
    'story',
    demoStories,
    ({ before, after, quote, by, place, isFavourite = false, figures }) => ({
      before: typography(before),
      after: typography(after),
      figures: figures.map(([value, label]) => ({ value, label })),
      quote: typography(quote),
      quoteBy: by,
      place,
      isFavourite,
    }),
  );
  await fillKind(
    ctx,
    names,
    'project',
    demoProjects,
    ({ stage, leader, place, needs, contactName = '', contactEmail = '', isEmerging = false }) => ({
      stage,
      leader,
      place,
      needs: needs.map(typography),
      contactName,
      contactEmail,
      isEmerging,
    }),
  );
  await fillKind(
    ctx,
    names,
    'action',
    demoActions,
    ({ starts, ends, partners, milestones, contactName, outcome = '' }) => ({
      startsOn: dayIn(starts),
      endsOn: dayIn(ends),
      partners: partners.map((name) => ({ name })),
      milestones: milestones.map(([day, label, isDone = false]) => ({
        on: dayIn(day),
        label: typography(label),
        isDone,
      })),
      contactName,
      outcome: typography(outcome),
    }),
  );
}

async function fillKind<Item extends DemoItem>(
  ctx: Context,
  names: DemoNames,
  kind: PublicationKind,
  items: readonly Item[],
  contentOf: (item: Item) => object,
): Promise<void> {
  // There already: an earlier filling was interrupted after this one.
  if ((await countPublished(ctx.db, kind)) > 0) return;
  for (const item of items.toSorted((a, b) => b.daysAgo - a.daysAgo))
    unwrap(
      await execute(daysBefore(ctx, item.daysAgo), savePublication, {
        id: null,
        kind,
        version: null,
        act: 'publish',
        fields: {
          title: typography(item.title),
          line: typography(item.line ?? ''),
          brief: typography(item.brief),
          body: htmlFromPlainText(typography(item.text ?? '')),
          organizationId: item.of ? (names.organizations.get(item.of) ?? null) : null,
          audiences: item.audiences ?? ['projet'],
          themes: item.themes.flatMap((label) => names.themes.get(label) ?? []),
          ...pictureOf(names, item.photo),
          content: contentOf(item),
        },
      }),
    );
}
