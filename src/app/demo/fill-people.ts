import { addContactPoint, registerPerson } from '#modules/identity/index.ts';
import {
  addDelegate,
  addNote,
  beginOrganizationRole,
  beginStatus,
  chooseWrittenTo,
  joinHousehold,
  keepReviews,
  tagPeople,
} from '#modules/people/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { slugify } from '#platform/french/index.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import {
  demoDelegates,
  demoForgotten,
  demoHouseholds,
  demoNotes,
  demoPeople,
  demoPostcodes,
  demoStreets,
  demoTwins,
  type DemoPerson,
} from './demo-people.ts';
import { daysBefore } from './moments.ts';

/** The people around the demonstration hub, with what they are to it. Answers their ids by name. */
export async function fillPeople(
  ctx: Context,
  { organizations }: { organizations: ReadonlyMap<string, string> },
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [rank, person] of demoPeople.entries())
    ids.set(`${person.givenName} ${person.familyName}`, await addPerson(ctx, person, rank, organizations));
  await sortPeople(ctx, ids);
  await tieTogether(ctx, ids);
  for (const note of demoNotes) {
    const then = daysBefore(ctx, note.daysAgo);
    const happenedOn = then.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().toString();
    const subject = { personId: idOf(ids, note.of) };
    unwrap(await execute(then, addNote, { subject, kind: note.kind, happenedOn, text: note.text }));
  }
  await addForgotten(ctx);
  for (const twin of demoTwins) unwrap(await execute(daysBefore(ctx, 9), registerPerson, twin));
  return ids;
}

const idOf = (ids: ReadonlyMap<string, string>, name: string): string => {
  const id = ids.get(name);
  if (!id) throw new Error(`nobody is called « ${name} »`);
  return id;
};

async function addPerson(
  ctx: Context,
  person: DemoPerson,
  rank: number,
  organizations: ReadonlyMap<string, string>,
): Promise<string> {
  const { givenName, familyName, reach } = person;
  // Known one after the other over two years and a half.
  const then = daysBefore(ctx, 920 - rank * 6.5);
  const mailbox = reach.includes('shared') ? slugify(familyName) : slugify(`${givenName} ${familyName}`);
  const { personId } = unwrap(
    await execute(then, registerPerson, {
      givenName,
      familyName,
      email: reach.includes('mail') || reach.includes('shared') ? `${mailbox}@courrier.example` : '',
      // Numbers that the regulator keeps for fiction.
      phone: reach.includes('phone') ? `06 39 98 ${String(10 + (rank % 80))} ${String(10 + ((rank * 7) % 90))}` : '',
    }),
  );
  if (reach.includes('post')) {
    const street = `${(rank % 30) + 1} ${demoStreets[rank % demoStreets.length] ?? ''}`;
    const value = `${street}, ${demoPostcodes[person.town] ?? ''} ${person.town}`;
    unwrap(await execute(then, addContactPoint, { personId, kind: 'postal', value }));
  }
  for (const { structure, kind, function: words, since } of person.roles) {
    const organizationId = organizations.get(structure);
    if (!organizationId) continue;
    const startsOn = `${since || '2022'}-${String((rank % 12) + 1).padStart(2, '0')}-01`;
    const role = { personId, organizationId, kind, function: words, startsOn, receivesMail: kind === 'chair' };
    unwrap(await execute(then, beginOrganizationRole, role));
  }
  for (const { status, note } of person.statuses)
    unwrap(await execute(then, beginStatus, { subject: { personId }, status, note }));
  return personId;
}

async function sortPeople(ctx: Context, ids: ReadonlyMap<string, string>): Promise<void> {
  const labels = new Set(demoPeople.flatMap((person) => person.tags));
  for (const label of labels) {
    const bearers = demoPeople.filter((person) => person.tags.includes(label));
    const personIds = bearers.map((person) => idOf(ids, `${person.givenName} ${person.familyName}`));
    unwrap(await execute(daysBefore(ctx, 40), tagPeople, { personIds, label }));
  }
}

async function tieTogether(ctx: Context, ids: ReadonlyMap<string, string>): Promise<void> {
  for (const { people, writtenTo } of demoHouseholds) {
    const [personId, otherId] = [idOf(ids, people[0]), idOf(ids, people[1])];
    const { householdId } = unwrap(await execute(ctx, joinHousehold, { personId, otherId }));
    if (writtenTo) unwrap(await execute(ctx, chooseWrittenTo, { householdId, personId: idOf(ids, writtenTo) }));
  }
  for (const { person, delegate, purpose } of demoDelegates) {
    const pair = { personId: idOf(ids, person), delegateId: idOf(ids, delegate) };
    unwrap(await execute(ctx, addDelegate, { ...pair, purpose }));
  }
}

/** Some who were not heard of for years, on the list of those about to be forgotten since a few days. */
async function addForgotten(ctx: Context): Promise<void> {
  const reviews = [];
  for (const { monthsAgo, ...names } of demoForgotten) {
    const then = daysBefore(ctx, monthsAgo * 30.5);
    const email = `${slugify(names.givenName)}@courrier.example`;
    const { personId } = unwrap(await execute(then, registerPerson, { ...names, email }));
    reviews.push({ personId, lastContactAt: then.clock.now(), lastContactKind: 'Ajout aux personnes connues' });
  }
  unwrap(await execute(daysBefore(ctx, 12), keepReviews, { reviews }));
}
