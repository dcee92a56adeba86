import { photoChoiceOf, takePhoto, type PhotoChoice } from '#modules/photos/index.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { contentOf, type PublicationFields } from '../../../content/publication-fields.ts';
import { isArranged, type PublicationKind } from '../../../domain/publication.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import type { KindEditor } from '../kind-editor.ts';
import { keepingFiles, readBlocks } from '../blocks/read-blocks.ts';
import { mayRunSite } from '../../../policy.ts';
import { kindEditorOf } from '../kind-editors.ts';
import { richTextOf } from '#ui/fields/rich-text-field.tsx';
import { organizationFrom } from './organization-choice.ts';
import type { TypedPublication } from './typed-publication.ts';

/** What a form of the editor says, and what is wrong with it that no schema sees. */
export interface ReadForm {
  readonly typed: TypedPublication;
  /** What the command takes: the content as it was sent, unchecked. */
  readonly fields: Omit<PublicationFields, 'content'> & { content: unknown };
  readonly errors: Readonly<Record<string, string>>;
}

/** The fields of a form for the editor of this kind. `former` is what they were: what a kind does not draw is kept. */
export async function readEditorForm(
  exchange: Exchange,
  deps: PublishingDependencies,
  kind: PublicationKind,
  former: PublicationFields,
  form: SentForm,
): Promise<ReadForm> {
  const editor = kindEditorOf(kind);
  const photo = await photoFromForm(exchange, deps, editor, form);
  const structure = editor.common.organization
    ? await organizationFrom(exchange.ctx, deps, form.values['organization'] ?? '', former.organizationId)
    : { id: former.organizationId, name: '', error: undefined };
  const own = await ownContent(exchange, deps, kind, former, form);
  const { content } = own;
  const fields = {
    ...commonFrom(form, editor, former),
    ...(photo.choice
      ? { imageId: photo.choice.imageId, imageAlternative: photo.choice.alternative, imageCredit: photo.choice.credit }
      : {}),
    organizationId: structure.id,
    content,
  };
  return {
    fields,
    errors: { ...photo.errors, ...own.errors, ...(structure.error ? { organization: structure.error } : {}) },
    typed: {
      version: versionSent(form.values['version']),
      fields: { ...fields, content: shownContent(kind, content, former) },
      photo: photo.choice ?? { imageId: null, alternative: '', isDecorative: false, credit: '' },
      organizationName: structure.name,
      publishAt: form.values['publishAt'] ?? '',
      slug: (form.values['slug'] ?? '').trim(),
    },
  };
}

/** What the kind alone has: its blocks, its files, its fields. */
async function ownContent(
  exchange: Exchange,
  deps: PublishingDependencies,
  kind: PublicationKind,
  former: PublicationFields,
  form: SentForm,
): Promise<{ content: unknown; errors: Readonly<Record<string, string>> }> {
  const editor = kindEditorOf(kind);
  const read = editor.read(form, former.content) as object;
  if (isArranged(kind)) {
    const { blocks, errors } = await readBlocks(form, keepingFiles(exchange.ctx, deps, form));
    return { content: { ...read, blocks }, errors };
  }
  const taken = await editor.take?.(exchange.ctx, deps.ports.files, form);
  return { content: { ...read, ...taken?.content }, errors: taken?.errors ?? {} };
}

async function photoFromForm(
  exchange: Exchange,
  deps: PublishingDependencies,
  editor: KindEditor<PublicationKind>,
  form: SentForm,
): Promise<{ choice: PhotoChoice | null; errors: Readonly<Record<string, string>> }> {
  if (!editor.common.photo) return { choice: null, errors: {} };
  const outcome = await takePhoto(exchange.ctx, deps.ports, form, 'photo', {
    // Theirs is seen by the team alone until what it shows is published.
    visibility: mayRunSite(exchange.actor) ? 'public' : 'staff',
  });
  return { choice: photoChoiceOf(outcome, form, 'photo'), errors: outcome.ok ? {} : outcome.fields };
}

function commonFrom(
  form: SentForm,
  { common }: KindEditor<PublicationKind>,
  former: PublicationFields,
): Omit<PublicationFields, 'content'> {
  const { content: _, ...kept } = former;
  const text = (name: 'title' | 'line' | 'brief' | 'authorName'): string =>
    common[name] ? (form.values[name] ?? '') : kept[name];
  const day = (name: 'happenedOn' | 'reviewOn'): string | null =>
    common[name] ? form.values[name] || null : kept[name];
  const hasTags = form.values['tags'] === 'oui';
  return {
    ...kept,
    title: text('title'),
    line: text('line'),
    brief: text('brief'),
    authorName: text('authorName'),
    body: common.body ? richTextOf(form, 'body') : kept.body,
    happenedOn: day('happenedOn'),
    reviewOn: day('reviewOn'),
    audiences: hasTags ? [...new Set([...form.all('audiences'), ...form.all('intents')])] : kept.audiences,
    themes: hasTags ? form.all('themes').filter(isId) : kept.themes,
  };
}

/** The content in the shape of its kind even when something in it is wrong, so that it can be drawn again. */
function shownContent(kind: PublicationKind, raw: unknown, former: PublicationFields): PublicationFields['content'] {
  const parsed = contentOf[kind].safeParse(raw);
  if (parsed.success) return parsed.data as PublicationFields['content'];
  return { ...former.content, ...(raw as object) } as PublicationFields['content'];
}

/** The version a form was drawn from; null for a new publication. */
export function versionSent(text: string | undefined): number | null {
  return /^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : null;
}
