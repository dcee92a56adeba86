import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { certifiedTime, mayCertify } from './certified-time.ts';
import { checklist } from './checklist.ts';
import { lastWithdrawalDay, mostPayable } from './contract-delays.ts';
import { distinctPeople, type Seat } from './distinct-people.ts';
import { enrolmentOf } from './enrolment-answers.ts';
import { figureLines, totalsOf, type TrainedSeat } from './figures.ts';
import { minutesOf, overlapping } from './half-day.ts';
import { sessionDays, shifted } from './session-dates.ts';
import { surveyResults } from './survey.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const isHoliday = (one: Temporal.PlainDate) => one.toString() === '2026-04-06';

describe('half-days', () => {
  it('lasts what the clock on the wall says, except when it is changed', () => {
    const held = { startsAt: '09:00', endsAt: '12:30' };
    expect(minutesOf({ heldOn: day('2026-03-04'), ...held }, 'Europe/Paris')).toBe(210);
    // Clocks go from 2 to 3 on 29 March 2026, from 3 to 2 on 25 October.
    const night = { startsAt: '01:00', endsAt: '04:00' };
    expect(minutesOf({ heldOn: day('2026-03-29'), ...night }, 'Europe/Paris')).toBe(120);
    expect(minutesOf({ heldOn: day('2026-10-25'), ...night }, 'Europe/Paris')).toBe(240);
    expect(minutesOf({ heldOn: day('2026-03-29'), ...night }, 'Indian/Reunion')).toBe(180);
  });

  it('never overlap', () => {
    const morning = { heldOn: day('2026-03-04'), startsAt: '09:00', endsAt: '12:30' };
    expect(overlapping([morning, { ...morning, startsAt: '12:30', endsAt: '17:00' }])).toBeNull();
    expect(overlapping([{ ...morning, startsAt: '12:00', endsAt: '14:00' }, morning])).not.toBeNull();
  });

  it('make one date a day, and move together', () => {
    const halfDays = [
      { heldOn: day('2026-03-05'), startsAt: '09:00', endsAt: '12:30' },
      { heldOn: day('2026-03-04'), startsAt: '13:30', endsAt: '17:00' },
      { heldOn: day('2026-03-04'), startsAt: '09:00', endsAt: '12:30' },
    ];
    expect(sessionDays(halfDays)).toEqual([
      { on: '2026-03-04', from: '09:00', to: '17:00' },
      { on: '2026-03-05', from: '09:00', to: '12:30' },
    ]);
    expect(shifted(halfDays, day('2026-09-30')).map(({ heldOn }) => heldOn.toString())).toEqual([
      '2026-09-30',
      '2026-09-30',
      '2026-10-01',
    ]);
  });
});

