import { expect, test } from 'vitest';
import { clashOf, type ClashingDate } from './clash.ts';

const zone = 'Europe/Paris';

function dateAt(day: string, from: string, to: string | null, change: Partial<ClashingDate> = {}): ClashingDate {
  const at = (time: string) => Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant();
  return {
    startsAt: at(from),
    endsAt: at(to ?? from),
    hasEnd: to !== null,
    isAllDay: false,
    startsOn: Temporal.PlainDate.from(day),
    lastOn: Temporal.PlainDate.from(day),
    place: bain,
    type: 'meeting',
    audiences: [],
    themes: [],
    organizations: [],
    isOwn: false,
    ...change,
  };
}

const bain = { venueId: 'salle', insee: '35012', longitude: -1.68, latitude: 47.84 };
const market = { ...bain, venueId: 'halle' };
const guichen = { venueId: 'cafe', insee: '35126', longitude: -1.79, latitude: 47.97 };
const redon = { venueId: 'quai', insee: '35236', longitude: -2.08, latitude: 47.65 };

const mine = dateAt('2026-11-12', '18:30', '20:30', { type: 'aperitif', audiences: ['association'] });

test('the same room at the same time always gets in the way', () => {
  const other = dateAt('2026-11-12', '20:00', '22:00', { type: 'assembly', audiences: ['jeune'] });
  expect(clashOf(mine, other)).toMatchObject({ time: 'overlap', place: 'same_venue' });
  expect(clashOf(mine, { ...other, place: guichen })).toBeNull();
});

test('the same organiser cannot be in two places', () => {
  const other = dateAt('2026-11-12', '19:00', '21:00', { place: redon, organizations: ['o1'], audiences: ['jeune'] });
  expect(clashOf({ ...mine, organizations: ['o1'] }, other)).toMatchObject({ people: ['organizer'] });
  expect(clashOf(mine, other)).toBeNull();
});

test('the same people, near, at the same hours; not far away', () => {
  const other = dateAt('2026-11-12', '19:00', null, { place: guichen, audiences: ['association', 'projet'] });
  const found = clashOf(mine, other);
  expect(found).toMatchObject({ time: 'overlap', place: 'near', people: ['audience'] });
  expect(Math.round(found?.distance ?? 0)).toBe(17);
  expect(clashOf(mine, { ...other, place: redon })).toBeNull();
});

test('what speaks to everyone competes with what is near', () => {
  const open = dateAt('2026-11-12', '19:00', '22:00', { place: market, type: 'show' });
  expect(clashOf(mine, open)).toMatchObject({ place: 'same_town', people: [] });
});

test('an online meeting takes the same people from anywhere', () => {
  const online = dateAt('2026-11-12', '18:00', '19:00', { place: null, audiences: ['association'] });
  expect(clashOf(mine, online)).toMatchObject({ place: null, people: ['audience'] });
  expect(clashOf(mine, { ...online, audiences: ['jeune'] })).toBeNull();
});

test('on the same day at other hours, only for the same people, in the same half of the day', () => {
  const afternoon = dateAt('2026-11-12', '14:30', '16:00', { place: market, audiences: ['association'] });
  expect(clashOf(mine, afternoon)).toMatchObject({ time: 'same_day' });
  expect(
    clashOf(mine, dateAt('2026-11-12', '09:00', '10:00', { place: market, audiences: ['association'] })),
  ).toBeNull();
  expect(clashOf(mine, { ...afternoon, audiences: [], type: 'visit' })).toBeNull();
});

test('another day, a weekly stand-by or a whole day get in nobody’s way', () => {
  expect(clashOf(mine, dateAt('2026-11-13', '18:30', '20:30', { audiences: ['association'] }))).toBeNull();
  const standBy = dateAt('2026-11-12', '17:00', '19:00', { place: market, type: 'drop_in' });
  expect(clashOf(mine, standBy)).toBeNull();
  expect(clashOf(mine, { ...standBy, type: 'market', isAllDay: true })).toBeNull();
});

test('is the same seen from either side', () => {
  const others = [
    dateAt('2026-11-12', '20:00', '22:00'),
    dateAt('2026-11-12', '14:30', null, { place: market, type: 'aperitif' }),
    dateAt('2026-11-12', '18:00', '19:00', { place: null }),
  ];
  for (const other of others) expect(clashOf(mine, other) === null).toBe(clashOf(other, mine) === null);
});
