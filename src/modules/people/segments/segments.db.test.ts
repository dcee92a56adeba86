import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#platform/context/context.ts';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { openTestSite, type TestHub, type TestSite } from '#tests/support/app.ts';
import { fillNetwork } from '../testing/fill-network.ts';
import type { SegmentDefinition } from './domain/segment-definition.ts';
import { readDefinition } from './queries/read-definition.ts';
import { countSegment, idsOf, reasonsOf, segmentAddresses } from './queries/segment-people.ts';

let site: TestSite;
let hub: TestHub;
let ctx: Context;
let known: SegmentCondition[];
let world: World;
beforeAll(async () => {
  site = await openTestSite();
  hub = await site.hub();
  ctx = await hub.context();
  known = site.site.deps.modules.flatMap((module) => [...(module.segmentConditions ?? [])]);
  await fillNetwork(site.database.ownerPool, hub.id, 300);
  // People of another hub, who must never be counted here.
  await fillNetwork(site.database.ownerPool, (await site.hub()).id, 40);
  world = await readWorld();
});
afterAll(() => site.close());

/** A row as JSON: what may be empty is read as false. */
type Row = Record<
  | 'id'
  | 'attendance'
  | 'attendance_at'
  | 'city'
  | 'course_id'
  | 'created_at'
  | 'display_name'
  | 'due_on'
  | 'email'
  | 'ends_at'
  | 'ends_on'
  | 'erased_at'
  | 'event_id'
  | 'forgotten_at'
  | 'is_member'
  | 'kind'
  | 'merged_into'
  | 'name'
  | 'normalised'
  | 'organization_id'
  | 'payer_email'
  | 'payer_name'
  | 'person_id'
  | 'pool_id'
  | 'role'
  | 'session_id'
  | 'since'
  | 'state'
  | 'status'
  | 'tag_id'
  | 'theme_id'
  | 'trainee_id'
  | 'until'
  | 'value'
  | 'waiting_since',
  string
>;
interface World {
  living: string[];
  rows: (table: string) => Row[];
  today: string;
}

const tables =
  'persons contact_points accounts person_roles person_tags relation_statuses organizations themes organization_themes organization_locations organization_roles contact_persons agenda_senders registration_pools registrations training_sessions training_trainees training_attendances training_trainers advice_requests charges'.split(
    ' ',
  );

