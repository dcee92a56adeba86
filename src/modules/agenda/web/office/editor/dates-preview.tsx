import type { JSX } from 'preact';
import { Icon } from '#ui/components/icon.tsx';
import type { Clash } from '../../../queries/office/clashing-dates.ts';
import { eventPath, officePaths } from '../../../paths.ts';
import { clashInWords } from '../clash-words.ts';
import type { EditorChoices } from './editor-choices.ts';
import type { EventPreview } from './event-preview.ts';

/** The repetition in words and the next dates; an island keeps them true while the form changes. */
export function DatesPreview({ preview: { sentence, dates } }: { readonly preview: EventPreview }): JSX.Element {
  return (
    <div class="dates-preview" role="status" data-preview>
      {(sentence || dates.length > 0) && <p>{previewWords(sentence, dates)}</p>}
    </div>
  );
}

/** « Tous les mardis. Prochaines dates : mardi 10 novembre, mardi 17 novembre… » */
export function previewWords(sentence: string, dates: readonly string[]): string {
  const first = sentence === '' ? [] : [`${sentence}.`];
  if (dates.length === 0) return first.join(' ');
  const label = dates.length === 1 ? '' : 'Prochaines dates : ';
  return [...first, `${label}${dates.join(', ')}${dates.length > 1 ? '…' : '.'}`].join(' ');
}

/** What gets in the way of these dates, with the reasons; empty when nothing does. */
export function ClashList({
  clashes,
  today,
  choices,
}: {
  readonly clashes: readonly Clash[];
  readonly today: Temporal.PlainDate;
  readonly choices: Pick<EditorChoices, 'audiences' | 'runs'>;
}): JSX.Element {
  const audienceName = (tag: string) => choices.audiences.find((one) => one.tag === tag)?.label ?? tag;
  return (
    <div class="clashes" role="status" data-clashes hidden={clashes.length === 0}>
      <p class="clashes-title">
        <Icon name="warning" />
        Autour de cette date
      </p>
      <ul>
        {clashes.map((clash) => (
          <li data-clash={clash.occurrenceId}>
            <a href={clashHref(clash, choices.runs)}>{clash.title}</a>
            {', '}
            {clashInWords(clash, { today, audienceName })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where it is read; by the team, changed when it is not public yet. */
export function clashHref({ eventId, slug, status, originPath }: Clash, runs: boolean): string {
  if (status === 'published') return originPath ?? eventPath(slug);
  return runs ? officePaths.event(eventId) : officePaths.list;
}
