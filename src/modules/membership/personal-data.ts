import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { ownRows } from '#modules/identity/index.ts';
import type { PersonalData } from '#platform/contributions/module.ts';
import { formatDate, formatMoney } from '#platform/french/index.ts';
import { closeLinksOf } from './commands/saving/turn-links.ts';
import { applicationStateNames, sourceNames } from './domain/application-states.ts';
import { moneyPersonalData } from './personal-data-money.ts';
import { duesPayers, membershipApplications, membershipPeople, membershipReminders, memberships } from './tables.ts';

const ownApplications = (personId: string): SQL =>
  ownRows(personId, {
    personId: sql`${membershipApplications.personId}`,
    email: sql`${membershipApplications.email}`,
    name: sql`trim(${membershipApplications.givenName} || ' ' || ${membershipApplications.familyName})`,
  });

/** Who paid, for herself or for others, known by her sheet or only by her address. */
const ownPayers = (personId: string): SQL =>
  ownRows(personId, {
    personId: sql`${duesPayers.personId}`,
    email: sql`${duesPayers.email}`,
    name: sql`${duesPayers.name}`,
  });

/** Those whom somebody else named among the people of a structure: the lines `o` of an application. */
const namedAs = (personId: string): SQL =>
  ownRows(personId, {
    email: sql`o ->> 'email'`,
    name: sql`trim(o ->> 'givenName' || ' ' || (o ->> 'familyName'))`,
  });

