import { moveEventsTo, tellSenderOfEvent, type AgendaFact } from '#modules/agenda/index.ts';
import { moveRequestsTo, type AdviceFact } from '#modules/advice/index.ts';
import {
  announceDirectoryChange,
  directoryChannel,
  moveContactsTo,
  type DirectoryFact,
} from '#modules/directory/index.ts';
import type { HubFact } from '#modules/hub/index.ts';
import { withdrawConsentUnder, type IdentityFact } from '#modules/identity/index.ts';
import { moveMailingsTo, moveSubscriptionTo, type MailingFact } from '#modules/mailing/index.ts';
import {
  followPaidDues,
  followUnpaidDues,
  moveMembershipsTo,
  moveOrganizationMembershipsTo,
  type MembershipFact,
} from '#modules/membership/index.ts';
import { movePaymentsTo, type PaymentsFact } from '#modules/payments/index.ts';
import { moveOrganizationRelations, moveRelationsTo, type PeopleFact } from '#modules/people/index.ts';
import { movePhotosTo, type PhotosFact } from '#modules/photos/index.ts';
import { moveProgrammesTo, type ProgrammeFact } from '#modules/programme/index.ts';
import {
  movePublicationsTo,
  pingWebsub,
  tellAuthorOfPublication,
  type PublishingFact,
} from '#modules/publishing/index.ts';
import {
  askToTellDates,
  keepPaidSeats,
  moveRegistrationsTo,
  type RegistrationFact,
} from '#modules/registration/index.ts';
import {
  followRegistrations,
  moveSessionsToVenue,
  moveTrainingTo,
  type TrainingFact,
} from '#modules/training/index.ts';
import type { SearchFact } from '#modules/search/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import type { Fact } from '#platform/facts/fact.ts';
import { moveMailsTo } from '#platform/mail/follow-merged-person.ts';

/** Every fact of the application. */
export type AppFact =
  | HubFact
  | IdentityFact
  | PhotosFact
  | DirectoryFact
  | PublishingFact
  | AdviceFact
  | SearchFact
  | AgendaFact
  | MailingFact
  | MembershipFact
  | PaymentsFact
  | PeopleFact
  | ProgrammeFact
  | RegistrationFact
  | TrainingFact;

type FactOf<Type extends AppFact['type']> = Extract<AppFact, { type: Type }>;
type Reaction<F extends Fact> = (work: CommandContext, fact: F) => Promise<void>;

/** Channels on which processes tell each other what changed. */
export const channels = {
  site: 'essaim_site',
  hubs: 'essaim_hubs',
  jobs: 'essaim_jobs',
  directory: directoryChannel,
} as const;

/** What follows each fact, in the same transaction. A fact without an entry does not compile. */
export const reactions: { readonly [Type in AppFact['type']]: readonly Reaction<FactOf<Type>>[] } = {
  hubChanged: [announceSite],
  memberPiecesChanged: [(work) => announceDirectoryChange(work, '*'), announceSite],
  hubListChanged: [announceHubs, announceSite],
  organizationChanged: [(work, fact) => announceDirectoryChange(work, fact.ids), announceSite],
  organizationsMerged: [
    (work, fact) => moveOrganizationMembershipsTo(work, fact.keptId, fact.mergedId),
    (work, fact) => moveOrganizationRelations(work, fact.keptId, fact.mergedId),
  ],
  themesChanged: [(work) => announceDirectoryChange(work, '*'), announceSite],
  photosChanged: [announceSite],
  synonymsChanged: [announceSite],
  publicationChanged: [announceSite, pingWebsub],
  publicationPublished: [tellAuthorOfPublication],
  // The feeds name whom they tell.
  publishingRulesChanged: [announceSite],
  figuresChanged: [announceSite],
  // The count of the year stands on kept pages.
  adviceRequested: [announceSite],
  adviceAnswered: [],
  adviceClosed: [],
  adviceWithdrawn: [announceSite],
  adviceSettingsChanged: [announceSite],
  menuChanged: [announceSite],
  // The archive of what was sent.
  mailingChanged: [announceSite],
  readerUnsubscribed: [(work, fact) => withdrawConsentUnder(work, fact.address, 'newsletter')],
  agendaChanged: [announceSite],
  programmeChanged: [announceSite],
  standRequested: [],
  eventPublished: [tellSenderOfEvent],
  datesChanged: [askToTellDates],
  venuesMerged: [(work, fact) => moveSessionsToVenue(work, fact.keptId, fact.mergedId)],
  registrationConfirmed: [followRegistrations],
  registrationCancelled: [followRegistrations],
  trainingChanged: [announceSite],
  sessionFinished: [announceSite],
  seatOffered: [],
  // Lists say how many seats are left.
  seatsChanged: [announceSite],
  chargePaid: [keepPaidSeats, followPaidDues],
  chargeRefunded: [followUnpaidDues],
  chargeUnpaid: [followUnpaidDues],
  relationChanged: [],
  membershipBegan: [announceSite],
  membershipEnded: [announceSite],
  // What one pays shows on kept pages.
  campaignsChanged: [announceSite],
  personRegistered: [],
  personRenamed: [],
  addressChanged: [moveSubscriptionTo],
  personsMerged: [
    (work, fact) => moveRequestsTo(work, fact.keptId, fact.mergedId),
    (work, fact) => moveEventsTo(work, fact.keptId, fact.mergedId),
    (work, fact) => moveMailingsTo(work, fact.keptId, fact.mergedId),
    (work, fact) => movePaymentsTo(work, fact.keptId, fact.mergedId),
    (work, fact) => movePhotosTo(work, fact.keptId, fact.mergedId),
    (work, fact) => moveProgrammesTo(work, fact.keptId, fact.mergedId),
    (work, fact) => moveContactsTo(work, fact.keptId, fact.mergedId),
    (work, fact) => moveRelationsTo(work, fact.keptId, fact.mergedId),
    (work, fact) => movePublicationsTo(work, fact.keptId, fact.mergedId),
    (work, fact) => moveRegistrationsTo(work, fact.keptId, fact.mergedId),
    (work, fact) => moveTrainingTo(work, fact.keptId, fact.mergedId),
    (work, fact) => moveMembershipsTo(work, fact.keptId, fact.mergedId),
    (work, fact) => moveMailsTo(work, fact.keptId, fact.mergedId),
  ],
  personErased: [announceSite],
  erasureRequested: [],
  roleGranted: [],
  roleEnded: [],
  consentGiven: [],
  consentWithdrawn: [],
};

/** Runs the reactions of a fact. */
export async function react(work: CommandContext, fact: Fact): Promise<void> {
  const list = (reactions as Record<string, readonly Reaction<never>[]>)[fact.type];
  if (!list) throw new Error(`no reaction is mapped for the fact ${fact.type}`);
  for (const reaction of list) await reaction(work, fact as never);
}

async function announceSite(work: CommandContext): Promise<void> {
  await work.announce(channels.site, work.hubId);
}

async function announceHubs(work: CommandContext): Promise<void> {
  await work.announce(channels.hubs, '');
}
