import type { CommandContext } from '#platform/context/context.ts';
import type { ApplicationSource } from '../../domain/application-states.ts';
import { letterWords } from '../../domain/letter-words.ts';
import { linkHash } from '../../links.ts';
import type { MembershipDependencies } from '../../ports.ts';
import type { Campaign } from '../../queries/campaigns.ts';
import { duesPayers, membershipApplications, type ApplicationRow } from '../../tables.ts';
import type { CheckedApplication } from './checked-application.ts';

interface Added {
  campaign: Campaign;
  checked: CheckedApplication;
  source: ApplicationSource;
  personId: string | null;
  renewsId: string | null;
  /** Who already pays for others: this one is added to the same charge. */
  payerId: string | null;
}

/** Writes an application as it was sent, and who pays it. */
export async function addApplication(
  work: CommandContext,
  { links }: MembershipDependencies,
  { campaign, checked, source, personId, renewsId, payerId }: Added,
): Promise<ApplicationRow> {
  const { fields, scale, dues, answers } = checked;
  const now = work.now();
  const id = work.newId();
  const payer = payerId ?? (await addPayer(work, checked, personId));
  const isTyped = source === 'paper' || source === 'phone';
  const typist = isTyped ? work.actor : null;
  const [row] = await work.db
    .insert(membershipApplications)
    .values({
      id,
      campaignId: campaign.id,
      scaleId: scale.id,
      collegeId: scale.collegeId,
      source,
      who: scale.who,
      personId,
      organizationId: fields.organizationId,
      organizationName: fields.organizationName,
      siren: fields.siren,
      givenName: fields.givenName,
      familyName: fields.familyName,
      role: fields.role,
      email: fields.email,
      phone: fields.phone,
      street: fields.street,
      postcode: fields.postcode,
      city: fields.city,
      otherPeople: fields.otherPeople
        .filter((one) => one.givenName !== '' || one.familyName !== '')
        .map((one) => ({ ...one, email: one.email ?? '' })),
      answers,
      budget: fields.budget,
      staff: fields.staff,
      dues,
      donation: fields.donation,
      payerId: payer,
      charter: fields.acceptsCharter ? campaign.charter : '',
      charterAt: fields.acceptsCharter ? now : null,
      newsletterWords: fields.wantsLetter ? letterWords : '',
      newsletterAt: fields.wantsLetter ? now : null,
      note: fields.note,
      state: 'awaiting_payment',
      stateAt: now,
      renewsId,
      typedBy: typist?.name ?? '',
      typedById: typist?.personId ?? null,
      linkHash: linkHash(links.secretOf('application', work.hubId, id, 1)),
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!row) throw new Error('the application was not written');
  return row;
}

async function addPayer(
  work: CommandContext,
  { fields }: CheckedApplication,
  personId: string | null,
): Promise<string> {
  const id = work.newId();
  const own = fields.organizationName || `${fields.givenName} ${fields.familyName}`.trim();
  const isOther = fields.payer !== null && fields.payer.name !== '';
  await work.db.insert(duesPayers).values({
    id,
    name: (isOther && fields.payer?.name) || own,
    email: isOther ? (fields.payer?.email ?? fields.email) : fields.email,
    address: (isOther && fields.payer?.address) || addressOf(fields),
    personId: isOther ? null : personId,
    organizationId: isOther ? null : fields.organizationId,
    createdAt: work.now(),
  });
  return id;
}

function addressOf({ street, postcode, city }: CheckedApplication['fields']): string {
  return [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join('\n').slice(0, 400);
}
