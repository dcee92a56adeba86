import type { JSX } from 'preact';
import type { StoredPicture } from '#platform/pictures/picture.ts';
import { cleanHtml } from '#platform/rich-text/index.ts';
import { Label } from '#ui/components/label.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { perimeterNames } from '../../domain/perimeters.ts';
import { dayInWords, whenInWords } from '../../domain/when-in-words.ts';
import type { ReviewedEvent } from '../../queries/moderation/reviewed-event.ts';

interface AsShownProps {
  readonly reviewed: ReviewedEvent;
  readonly organizers: string;
  readonly picture: StoredPicture | null;
  readonly land: Territory;
  readonly today: Temporal.PlainDate;
}

/** The proposal in the look of the site. */
export function AsShown({ reviewed, organizers, picture, land, today }: AsShownProps): JSX.Element {
  const { event, dates, place } = reviewed;
  const { id, fields } = event;
  const [first] = dates;
  const start = first?.startsOn ?? Temporal.PlainDate.from(fields.startsOn);
  const price = [fields.isFree && 'Gratuit', fields.conditions].filter(Boolean).join(' · ');
  return (
    <article class="review-frame">
      <PhotoOrRelief
        id={id}
        hue={eventTypeFacts[fields.type].hue}
        motif={land.motif}
        width={900}
        height={320}
        photo={picture ? photoOf(picture, '(min-width: 60em) 48rem, 92vw') : undefined}
      />
      <div class="review-text">
        <Label>
          {eventTypeFacts[fields.type].label} · {organizers}
        </Label>
        <h2>
          <span class="large-title">{fields.title}</span>
        </h2>
        <p class="page-facts">
          {first ? whenInWords(first, { today }) : dayInWords(start, today)}
          <br />
          {place || (fields.attendance === 'online' ? 'En ligne' : fields.placeNote)}
          {fields.attendance === 'mixed' && ', et en ligne'}
        </p>
        {fields.brief && <p class="lead">{fields.brief}</p>}
        {fields.body && <div class="prose" dangerouslySetInnerHTML={{ __html: cleanHtml(fields.body) }} />}
        {price && <p>{price}</p>}
        <p class="facts">{perimeterNames[fields.perimeter]}</p>
      </div>
    </article>
  );
}
