export type { PublishingFact } from './facts.ts';
export type { NamedContact, NamedOrganization, PublishingDependencies } from './ports.ts';
export { savePublication } from './commands/save-publication.ts';
export { movePublicationsTo } from './commands/follow-merged-person.ts';
export type { NewsTopic } from './content/news.ts';
export { publicationPath } from './paths.ts';
