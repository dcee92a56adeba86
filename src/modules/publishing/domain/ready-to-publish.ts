import type { PublicationKind } from './publication.ts';

/** What is looked at before something becomes public. */
export interface ToPublish {
  kind: PublicationKind;
  line: string;
  brief: string;
  body: string;
  imageId: string | null;
  imageAlternative: string;
  happenedOn: string | null;
  content: unknown;
}

/** What is still missing before it may be public: French messages by field. Nothing missing: an empty object. */
export function missingToPublish(draft: ToPublish): Record<string, string> {
  const missing: Record<string, string> = {};
  const content = draft.content as { link?: string; fileId?: string | null; sourceName?: string };
  if (draft.kind === 'news' && !draft.brief && !draft.body)
    missing['brief'] = 'Écrivez au moins quelques mots : deux phrases suffisent.';
  if (draft.kind === 'watch' && !content.link && !content.sourceName)
    missing['content.sourceName'] = 'Dites d’où vient cette information.';
  if (draft.kind === 'watch' && !draft.happenedOn) missing['happenedOn'] = 'Datez cette information.';
  return missing;
}
