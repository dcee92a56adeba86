import { mailSubjects, type MailableItem, type MailSubject } from '#platform/contributions/module.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { cutText } from '#platform/french/index.ts';
import { isId } from '#platform/ids/ids.ts';
import type { DrawableMailing } from '../../compose/draw-mailing.ts';
import { itemToWrite, readRef, writeRef, type ItemRef } from '../../compose/item-of.ts';
import { proposedAudience, type Audience, type ChosenCondition } from '../../domain/audience.ts';
import type { MailingKind } from '../../domain/mailing-states.ts';
import type { WrittenItem, WrittenMailing } from '../../queries/read-mailing.ts';

/** A mailing on its way to be written: what the address or the form says of it. */
export interface Draft {
  refs: readonly ItemRef[];
  kind: MailingKind;
  subject: MailSubject | null;
  title: string;
  preview: string;
  introduction: string;
  audience: Audience;
  isArchived: boolean;
}

const isSubject = (text: string | null): text is MailSubject =>
  (mailSubjects as readonly string[]).includes(text ?? '');

/** The first draft of a mail about these things, or of a free letter: nothing has to be typed. */
export function firstDraft(items: readonly MailableItem[]): Draft {
  const [first] = items;
  const subject = first?.subject ?? 'life';
  return {
    refs: items.map(({ kind, id }) => ({ kind, id })),
    kind: items.length === 1 ? 'single' : 'letter',
    subject,
    title: first?.title ?? '',
    preview: items.length === 1 && first ? cutText(first.text, 140) : '',
    introduction: '',
    audience: proposedAudience(subject),
    isArchived: true,
  };
}

type Fields = Pick<SentForm, 'all'> & { values: Readonly<Record<string, string | undefined>> };

/** What a form or an address tells. */
export function readDraft({ values, all }: Fields): Draft {
  const refs = all('de').flatMap((text) => readRef(text) ?? []);
  const subject = values['subject'] ?? null;
  return {
    refs,
    kind: refs.length === 1 ? 'single' : 'letter',
    subject: isSubject(subject) ? subject : null,
    title: values['title'] ?? '',
    preview: values['preview'] ?? '',
    introduction: values['introduction'] ?? '',
    audience: readAudience({ values, all }),
    isArchived: values['archive'] === 'oui',
  };
}

export function readAudience({ values, all }: Fields): Audience {
  const within = values['dans'] ?? '';
  return {
    subjects: all('abonnes').filter(isSubject),
    members: values['adherents'] === 'oui',
    segments: all('segments').filter(isId).slice(0, 20),
    conditions: all('aussi')
      .flatMap((text) => readCondition(text) ?? [])
      .slice(0, 20),
    within: isId(within) ? within : null,
  };
}

/** A condition as a box of the form says it: `people.structure-theme=0197…`. */
export const writeCondition = ({ key, value }: ChosenCondition): string => `${key}=${value}`;

function readCondition(text: string): ChosenCondition | null {
  const at = text.indexOf('=');
  const [key, value] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && /^[a-z][a-z.-]{1,79}$/.test(key) && value.length <= 200 ? { key, value } : null;
}

/** The fields of an address. */
export function fieldsOf(query: URLSearchParams): Fields {
  return { values: Object.fromEntries(query), all: (name) => query.getAll(name) };
}

/** The draft of a mailing already kept. */
export function draftOf(mailing: WrittenMailing): Draft {
  const { kind, subject, title, preview, introduction, audience, isArchived } = mailing;
  const refs = mailing.items.map((item) => ({ kind: item.kind, id: item.itemId }));
  return { refs, kind, subject, title, preview, introduction, audience, isArchived };
}

/** The same as an address tells it. */
export function draftQuery(draft: Draft): string {
  const query = new URLSearchParams([
    ...draft.refs.map((ref): [string, string] => ['de', writeRef(ref)]),
    ['subject', draft.subject ?? ''],
    ['title', draft.title],
    ['preview', draft.preview],
    ['introduction', draft.introduction],
    ...audienceEntries(draft.audience),
  ]);
  return query.toString();
}

export function audienceEntries(audience: Audience): [string, string][] {
  return [
    ...audience.subjects.map((subject): [string, string] => ['abonnes', subject]),
    ...(audience.members ? ([['adherents', 'oui']] as [string, string][]) : []),
    ...audience.segments.map((id): [string, string] => ['segments', id]),
    ...(audience.conditions ?? []).map((one): [string, string] => ['aussi', writeCondition(one)]),
    ...(audience.within ? ([['dans', audience.within]] as [string, string][]) : []),
  ];
}

/** The draft as it can be drawn before it is kept. */
export function drawable(draft: Draft, items: readonly MailableItem[]): DrawableMailing {
  return {
    kind: draft.kind,
    subject: draft.subject,
    title: draft.title || 'Sans titre',
    preview: draft.preview,
    introduction: draft.introduction,
    slug: null,
    isArchived: draft.isArchived,
    items: items.map(drawableItem),
  };
}

function drawableItem(item: MailableItem, position: number): WrittenItem {
  const { id: itemId, text, by, pictureId, ...fields } = itemToWrite(item);
  const picture = item.picture && { ...item.picture, visibility: 'public' as const };
  return { ...fields, id: itemId, itemId, position, words: text, byName: by, pictureId, withdrawnAt: null, picture };
}