/** Every row of the hub, read apart from what is tested. */
async function readWorld(): Promise<World> {
  const held = new Map<string, Row[]>();
  for (const table of tables) {
    const { rows } = await site.database.ownerPool.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where hub_id = $1`,
      [hub.id],
    );
    held.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  const rows = (table: string): Row[] => held.get(table) ?? [];
  const living = rows('persons').flatMap((person) => (person.merged_into || person.erased_at ? [] : [person.id]));
  return { rows, living, today: ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString() };
}

function first(table: string): Row {
  const [row] = world.rows(table);
  if (!row) throw new Error(`nothing in ${table}`);
  return row;
}

/** Whoever stands behind a row: named, or alone with that address, or the one of that name among those who share it. */
function behind(row: Row, email = row.email, name = row.name): string[] {
  if (row.person_id) return [row.person_id];
  if (!email) return [];
  const holders = world
    .rows('contact_points')
    .filter((point) => point.kind === 'email' && point.normalised === email.toLowerCase())
    .map((point) => point.person_id);
  if (new Set(holders).size < 2) return holders;
  const names = new Map(world.rows('persons').map((person) => [person.id, foldForSearch(person.display_name)]));
  return holders.filter((id) => names.get(id) === foldForSearch(name));
}

const ids = (table: string, keep: (row: Row) => boolean = () => true): string[] =>
  world.rows(table).flatMap((row) => (keep(row) && row.person_id ? [row.person_id] : []));
const contact = (keep: (point: Row) => boolean) => ids('contact_points', keep);
const runningRoles = (keep: (role: Row) => boolean = () => true) =>
  ids('organization_roles', (role) => (!role.ends_on || role.ends_on >= world.today) && keep(role));
const registered = (keep: (row: Row) => boolean) =>
  world.rows('registrations').filter((row) => !row.forgotten_at && keep(row));
const isOn = (row: Row) => row.state !== 'cancelled' && row.state !== 'declined';
const trainees = (keep: (row: Row) => boolean = () => true) =>
  world.rows('training_trainees').filter((row) => {
    const session = world.rows('training_sessions').find(({ id }) => id === row.session_id);
    return row.state === 'enrolled' && session?.state !== 'cancelled' && keep(row);
  });
const all = (rows: Row[], email: keyof Row = 'email', name: keyof Row = 'name') =>
  rows.flatMap((row) => behind(row, row[email], row[name]));

/** Each condition read again by hand, with a value worth trying. */
const byHand: Record<string, { value?: () => string; people: (value: string) => string[] }> = {
  'people.status': {
    value: () => 'funder',
    people: (value) =>
      ids(
        'relation_statuses',
        (row) => row.status === value && row.since <= world.today && (!row.until || row.until > world.today),
      ),
  },
  'people.tag': {
    value: () => first('person_tags').tag_id,
    people: (value) => ids('person_tags', (row) => row.tag_id === value),
  },
  'people.hub-role': {
    value: () => 'member',
    people: (value) =>
      ids('person_roles', (row) => row.role === value && (!row.ends_at || row.ends_at > ctx.clock.now().toString())),
  },
  'people.known-since': {
    value: () => Temporal.PlainDate.from(world.today).subtract({ days: 100 }).toString(),
    people: (value) => {
      const start = Temporal.PlainDate.from(value).toZonedDateTime(ctx.zone).epochMilliseconds;
      return world.rows('persons').flatMap((row) => (Date.parse(row.created_at) >= start ? [row.id] : []));
    },
  },
  'people.town': {
    value: () => 'ville-sur-semnon c',
    people: () => contact((point) => point.kind === 'postal' && point.value.endsWith(' Ville-sur-Semnon C')),
  },
  'people.department': { value: () => '35', people: () => contact((point) => / 35\d{3} /.test(point.value)) },
  'people.email': { people: () => contact((point) => point.kind === 'email') },
  'people.postal': { people: () => contact((point) => point.kind === 'postal') },
  'people.phone': { people: () => contact((point) => point.kind === 'phone') },
  'people.account': { people: () => ids('accounts') },
  'people.in-structure': { people: () => runningRoles() },
  'people.role-kind': { value: () => 'treasurer', people: (value) => runningRoles((role) => role.kind === value) },
  'people.structure-theme': {
    value: () => first('organization_themes').theme_id,
    people: (value) => {
      const held = new Set(
        world.rows('organization_themes').flatMap((row) => (row.theme_id === value ? [row.organization_id] : [])),
      );
      return runningRoles((role) => held.has(role.organization_id));
    },
  },
  'people.structure-town': {
    value: () => 'bourg b',
    people: () => {
      const there = new Set(
        world.rows('organization_locations').flatMap((row) => (row.city === 'Bourg B' ? [row.organization_id] : [])),
      );
      return runningRoles((role) => there.has(role.organization_id));
    },
  },
  'people.structure-member': {
    people: () => {
      const members = new Set(world.rows('organizations').flatMap((row) => (row.is_member ? [row.id] : [])));
      return runningRoles((role) => members.has(role.organization_id));
    },
  },
  'directory.contact': { people: () => all(world.rows('contact_persons')) },
  'agenda.proposed': { people: () => all(world.rows('agenda_senders')) },
  'registration.registered': { people: () => all(registered(isOn)) },
  'registration.came': { people: () => all(registered((row) => row.attendance === 'present')) },
  'registration.came-times': {
    value: () => '2',
    people: (value) => {
      const came = all(registered((row) => row.attendance === 'present'));
      return [...new Set(came)].filter((id) => came.filter((other) => other === id).length >= Number(value));
    },
  },
  'registration.came-since': {
    value: () => Temporal.PlainDate.from(world.today).subtract({ days: 100 }).toString(),
    people: (value) => {
      const start = Temporal.PlainDate.from(value).toZonedDateTime(ctx.zone).epochMilliseconds;
      return all(registered((row) => row.attendance === 'present' && Date.parse(row.attendance_at) >= start));
    },
  },
  'registration.event': {
    value: () => first('registration_pools').event_id,
    people: (value) => {
      const pools = new Set(
        world.rows('registration_pools').flatMap((row) => (row.event_id === value ? [row.id] : [])),
      );
      return all(registered((row) => isOn(row) && pools.has(row.pool_id)));
    },
  },
  'training.trained': {
    people: () => {
      const present = new Set(
        world.rows('training_attendances').flatMap((row) => (row.state === 'present' ? [row.trainee_id] : [])),
      );
      return all(trainees((row) => present.has(row.id)));
    },
  },
  'training.enrolled': { people: () => all(trainees()) },
  'training.course': {
    value: () => first('training_sessions').course_id,
    people: (value) => {
      const sessions = new Set(
        world.rows('training_sessions').flatMap((row) => (row.course_id === value ? [row.id] : [])),
      );
      return all(trainees((row) => sessions.has(row.session_id)));
    },
  },
  'training.trainer': { people: () => ids('training_trainers') },
  'advice.asked': { people: () => all(world.rows('advice_requests').filter((row) => !row.forgotten_at)) },
  'advice.waits': {
    people: () => all(world.rows('advice_requests').filter((row) => !row.forgotten_at && row.waiting_since)),
  },
  'payments.owes': {
    people: () =>
      all(
        world.rows('charges').filter((row) => row.state === 'due'),
        'payer_email',
        'payer_name',
      ),
  },
  'payments.late': {
    people: () =>
      all(
        world.rows('charges').filter((row) => row.state === 'due' && row.due_on < world.today),
        'payer_email',
        'payer_name',
      ),
  },
};

const segment = async (definition: SegmentDefinition): Promise<string[]> =>
  idsOf(ctx.db, (await readDefinition(ctx, known, definition)).people);
const one = (key: string, value: string, isContrary = false): SegmentDefinition => ({
  join: 'all',
  conditions: [{ key, isContrary, value }],
});
const sorted = (list: Iterable<string>) => [...list].sort();

test('each condition, and its contrary, is what reading the rows by hand says', async () => {
  expect(known.length).toBeGreaterThan(25);
  for (const [key, { value = () => '', people }] of Object.entries(byHand)) {
    const chosen = value();
    const truth = new Set(people(chosen));
    const expected = world.living.filter((id) => truth.has(id));
    expect(expected.length, `${key} is true of somebody`).toBeGreaterThan(0);
    expect(expected.length, `${key} is not true of all`).toBeLessThan(world.living.length);
    expect(await segment(one(key, chosen)), key).toEqual(sorted(expected));
    expect(await segment(one(key, chosen, true)), `contrary of ${key}`).toEqual(
      sorted(world.living.filter((id) => !truth.has(id))),
    );
  }
});

test('any mixture of conditions follows the rules of sets, and says why', async () => {
  let seed = 20_261;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const keys = Object.keys(byHand);
  const reachedByMail = new Set(byHand['people.email']?.people(''));
  for (let time = 0; time < 24; time += 1) {
    const conditions = Array.from({ length: 1 + random(4) }, () => {
      const key = keys[random(keys.length)] ?? '';
      return { key, isContrary: random(2) === 0, value: byHand[key]?.value?.() ?? '' };
    });
    const join = random(2) === 0 ? 'all' : 'any';
    const truths = conditions.map(({ key, value }) => new Set(byHand[key]?.people(value)));
    const holds = (id: string, index: number) => truths[index]?.has(id) !== conditions[index]?.isContrary;
    const expected = world.living.filter((id) =>
      join === 'all'
        ? conditions.every((_, index) => holds(id, index))
        : conditions.some((_, index) => holds(id, index)),
    );
    const read = await readDefinition(ctx, known, { join, conditions });
    expect(await idsOf(ctx.db, read.people), read.sentence).toEqual(sorted(expected));
    const withEmail = expected.filter((id) => reachedByMail.has(id)).length;
    expect(await countSegment(ctx.db, read), read.sentence).toEqual({ total: expected.length, withEmail });
    const reasons = await reasonsOf(ctx, read, expected.slice(0, 20));
    for (const id of expected.slice(0, 20))
      expect(reasons.get(id)).toHaveLength(conditions.filter((_, index) => holds(id, index)).length);
  }
});

test('a segment in doubt is of nobody, whichever way the condition is turned', async () => {
  const hostile = ["'; drop table persons; --", 'x', '', '-1', '99999999', '2026-02-31', '0'.repeat(200)];
  for (const condition of known.filter(({ value }) => value))
    for (const value of hostile) {
      const read = await readDefinition(ctx, known, one(condition.key, value, true));
      expect(read.people, `${condition.key} ${value}`).toBeNull();
      expect(await countSegment(ctx.db, read)).toEqual({ total: 0, withEmail: 0 });
    }
  const gone = await readDefinition(ctx, known, one('module.gone', '', true));
  expect(gone.people).toBeNull();
});

test('every condition of every module can be asked, both ways', async () => {
  for (const { key, value } of known) {
    const chosen =
      value?.kind === 'choice'
        ? (await value.choices(ctx))[0]?.value
        : value?.kind === 'day'
          ? world.today
          : value
            ? '3'
            : '';
    if (chosen === undefined) continue;
    const [told, contrary] = [await segment(one(key, chosen)), await segment(one(key, chosen, true))];
    expect(sorted([...told, ...contrary]), key).toEqual(sorted(world.living));
  }
});

test('gives one address each, and counts those whom mail does not reach', async () => {
  const read = await readDefinition(ctx, known, { join: 'all', conditions: [] });
  const { people: reached, withoutEmail } = await segmentAddresses(ctx.db, read.people);
  expect(new Set(reached.map(({ personId }) => personId)).size).toBe(reached.length);
  expect(reached.length + withoutEmail).toBe(world.living.length);
  expect(await countSegment(ctx.db, read)).toEqual({ total: world.living.length, withEmail: reached.length });
  const { rows } = await ctx.db.execute<{ count: number }>(sql`select count(*)::int as count from persons`);
  expect(rows[0]?.count).toBe(world.rows('persons').length);
});