/** What is held of members, of those who asked to be, and of those who paid for others. */
export const membershipPersonalData: PersonalData = {
  async export(ctx, personId) {
    const { db } = ctx;
    const applications = await db
      .select()
      .from(membershipApplications)
      .where(and(ownApplications(personId), isNull(membershipApplications.forgottenAt)))
      .orderBy(asc(membershipApplications.createdAt));
    const held = await db
      .select({ membership: memberships, role: membershipPeople.role })
      .from(membershipPeople)
      .innerJoin(
        memberships,
        and(eq(memberships.hubId, membershipPeople.hubId), eq(memberships.id, membershipPeople.membershipId)),
      )
      .where(eq(membershipPeople.personId, personId))
      .orderBy(asc(memberships.startsOn));
    const reminders = await db
      .select()
      .from(membershipReminders)
      .where(eq(membershipReminders.personId, personId))
      .orderBy(asc(membershipReminders.sentAt));
    const payers = await db.select().from(duesPayers).where(ownPayers(personId));
    const { rows: named } = await db.execute<{
      name: string;
      role: string;
      email: string;
      organization: string;
      at: string;
    }>(sql`select trim(o ->> 'givenName' || ' ' || (o ->> 'familyName')) as name, o ->> 'role' as role, o ->> 'email' as email,
        a.organization_name as organization, to_json(a.created_at) #>> '{}' as at
      from membership_applications a, jsonb_array_elements(a.other_people) o
      where ${namedAs(personId)}`);
    const entries = [
      ...held.map(({ membership, role }) => ({
        label: membership.organizationId ? 'Adhésion d’une structure, pour elle' : 'Adhésion',
        value: [
          `du ${formatDate(membership.startsOn)} au ${formatDate(membership.endsOn)}`,
          formatMoney(membership.dues),
          role,
          membership.stopReason,
        ]
          .filter(Boolean)
          .join(', '),
        since: membership.createdAt,
      })),
      ...applications.map((one) => ({
        label: 'Bulletin d’adhésion',
        value: [
          `${one.givenName} ${one.familyName}`.trim(),
          one.organizationName,
          one.role,
          one.email,
          one.phone,
          one.street,
          one.postcode,
          one.city,
          formatMoney(one.dues),
          applicationStateNames[one.state],
          ...Object.entries(one.answers).map(([key, answer]) => `${key} : ${answer}`),
          one.note,
          one.charterAt && 'charte acceptée',
          one.newsletterAt && 'lettre d’information demandée',
        ]
          .filter(Boolean)
          .join(', '),
        since: one.createdAt,
        source: sourceNames[one.source],
      })),
      ...named.map((one) => ({
        label: 'Nommé·e dans le bulletin d’une structure',
        value: [one.name, one.role, one.email, one.organization].filter(Boolean).join(', '),
        since: Temporal.Instant.from(one.at),
      })),
      ...payers.map((one) => ({
        label: 'Cotisation payée, pour vous ou pour d’autres',
        value: [one.name, one.email, one.address].filter(Boolean).join(', '),
        since: one.createdAt,
      })),
      ...reminders.map((one) => ({ label: 'Relance', value: one.email ?? one.name, since: one.sentAt })),
    ];
    const money = await moneyPersonalData.export(ctx, personId);
    return entries.length > 0 ? [{ title: 'Adhésions', entries }, ...money] : money;
  },
  async erase(tx, personId) {
    const gone = 'Personne effacée';
    const own = await tx
      .select({
        payerId: membershipApplications.payerId,
        name: sql<string>`trim(given_name || ' ' || family_name)`,
      })
      .from(membershipApplications)
      .where(ownApplications(personId));
    await tx
      .update(membershipApplications)
      .set({
        givenName: '',
        familyName: gone,
        role: '',
        email: null,
        phone: '',
        street: '',
        postcode: '',
        otherPeople: [],
        answers: {},
        note: '',
        forgottenAt: sql`now()` as never,
      })
      .where(ownApplications(personId));
    // Whoever else named her, by her address, among the people of a structure.
    await tx.execute(sql`update membership_applications a set other_people = coalesce(
        (select jsonb_agg(o) from jsonb_array_elements(a.other_people) o where ${namedAs(personId)} is not true), '[]')
      where exists (select from jsonb_array_elements(a.other_people) o where ${namedAs(personId)})`);
    const payerIds = own.map(({ payerId }) => payerId);
    const namesHer = sql`(${duesPayers.organizationId} is null and not exists (select from membership_applications a
      where a.payer_id = ${duesPayers.id} and a.organization_name <> '' and a.organization_name = ${duesPayers.name}))`;
    await tx
      .update(duesPayers)
      // A structure stays named as the one that paid; how to reach her goes.
      .set({
        name: sql`case when ${namesHer} then ${gone}::text else ${duesPayers.name} end`,
        email: null,
        address: sql`case when ${namesHer} then '' else ${duesPayers.address} end`,
        personId: null,
      })
      .where(
        or(
          ownPayers(personId),
          // Who paid for her is somebody else.
          and(
            payerIds.length > 0 ? inArray(duesPayers.id, payerIds) : sql`false`,
            isNull(duesPayers.organizationId),
            isNull(duesPayers.personId),
            inArray(
              duesPayers.name,
              own.map(({ name }) => name),
            ),
          ),
        ),
      );
    await tx
      .update(membershipReminders)
      .set({ name: gone, email: null, personId: null })
      .where(eq(membershipReminders.personId, personId));
    await tx
      .update(memberships)
      .set({ remindersStoppedAt: sql`now()` as never, stopReason: '' })
      .where(eq(memberships.personId, personId));
    await closeLinksOf(tx, personId);
    // What she was in a structure goes with her; that somebody stood for it stays.
    await tx.update(membershipPeople).set({ role: '' }).where(eq(membershipPeople.personId, personId));
    await tx
      .update(membershipApplications)
      .set({ typedBy: '', typedById: null })
      .where(eq(membershipApplications.typedById, personId));
    await tx
      .update(membershipApplications)
      .set({ decidedBy: '', decidedById: null })
      .where(eq(membershipApplications.decidedById, personId));
    await tx
      .update(membershipReminders)
      .set({ sentBy: '', sentById: null })
      .where(eq(membershipReminders.sentById, personId));
    const money = await moneyPersonalData.erase(tx, personId);
    const [kept] = await tx.select().from(memberships).where(eq(memberships.personId, personId)).limit(1);
    return kept ? ['Les dates et les montants de vos adhésions restent comptés, sans votre nom.', ...money] : money;
  },
};
