import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSeats, fits, noSeats, roomLeft, seatsOfPeople } from './seats.ts';
import { inOrder, waitingRules, whoGetsIn, type WaitingUnit } from './waiting-list.ts';

const unit = fc.record({
  kinds: fc.array(fc.constantFrom('sur-place', 'en-ligne'), { minLength: 1, maxLength: 4 }),
  workshops: fc.array(fc.subarray(['conte', 'couture', 'vélo']), { maxLength: 4 }),
  isMember: fc.boolean(),
  isNewcomer: fc.boolean(),
  organization: fc.constantFrom('', 'a', 'b', 'c'),
});
const line = fc.array(unit, { maxLength: 25 }).map((list) =>
  list.map(({ kinds, workshops, ...one }, index): WaitingUnit => {
    // Everyone has a part, and takes besides some of the workshops of the day.
    const people = kinds.map((seatKind, rank) => ({ seatKind, workshops: workshops[rank] ?? [] }));
    return { ...one, id: `u${index}`, arrival: index + 1, seats: seatsOfPeople(people) };
  }),
);
const room = fc.record({
  total: fc.option(fc.nat(20)),
  onsite: fc.option(fc.nat(12)),
  online: fc.option(fc.nat(12)),
  workshop: fc.option(fc.nat(6)),
});
const rule = fc.constantFrom(...waitingRules);
type Limits = Record<'total' | 'onsite' | 'online' | 'workshop', number | null>;
const asRoom = ({ total, onsite, online, workshop }: Limits) => ({
  total,
  byKind: new Map([
    ['sur-place', onsite],
    ['en-ligne', online],
    ['conte', workshop],
    ['couture', workshop],
  ]),
  workshops: new Set(['conte', 'couture']),
});
const nobody = { taken: noSeats, seated: new Map<string, number>() };

test('the line is a strict order that no shuffling changes, and puts first whom the rule puts first', () => {
  fc.assert(
    fc.property(line, rule, fc.nat(), (units, chosen, turn) => {
      const ordered = inOrder(units, chosen, new Map());
      const shuffled = units.toSorted(
        (one, other) => ((one.arrival * 7 + turn) % 11) - ((other.arrival * 7 + turn) % 11),
      );
      expect(inOrder(shuffled, chosen, new Map()).map(({ id }) => id)).toEqual(ordered.map(({ id }) => id));
      expect(new Set(ordered.map(({ id }) => id)).size).toBe(units.length);
      const first = (is: (one: WaitingUnit) => boolean) => {
        const flags = ordered.map(is);
        expect(flags.lastIndexOf(true)).toBeLessThan(flags.includes(false) ? flags.indexOf(false) + 1 : Infinity);
      };
      if (chosen === 'members') first((one) => one.isMember);
      if (chosen === 'newcomers') first((one) => one.isNewcomer);
      if (chosen === 'arrival')
        expect(ordered.map(({ arrival }) => arrival)).toEqual(units.map(({ arrival }) => arrival));
    }),
  );
});

test('never more are let in than there are seats, and nobody who would fit is left outside', () => {
  fc.assert(
    fc.property(line, rule, room, (units, chosen, seats) => {
      const whole = asRoom(seats);
      const inside = whoGetsIn(units, chosen, { room: whole, ...nobody });
      const taken = inside.reduce((sum, one) => addSeats(sum, one.seats), noSeats);
      if (whole.total !== null) expect(taken.people).toBeLessThanOrEqual(whole.total);
      for (const [kind, capacity] of whole.byKind)
        if (capacity !== null) expect(taken.byKind.get(kind) ?? 0).toBeLessThanOrEqual(capacity);
      const left = roomLeft(whole, taken);
      for (const one of units.filter((other) => !inside.includes(other))) expect(fits(left, one.seats)).toBe(false);
    }),
  );
});

test('whatever happens in whatever order, seats are never given twice and the line is never jumped', () => {
  const act = fc.oneof(
    fc.record({ what: fc.constant('come' as const), isMember: fc.boolean() }),
    fc.record({ what: fc.constant('leave' as const), who: fc.nat(30) }),
    fc.record({ what: fc.constant('expire' as const), who: fc.nat(30) }),
  );
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 60 }),
      fc.constantFrom('arrival', 'members' as const),
      fc.integer({ min: 1, max: 6 }),
      (acts, chosen, capacity) => {
        let arrival = 0;
        let [seated, waiting]: [WaitingUnit[], WaitingUnit[]] = [[], []];
        const whole = { total: capacity, byKind: new Map<string, number | null>() };
        for (const one of acts) {
          if (one.what === 'come') {
            arrival += 1;
            waiting.push({
              id: `${arrival}`,
              arrival,
              seats: { ...noSeats, people: 1 },
              isMember: one.isMember,
              isNewcomer: false,
              organization: '',
            });
          } else if (one.what === 'leave') {
            const all = [...seated, ...waiting];
            const gone = all[one.who % Math.max(1, all.length)];
            [seated, waiting] = [seated.filter((other) => other !== gone), waiting.filter((other) => other !== gone)];
          } else seated = seated.filter((_, index) => index !== one.who % Math.max(1, seated.length));
          const before = inOrder(waiting, chosen, new Map());
          const inside = whoGetsIn(waiting, chosen, {
            room: whole,
            taken: { ...noSeats, people: seated.length },
            seated: new Map(),
          });
          expect(inside).toEqual(before.slice(0, inside.length));
          seated = [...seated, ...inside];
          waiting = waiting.filter((other) => !inside.includes(other));
          expect(seated.length).toBeLessThanOrEqual(capacity);
          if (waiting.length > 0) expect(seated).toHaveLength(capacity);
        }
      },
    ),
  );
});

test('one per structure first: a second one of a structure waits behind the first of every other', () => {
  const one = (id: string, arrival: number, organization: string): WaitingUnit => ({
    id,
    arrival,
    organization,
    seats: { ...noSeats, people: 1 },
    isMember: false,
    isNewcomer: false,
  });
  const units = [one('a1', 1, 'a'), one('a2', 2, 'a'), one('b1', 3, 'b'), one('alone', 4, '')];
  expect(inOrder(units, 'organization', new Map()).map(({ id }) => id)).toEqual(['a1', 'b1', 'alone', 'a2']);
  expect(inOrder(units, 'organization', new Map([['a', 1]])).map(({ id }) => id)).toEqual(['b1', 'alone', 'a1', 'a2']);
});
