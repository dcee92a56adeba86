import { sql } from 'drizzle-orm';
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The hub a row belongs to; filled by the connection's hub when not given. First column of every primary key. */
export const hubId = () =>
  uuid('hub_id')
    .notNull()
    .default(sql`essaim_hub()`);

/** An id made by the application (UUIDv7). */
export const id = (name = 'id') => uuid(name).notNull();

/** A moment in time, as `Temporal.Instant`. */
export const instant = customType<{ data: Temporal.Instant; driverData: string | Date }>({
  dataType: () => 'timestamp with time zone',
  toDriver: (value) => value.toString(),
  fromDriver: (value) =>
    value instanceof Date
      ? Temporal.Instant.fromEpochMilliseconds(value.getTime())
      : Temporal.Instant.from(normalised(value)),
});

/** A calendar day, as `Temporal.PlainDate`. */
export const day = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.PlainDate.from(value),
});

/** A moment as a JavaScript `Date`, only for tables whose rows a library reads. */
export const libraryDate = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A date and time on the clock on the wall, without zone, as `Temporal.PlainDateTime`. */
export const localTime = customType<{ data: Temporal.PlainDateTime; driverData: string }>({
  dataType: () => 'timestamp without time zone',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.PlainDateTime.from(value.replace(' ', 'T')),
});

// PostgreSQL writes `2026-11-22 09:00:00.123+00`; the ISO form has a T and minutes in the offset.
function normalised(text: string): string {
  return text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
}
