import { sql } from 'drizzle-orm';
import { answerPoll, pollSheet, proposeEvent, savePoll } from '#modules/agenda/index.ts';
import { openPaymentLinks } from '#modules/payments/index.ts';
import { bookSeats } from '#modules/registration/commands/book-seats.ts';
import { applyForMembership, openMembershipLinks } from '#modules/membership/index.ts';
import { aCampaign } from '#modules/membership/testing/builders.ts';
import { confirmSubscription, endSubscription } from '#modules/mailing/subscriptions/commands/own-acts.ts';
import { openRegistrationLinks } from '#modules/registration/links.ts';
import { anOffer } from '#modules/registration/testing/builders.ts';
import { askForStand } from '#modules/programme/commands/ask-for-stand.ts';
import { saveProgramme } from '#modules/programme/commands/save-programme.ts';
import { saveShift } from '#modules/programme/commands/keep-shifts.ts';
import { takeShifts } from '#modules/programme/commands/take-shifts.ts';
import { askToBeTold } from '#modules/training/commands/interests.ts';
import { aCourse, anOpenSession, aTrainee } from '#modules/training/testing/builders.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import type { TestHub, TestSite } from '#tests/support/app.ts';

/**
 * All that someone without an account leaves in the agenda, registrations, large days and trainings, by her mail alone; she
 * asks to become a member too, once in a hub.
 */
export async function leaveTraces(
  site: TestSite,
  hub: TestHub,
  team: Context,
  who: { name: string; email: string; phone: string },
  { joins }: { joins: boolean } = { joins: true },
): Promise<void> {
  const { secret: root } = site.site.deps.settings;
  const links = openSignedIds(root);
  const visitor = { ...team, actor: null };
  const day = team.clock.now().toZonedDateTimeISO(team.zone).toPlainDate().add({ days: 15 }).toString();
  const registration = {
    links: openRegistrationLinks(root, async () => hub.origin),
    payments: openPaymentLinks(root),
  };
  const where = await anOffer(
    team,
    { questions: [{ kind: 'diet', isRequired: false }] },
    { deps: registration, title: 'Visite d’un verger' },
  );
  const seat = { ...who, organization: `Chez ${who.name}`, answers: { diet: [`sans noix, ${who.name}`] } };
  unwrap(await execute(visitor, bookSeats(registration), { ...where, people: [seat] }));

  const contact = { contactName: who.name, contactEmail: who.email, contactPhone: who.phone };
  unwrap(
    await execute(visitor, proposeEvent, {
      fields: { title: 'Troc de plants', startsOn: day, startsAt: '10:00', organizers: [], ...contact },
      place: { name: 'La halle', city: 'Guichen' },
      reason: `Signé ${who.name}`,
      sender: who,
    }),
  );
  const slots = [{ on: day, at: '18:00', minutes: 60 }];
  const { id: pollId } = unwrap(
    await execute(team, savePoll, { id: null, version: null, fields: { title: 'Quand se voir ?', words: '', slots } }),
  );
  const sheet = await pollSheet(team.db, pollId, { now: team.clock.now(), withDrafts: false });
  const choices = Object.fromEntries((sheet?.slots ?? []).map(({ slotId }) => [slotId, 'yes' as const]));
  const said = { name: who.name, email: who.email, choices, comment: `Signé ${who.name}` };
  unwrap(await execute(visitor, answerPoll, { pollId, answerId: null, fields: said }));

  const deps = { links, originOf: async () => hub.origin, hubLook: async () => ({ name: 'Pôle' }) };
  const open = { isPublished: true, takesStands: true, takesVolunteers: true };
  const { eventId } = where;
  unwrap(await execute(team, saveProgramme, { eventId, version: null, ...open }));
  const stand = { name: 'Miel du Semnon', activity: 'Miel', needsNote: '', contactName: who.name };
  unwrap(
    await execute(visitor, askForStand(deps), { eventId, fields: { ...stand, email: who.email, phone: who.phone } }),
  );

  const eventDay = team.clock.now().toZonedDateTimeISO(team.zone).toPlainDate().add({ days: 30 }).toString();
  const when = { day: eventDay, from: '08:00', to: '09:00' };
  const shift = unwrap(
    await execute(team, saveShift, { eventId, id: null, version: null, fields: { task: 'Accueil', when, wanted: 3 } }),
  );
  unwrap(await execute(visitor, takeShifts(deps), { eventId, shiftIds: [shift.id], ...who }));

  await leaveInMailings(hub, team, who);
  if (joins) await leaveInMemberships(site, hub, team, who);

  const course = await aCourse(team);
  const training = { links, originOf: async () => hub.origin };
  unwrap(await execute(visitor, askToBeTold(training), { courseId: course.id, email: who.email, name: who.name }));
  await aTrainee(team, await anOpenSession(team, course.id), who);
}

type Who = Parameters<typeof leaveTraces>[3];

/** She subscribes, confirms, and stops: her address is then among those that want nothing more. */
async function leaveInMailings(hub: TestHub, team: Context, { email }: Who): Promise<void> {
  const fields = { subjects: ['life' as const], rhythm: 'weekly' as const };
  await hub.post('/abonnement', { address: email, ...fields });
  const { rows } = await team.db.execute<{ id: string }>(
    sql`select id from newsletter_subscribers where address = ${email}`,
  );
  const [subscriber] = rows;
  if (!subscriber) throw new Error('she asked to subscribe');
  const visitor = { ...team, actor: null };
  unwrap(await execute(visitor, confirmSubscription, { id: subscriber.id, ...fields }));
  unwrap(await execute(visitor, endSubscription, { id: subscriber.id }));
}

/** She asks to become a member, and names herself again among the people of a structure. */
async function leaveInMemberships(site: TestSite, hub: TestHub, team: Context, who: Who): Promise<void> {
  const { secret } = site.site.deps.settings;
  const deps = {
    links: openMembershipLinks(secret, async () => hub.origin),
    payments: openPaymentLinks(secret),
    ports: site.site.ports,
  };
  const campaign = await aCampaign(team);
  const [givenName = '', familyName = ''] = who.name.split(' ');
  const herself = { givenName, familyName, role: 'Trésorière', email: who.email };
  const visitor = { ...team, actor: null };
  unwrap(
    await execute(visitor, applyForMembership(deps), {
      ...herself,
      scaleId: campaign.scale('Personne').id,
      phone: who.phone,
      street: `1 rue ${familyName}`,
      postcode: '35580',
      city: 'Guichen',
      answers: { envies: `Signé ${who.name}` },
      note: `Signé ${who.name}`,
    }),
  );
  unwrap(
    await execute(visitor, applyForMembership(deps), {
      scaleId: campaign.scale('Entreprise').id,
      organizationName: 'Les Trois Saules',
      staff: 2,
      givenName: 'Ève',
      familyName: 'Saulnier',
      email: 'eve@saules.example',
      otherPeople: [herself],
    }),
  );
}
