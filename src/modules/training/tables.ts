import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, hubId, id, instant } from '#platform/db/columns.ts';
import type { CourseFormat, CoursePrice, Financing } from './domain/course.ts';
import type { AttendanceState } from './domain/certified-time.ts';
import type { DocumentKind } from './domain/document-kinds.ts';
import type { SessionPartner } from './domain/session-partner.ts';
import type { SessionState } from './domain/session-states.ts';
import type { SurveyAnswer, SurveyMoment, SurveyQuestion } from './domain/survey.ts';
import type { TraineeResult, TraineeStatus } from './domain/trainee-statuses.ts';

const line = (name: string) => text(name).notNull().default('');
const version = () => integer('version').notNull().default(1);

/** Who teaches: someone the hub knows, or a name. */
export const trainingTrainers = pgTable(
  'training_trainers',
  {
    hubId: hubId(),
    id: id(),
    version: version(),
    personId: uuid('person_id'),
    name: text('name').notNull(),
    qualification: line('qualification'),
    organizationId: uuid('organization_id'),
    trashedAt: instant('trashed_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What is taught, by the hub or by others. */
export const trainingCourses = pgTable(
  'training_courses',
  {
    hubId: hubId(),
    id: id(),
    slug: text('slug').notNull(),
    version: version(),
    status: text('status').$type<'draft' | 'published'>().notNull().default('draft'),
    trashedAt: instant('trashed_at'),
    title: text('title').notNull(),
    brief: line('brief'),
    isOwn: boolean('is_own').notNull().default(true),
    providerId: uuid('provider_id'),
    providerName: line('provider_name'),
    providerUrl: line('provider_url'),
    objectives: line('objectives'),
    prerequisites: line('prerequisites'),
    public: line('public'),
    programme: line('programme'),
    method: line('method'),
    means: line('means'),
    assessment: line('assessment'),
    accessibility: line('accessibility'),
    accessibilityContact: line('accessibility_contact'),
    minutes: integer('minutes').notNull().default(420),
    format: text('format').$type<CourseFormat>().notNull().default('onsite'),
    isForSchools: boolean('is_for_schools').notNull().default(false),
    prices: jsonb('prices').$type<CoursePrice[]>().notNull().default([]),
    priceNote: line('price_note'),
    financing: text('financing').array().$type<Financing[]>().notNull().default([]),
    audiences: text('audiences').array().notNull().default([]),
    themes: uuid('themes').array().notNull().default([]),
    publishedAt: instant('published_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Every address a course ever had. */
export const trainingCourseSlugs = pgTable(
  'training_course_slugs',
  {
    hubId: hubId(),
    slug: text('slug').notNull(),
    courseId: uuid('course_id').notNull(),
    since: instant('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.slug] })],
);

/** A course at given dates. */
export const trainingSessions = pgTable(
  'training_sessions',
  {
    hubId: hubId(),
    id: id(),
    courseId: uuid('course_id').notNull(),
    slug: text('slug').notNull(),
    version: version(),
    state: text('state').$type<SessionState>().notNull().default('draft'),
    trashedAt: instant('trashed_at'),
    eventId: uuid('event_id'),
    attendance: text('attendance').$type<CourseFormat>().notNull().default('onsite'),
    venueId: uuid('venue_id'),
    placeNote: line('place_note'),
    onlineLink: line('online_link'),
    minTrainees: integer('min_trainees').notNull().default(1),
    maxTrainees: integer('max_trainees').notNull().default(12),
    decideOn: day('decide_on'),
    decidedAt: instant('decided_at'),
    funder: line('funder'),
    partners: jsonb('partners').$type<SessionPartner[]>().notNull().default([]),
    isPrivate: boolean('is_private').notNull().default(false),
    note: line('note'),
    cancelledBecause: line('cancelled_because'),
    finishedAt: instant('finished_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** The unit that is signed. */
export const trainingHalfDays = pgTable(
  'training_half_days',
  {
    hubId: hubId(),
    id: id(),
    sessionId: uuid('session_id').notNull(),
    heldOn: day('held_on').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
    place: line('place'),
    topic: line('topic'),
    trainers: uuid('trainers').array().notNull().default([]),
    scanFileId: uuid('scan_file_id'),
    notedAt: instant('noted_at'),
    notedBy: line('noted_by'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who is trained, kept with the proofs. */
export const trainingTrainees = pgTable(
  'training_trainees',
  {
    hubId: hubId(),
    id: id(),
    sessionId: uuid('session_id').notNull(),
    registrationId: uuid('registration_id'),
    personId: uuid('person_id'),
    state: text('state').$type<'enrolled' | 'withdrawn'>().notNull().default('enrolled'),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    email: text('email'),
    phone: text('phone'),
    organizationId: uuid('organization_id'),
    organizationName: line('organization_name'),
    municipalityInsee: text('municipality_insee'),
    municipality: line('municipality'),
    status: text('status').$type<TraineeStatus>().notNull().default('unknown'),
    funder: line('funder'),
    paysHerself: boolean('pays_herself').notNull().default(false),
    priceCents: integer('price_cents').notNull().default(0),
    agreementSignedOn: day('agreement_signed_on'),
    result: text('result').$type<TraineeResult>().notNull().default('not_assessed'),
    chargeId: uuid('charge_id'),
    invoiceId: uuid('invoice_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who was there, half-day by half-day. */
export const trainingAttendances = pgTable(
  'training_attendances',
  {
    hubId: hubId(),
    halfDayId: uuid('half_day_id').notNull(),
    traineeId: uuid('trainee_id').notNull(),
    state: text('state').$type<AttendanceState>().notNull(),
    minutes: integer('minutes').notNull(),
    signedAt: instant('signed_at'),
    signature: line('signature'),
    notedAt: instant('noted_at').notNull(),
    notedBy: line('noted_by'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.halfDayId, table.traineeId] })],
);

/** Papers as they were made, version by version. */
export const trainingDocuments = pgTable(
  'training_documents',
  {
    hubId: hubId(),
    id: id(),
    sessionId: uuid('session_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    traineeId: uuid('trainee_id'),
    payer: line('payer'),
    version: integer('version').notNull(),
    fileId: uuid('file_id').notNull(),
    sha256: text('sha256').notNull(),
    madeFrom: text('made_from').notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: line('made_by'),
    sentAt: instant('sent_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who wants to hear of the next session. */
export const trainingInterests = pgTable(
  'training_interests',
  {
    hubId: hubId(),
    id: id(),
    courseId: uuid('course_id').notNull(),
    email: text('email').notNull(),
    name: line('name'),
    askedAt: instant('asked_at').notNull(),
    confirmedAt: instant('confirmed_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** Who was asked what she thought. */
export const trainingSurveyLinks = pgTable(
  'training_survey_links',
  {
    hubId: hubId(),
    id: id(),
    sessionId: uuid('session_id').notNull(),
    traineeId: uuid('trainee_id').notNull(),
    moment: text('moment').$type<SurveyMoment>().notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** What was answered, by nobody in particular. */
export const trainingSurveyAnswers = pgTable(
  'training_survey_answers',
  {
    hubId: hubId(),
    id: id(),
    sessionId: uuid('session_id').notNull(),
    moment: text('moment').$type<SurveyMoment>().notNull(),
    answers: jsonb('answers').$type<SurveyAnswer[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId, table.id] })],
);

/** How the hub trains. */
export const trainingSettings = pgTable(
  'training_settings',
  {
    hubId: hubId(),
    version: version(),
    nda: line('nda'),
    representative: line('representative'),
    representativeRole: line('representative_role'),
    vatWords: line('vat_words'),
    withdrawalWords: line('withdrawal_words'),
    paymentWords: line('payment_words'),
    hotQuestions: jsonb('hot_questions').$type<SurveyQuestion[]>().notNull().default([]),
    coldQuestions: jsonb('cold_questions').$type<SurveyQuestion[]>().notNull().default([]),
    coldAfterMonths: integer('cold_after_months').notNull().default(3),
    keptYears: integer('kept_years').notNull().default(5),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.hubId] })],
);
