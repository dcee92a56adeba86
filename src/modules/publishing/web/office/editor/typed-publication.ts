import type { PhotoChoice } from '#modules/photos/index.ts';
import type { PublicationFields } from '../../../content/publication-fields.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';

/** A publication as its form holds it, right or not: what is redrawn when something was refused. */
export interface TypedPublication {
  /** Null for a new one. */
  readonly version: number | null;
  readonly fields: PublicationFields;
  readonly photo: PhotoChoice;
  readonly organizationName: string;
  /** `2026-03-12T14:00` in the hub's zone; empty publishes at once. */
  readonly publishAt: string;
  readonly slug: string;
}

/** What the form shows of a stored publication: its changes kept aside first. */
export function typedFrom(stored: StoredPublication, organizationName: string, zone: string): TypedPublication {
  const fields = stored.pending ?? stored.fields;
  return {
    version: stored.version,
    fields,
    photo: photoFrom(fields),
    organizationName,
    publishAt: stored.publishAt ? localTime(stored.publishAt, zone) : '',
    slug: stored.slug,
  };
}

export function photoFrom({ imageId, imageAlternative, imageCredit }: PublicationFields): PhotoChoice {
  return {
    imageId,
    alternative: imageAlternative,
    isDecorative: imageId !== null && imageAlternative === '',
    credit: imageCredit,
  };
}

/** The value of a `datetime-local` field. */
export function localTime(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The moment that a `datetime-local` field says in the hub's zone; null when it says none. */
export function instantOf(text: string, zone: string): Temporal.Instant | null {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
  } catch {
    return null;
  }
}
