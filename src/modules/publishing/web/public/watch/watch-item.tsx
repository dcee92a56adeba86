import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { classes } from '#ui/components/classes.ts';
import type { watchTopics } from '../../../content/network.ts';
import { publicationPath } from '../../../paths.ts';
import type { PublishedLine } from '../../../queries/published-list.ts';
import { watchTopicNames } from '../../texts.ts';
import { dayOf } from './read-new-watch.ts';

type Topic = (typeof watchTopics)[number];

/** The colour of each topic, always with its word. */
export const topicTones: Readonly<Record<Topic, string>> = {
  legal: 'plum',
  sector: 'leaf',
  funding: 'sun',
  study: 'sky',
};

export interface WatchItemProps {
  readonly item: PublishedLine<'watch'>;
  readonly zone: string;
  readonly level?: 2 | 3;
}

/** One item: its day, its topic, one sentence, its source. */
export function WatchItem({ item, zone, level = 3 }: WatchItemProps): JSX.Element {
  const Heading = `h${level}` as const;
  const day = dayOf(item, zone);
  const { topic, sourceName } = item.content;
  return (
    <article class="watch-item">
      <p class="watch-day">
        <time datetime={day.toString()}>{formatDate(day, { style: 'short', year: false })}</time>
      </p>
      <div>
        <p class="watch-topic">
          <span class={classes('chip', `tone-${topicTones[topic]}`)}>{watchTopicNames[topic]}</span>
        </p>
        <Heading class="card-title">
          <a href={publicationPath('watch', item.slug)}>{item.title}</a>
        </Heading>
        {(item.line || item.brief) && <p>{item.line || item.brief}</p>}
        {sourceName && <p class="facts">Source : {sourceName}</p>}
      </div>
    </article>
  );
}
