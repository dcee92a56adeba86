export type { MailingFact, MailingChanged, ReaderUnsubscribed } from './facts.ts';
export { readNotices } from './commands/read-notices.ts';
export { writeMailing } from './commands/write-mailing.ts';
export { saveMailingSettings } from './commands/save-settings.ts';
export { moveMailingsTo } from './commands/follow-merged-person.ts';
export { mayKeepMailings } from './policy.ts';
export { paths as mailingPaths } from './paths.ts';
export { subjectNames as mailSubjectNames } from './domain/subject-names.ts';
export type { MailingDependencies, SegmentSeam } from './ports.ts';