describe('certificates', () => {
  const halfDays = [
    { id: 'a', minutes: 210, isNoted: true },
    { id: 'b', minutes: 210, isNoted: true },
    { id: 'c', minutes: 180, isNoted: false },
  ];

  it('tell the time one was there, of half-days that were noted', () => {
    const noted = [
      { halfDayId: 'a', state: 'present', minutes: 150 },
      { halfDayId: 'b', state: 'absent', minutes: 0 },
      { halfDayId: 'c', state: 'present', minutes: 180 },
    ] as const;
    expect(certifiedTime(halfDays, noted)).toEqual({ minutes: 150, planned: 600, attended: ['a'] });
  });

  test('nobody absent is ever certified, nobody for longer than it lasted', () => {
    const attendance = fc.record({
      halfDayId: fc.constantFrom('a', 'b', 'c', 'elsewhere'),
      state: fc.constantFrom('present' as const, 'absent' as const, 'excused' as const),
      minutes: fc.integer({ min: 0, max: 1440 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(attendance, { selector: ({ halfDayId }) => halfDayId }), (noted) => {
        const time = certifiedTime(halfDays, noted);
        const wasThere = noted.some(
          ({ halfDayId, state, minutes }) => 'ab'.includes(halfDayId) && state === 'present' && minutes > 0,
        );
        expect(mayCertify(time)).toBe(wasThere);
        expect(time.minutes).toBeLessThanOrEqual(420);
      }),
    );
  });
});

describe('the contract of someone who pays herself', () => {
  it('leaves ten days, fourteen at a distance, and goes on past a day off', () => {
    expect(lastWithdrawalDay(day('2026-03-02'), { isDistance: false, isHoliday }).toString()).toBe('2026-03-12');
    expect(lastWithdrawalDay(day('2026-03-02'), { isDistance: true, isHoliday }).toString()).toBe('2026-03-16');
    // 4 April 2026 is the Saturday before Easter Monday.
    expect(lastWithdrawalDay(day('2026-03-25'), { isDistance: false, isHoliday }).toString()).toBe('2026-04-07');
  });

  it.each([
    ['2026-03-02', 0],
    ['2026-03-12', 0],
    ['2026-03-13', 3000],
    ['2026-04-20', 3000],
    ['2026-04-21', 10_000],
  ])('on %s, %i cents at most', (today, most) => {
    const contract = {
      priceCents: 10_000,
      signedOn: day('2026-03-02'),
      isDistance: false,
      isHoliday,
      startsOn: day('2026-04-20'),
    };
    expect(mostPayable({ ...contract, today: day(today) })).toBe(most);
    expect(mostPayable({ ...contract, signedOn: null, today: day(today) })).toBe(0);
  });
});

describe('people trained', () => {
  const seat = (change: Partial<Seat>): Seat => ({
    personId: null,
    nameKey: 'yann fictif',
    email: null,
    phone: null,
    municipality: 'Janzé',
    ...change,
  });

  it('are counted once', () => {
    expect(distinctPeople([seat({ personId: 'p' }), seat({ personId: 'p', nameKey: 'y fictif' })])).toEqual([0, 0]);
    expect(distinctPeople([seat({ email: 'y@a.example' }), seat({ email: 'Y@A.example', municipality: '' })])).toEqual([
      0, 0,
    ]);
    expect(distinctPeople([seat({}), seat({})])).toEqual([0, 0]);
    // One is known, the same name and mail elsewhere, then the same phone.
    expect(
      distinctPeople([
        seat({ personId: 'p', email: 'y@a.example' }),
        seat({ email: 'y@a.example', phone: '06 39 98 00 00' }),
        seat({ phone: '0639980000' }),
      ]),
    ).toEqual([0, 0, 0]);
  });

  it('are not mixed up', () => {
    // An employer registers two of her people under one address.
    expect(
      distinctPeople([seat({ email: 'rh@a.example' }), seat({ email: 'rh@a.example', nameKey: 'lena fictive' })]),
    ).toEqual([0, 1]);
    expect(distinctPeople([seat({}), seat({ municipality: 'Bain' })])).toEqual([0, 1]);
    expect(distinctPeople([seat({ email: 'a@a.example' }), seat({ email: 'b@b.example' })])).toEqual([0, 1]);
  });

  it('add up by line, each once in a line and once in all', () => {
    const trained = (change: Partial<TrainedSeat>): TrainedSeat => ({
      ...seat({ email: 'y@a.example' }),
      traineeId: 't',
      name: 'Yann Fictif',
      sessionId: 's1',
      courseId: 'c',
      courseTitle: 'Budget',
      firstDay: '2025-03-04',
      minutes: 420,
      insee: null,
      organization: 'La Grange',
      status: 'volunteer',
      funder: 'FDVA',
      trainers: ['n'],
      ...change,
    });
    const seats = [
      trained({}),
      trained({ sessionId: 's2', municipality: 'Bain' }),
      trained({ sessionId: 's2', email: 'z@a.example' }),
    ];
    expect(totalsOf(seats)).toEqual({ people: 2, minutes: 1260, sessions: 2, organizations: 1, trainers: 1 });
    expect(figureLines(seats, 'municipality', (key) => key)).toEqual([
      { key: 'Janzé', label: 'Janzé', people: 2, minutes: 840, sessions: 2 },
      { key: 'Bain', label: 'Bain', people: 1, minutes: 420, sessions: 1 },
    ]);
  });
});

test('what was answered on registering makes the trainee', () => {
  const prices = [
    { label: 'Adhérent·e', cents: 4000 },
    { label: 'Autres', cents: 12_000 },
  ];
  expect(enrolmentOf({ statut: 'Bénévole', tarif: 'Autres (120\u00a0€)', paie: 'Moi-même' }, prices)).toEqual({
    status: 'volunteer',
    priceCents: 12_000,
    paysHerself: true,
  });
  expect(enrolmentOf({ statut: 'Empereur' }, [])).toEqual({ status: 'unknown', priceCents: 0, paysHerself: false });
});

test('answers add up without telling who gave them', () => {
  const scale = (value: number) => ({ question: 'Utile ?', kind: 'scale' as const, value });
  const words = (value: string) => ({ question: 'Un mot', kind: 'words' as const, value });
  const [first, second] = surveyResults([[scale(5), words('zut')], [scale(4), words('bravo')], [words('')]]);
  expect(first).toMatchObject({ count: 2, mean: 4.5 });
  expect(second).toMatchObject({ count: 2, mean: null, words: ['bravo', 'zut'] });
});

test('an audit finds what is missing', () => {
  const facts = {
    papers: [],
    payers: ['La Grange'],
    trainees: [{ id: 't', paysHerself: false, isCertified: true, isSigned: false }],
    halfDays: 2,
    signedHalfDays: 1,
    isFinished: true,
    surveyed: { hot: 1, cold: 0 },
  };
  const missing = checklist(facts)
    .filter(({ isThere }) => !isThere)
    .map(({ label }) => label);
  expect(missing).toContain('Conventions');
  expect(missing).toContain('Feuilles d’émargement signées');
  expect(missing).not.toContain('Évaluation à chaud');
  const there = checklist({ ...facts, papers: [{ kind: 'agreement', traineeId: null, payer: 'La Grange' }] });
  expect(there.find(({ label }) => label === 'Conventions')?.isThere).toBe(true);
});
