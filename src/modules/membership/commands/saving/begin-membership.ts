import { sql } from 'drizzle-orm';
import { beginRole, giveConsent, insertContactPoint, insertPerson } from '#modules/identity/index.ts';
import { draftOrganization, noteMembers } from '#modules/directory/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { letterPurpose } from '../../domain/letter-words.ts';
import { periodFrom } from '../../domain/period.ts';
import { isStructure } from '../../domain/who.ts';
import { membershipBegan } from '../../facts.ts';
import { linkHash } from '../../links.ts';
import type { MembershipDependencies } from '../../ports.ts';
import type { Campaign } from '../../queries/campaigns.ts';
import { knownOrganization, knownPerson, runsUntil, type Described } from '../../queries/match-member.ts';
import { membershipPeople, memberships, type ApplicationRow, type MembershipRow } from '../../tables.ts';

/** A member once recognised, or met for the first time. */
interface Matched {
  personId: string | null;
  organizationId: string | null;
  people: readonly { personId: string; role: string; isContact: boolean }[];
}

/**
 * Makes a membership of an accepted application: recognises or adds its people and its structure, computes its days, and
 * tells the directory and the rights. Null when this member already has one for the same days: somebody must look.
 */
export async function beginMembership(
  work: CommandContext,
  { links }: MembershipDependencies,
  campaign: Campaign,
  application: ApplicationRow,
): Promise<MembershipRow | null> {
  const matched = await matchMember(work, application);
  const subject = {
    personId: matched.organizationId ? null : matched.personId,
    organizationId: matched.organizationId,
  };
  // Two applications of one member accepted at once: the second one sees the first one's days.
  await work.db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`membership ${work.hubId} ${subject.organizationId ?? subject.personId}`}, 0))`,
  );
  const running = await runsUntil(work.db, subject);
  const today = work.now().toZonedDateTimeISO(work.zone).toPlainDate();
  const goesTo = campaign.periodKind === 'fixed' ? campaign.endsOn : null;
  if (running && goesTo && Temporal.PlainDate.compare(running.endsOn, goesTo) >= 0) return null;
  const id = work.newId();
  const [membership] = await work.db
    .insert(memberships)
    .values({
      ...periodFrom(campaign, today, running?.endsOn ?? null),
      ...subject,
      id,
      campaignId: campaign.id,
      collegeId: application.collegeId,
      applicationId: application.id,
      who: application.who,
      dues: application.dues,
      stateAt: work.now(),
      linkHash: linkHash(links.secretOf('renewal', work.hubId, id, 1)),
      createdAt: work.now(),
      updatedAt: work.now(),
    })
    .returning();
  if (!membership) throw new Error('the membership was not written');
  await work.db
    .insert(membershipPeople)
    .values(matched.people.map((one, position) => ({ ...one, membershipId: id, position })))
    .onConflictDoNothing();
  for (const { personId } of matched.people) await beginRole(work, personId, 'member');
  if (subject.organizationId) await noteMembers(work, [subject.organizationId], true);
  const [contact] = matched.people;
  if (contact && application.newsletterAt)
    await giveConsent(work, {
      personId: contact.personId,
      purpose: letterPurpose,
      wording: application.newsletterWords,
      source: 'bulletin d’adhésion',
      proof: application.id,
    });
  work.publish(membershipBegan(id, subject, running !== null || application.renewsId !== null));
  return membership;
}

async function matchMember(work: CommandContext, application: ApplicationRow): Promise<Matched> {
  const { givenName, familyName, email, role } = application;
  const others = application.otherPeople.map((one) => ({ ...one, email: one.email || null, phone: '' }));
  const named = [{ givenName, familyName, email, role, phone: application.phone }, ...others].filter(
    (one) => one.givenName !== '' || one.familyName !== '',
  );
  const people: Matched['people'][number][] = [];
  for (const [index, one] of named.entries()) {
    const personId = (index === 0 && application.personId) || (await personFor(work, application, one, index === 0));
    if (!people.some((known) => known.personId === personId))
      people.push({ personId, role: one.role, isContact: index === 0 });
  }
  if (!isStructure(application.who)) return { personId: people[0]?.personId ?? null, organizationId: null, people };
  return {
    personId: null,
    organizationId: application.organizationId ?? (await structureFor(work, application)),
    people,
  };
}

async function personFor(
  work: CommandContext,
  application: ApplicationRow,
  described: Described & { phone: string },
  isFirst: boolean,
): Promise<string> {
  const known = await knownPerson(work.db, described);
  if (known) return known;
  const { givenName, familyName, email, phone } = described;
  const personId = await insertPerson(work, {
    givenName,
    familyName,
    displayName: `${givenName} ${familyName}`.trim(),
  });
  if (email) await insertContactPoint(work, personId, 'email', email);
  if (phone) await insertContactPoint(work, personId, 'phone', phone);
  const { street, postcode, city } = application;
  const postal = [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  if (isFirst && street !== '' && postal) await insertContactPoint(work, personId, 'postal', postal);
  return personId;
}

async function structureFor(work: CommandContext, application: ApplicationRow): Promise<string> {
  const { organizationName, siren, street, postcode, city } = application;
  const known = await knownOrganization(work.db, { name: organizationName, siren });
  if (known) return known.id;
  const families = {
    association: 'association',
    cooperative: 'cooperative',
    company: 'company',
    public_body: 'public_body',
  } as const;
  return draftOrganization(work, {
    name: organizationName,
    legalForm: application.who === 'person' ? null : families[application.who],
    ...(siren.length === 9 ? { siren } : {}),
    ...(siren.length === 14 ? { siret: siren, siren: siren.slice(0, 9) } : {}),
    locations:
      city === ''
        ? []
        : [
            {
              label: '',
              street,
              postcode,
              city,
              municipalityInsee: null,
              inseeYear: null,
              lon: null,
              lat: null,
              isApproximate: false,
              visibility: 'staff',
              openingHours: '',
              openingHoursNote: '',
            },
          ],
  });
}
