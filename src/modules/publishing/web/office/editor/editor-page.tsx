import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId, newId } from '#platform/ids/ids.ts';
import { blocksOf, fieldsOf, imagesOf, type PublicationFields } from '../../../content/publication-fields.ts';
import { isArranged, isProposable, isPublicationKind, type PublicationKind } from '../../../domain/publication.ts';
import { officePaths } from '../../../paths.ts';
import { mayEdit, mayRunSite } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { storedHome } from '../../../queries/office/stored-home.ts';
import { readPublishingSettings } from '../../../queries/publishing-settings.ts';
import { readPublication, type StoredPublication } from '../../../queries/stored-publication.ts';
import { kindNames } from '../../texts.ts';
import type { Arrangement } from '../blocks/arrange-blocks.ts';
import { BlockEditor } from '../blocks/block-editor.tsx';
import { blockEditorProps } from '../blocks/block-editor-props.ts';
import { homeToArrange } from '../blocks/home-to-arrange.ts';
import type { TypedBlock } from '../blocks/typed-block.ts';
import { kindEditorOf } from '../kind-editors.ts';
import { EditorForm } from './editor-form.tsx';
import { EditorState, officeHeader } from './editor-state.tsx';
import { readChoices } from './read-choices.ts';
import { photoFrom, typedFrom, type TypedPublication } from './typed-publication.ts';

/** `GET /gestion/contenus/ajouter/:kind` */
export async function showAdd(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const kind = addedKind(exchange);
  if (!kind) return exchange.notFound();
  const home = kind === 'home' ? await storedHome(exchange.ctx.db) : null;
  if (home) return exchange.redirect(officePaths.edit(home.id));
  return editorPage(exchange, deps, { kind, stored: null, typed: emptyTyped(kind) });
}

/** `GET /gestion/contenus/:id` */
export async function showEdit(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const stored = await editedPublication(exchange);
  if (!stored) return exchange.notFound();
  const { organizationId } = stored.pending ?? stored.fields;
  const named = organizationId ? await deps.organizations.named(exchange.ctx, [organizationId]) : new Map();
  const typed = typedFrom(stored, named.get(organizationId ?? '')?.name ?? '', exchange.hub.zone);
  return editorPage(exchange, deps, { kind: stored.kind, stored, typed });
}

/** The kind of the address, when this person may add one. */
export function addedKind(exchange: Exchange): PublicationKind | null {
  const kind = exchange.param('kind');
  if (!isPublicationKind(kind)) return null;
  return mayRunSite(exchange.actor) || isProposable(kind) ? kind : null;
}

/** The publication of the address, when this person may edit it and it is not in the trash. */
export async function editedPublication(exchange: Exchange): Promise<StoredPublication | null> {
  const id = exchange.param('id');
  const stored = isId(id) ? await readPublication(exchange.ctx.db, id) : null;
  if (!stored || stored.trashedAt) return null;
  const { trustedRoles } = await readPublishingSettings(exchange.ctx.db);
  return mayEdit(exchange.actor, stored, trustedRoles) ? stored : null;
}

/** An empty publication of a kind. */
export function emptyTyped(kind: PublicationKind): TypedPublication {
  const fields = {
    ...(fieldsOf(kind).parse({ title: '-', content: {} }) as PublicationFields),
    title: kind === 'home' ? 'Accueil' : '',
  };
  return { version: null, fields, photo: photoFrom(fields), organizationName: '', publishAt: '', slug: '' };
}

export interface EditorView {
  readonly kind: PublicationKind;
  readonly stored: StoredPublication | null;
  readonly typed: TypedPublication;
  readonly errors?: Readonly<Record<string, string>>;
  /** The form just sent, when the page answers one. */
  readonly form?: SentForm;
  readonly status?: number;
  /** The blocks after an act on them; those of the publication otherwise. */
  readonly arrangement?: Arrangement;
}

/** The editor, with what was typed and what was refused of it. */
export async function editorPage(
  exchange: Exchange,
  deps: PublishingDependencies,
  { kind, stored, typed, errors = {}, form, status = 200, arrangement }: EditorView,
): Promise<Response> {
  const choices = await readChoices(exchange.ctx, deps, {
    kind,
    organizationId: typed.fields.organizationId,
    content: typed.fields.content,
    photos: {
      words: form?.values['photo_words'],
      chosenIds: [typed.photo.imageId, ...imagesOf(typed.fields)],
    },
  });
  const version = typed.version ?? stored?.version;
  const kept = blocksOf(typed.fields.content) as readonly TypedBlock[];
  const blocks = kind === 'home' && !form ? homeToArrange(kept, choices.homeBlocks, newId) : kept;
  const arrangedBlocks = isArranged(kind)
    ? await blockEditorProps(exchange, deps, arrangement ?? { blocks, removed: null, open: null }, choices, form)
    : null;
  return exchange.page({
    title: stored ? stored.fields.title : kindNames[kind].new,
    layout: 'office',
    status,
    section: officePaths.list,
    ...officeHeader(exchange, stored, kind),
    content: (
      <>
        {stored && <EditorState exchange={exchange} stored={stored} mayPublish={choices.mayPublish} />}
        <EditorForm
          kind={kind}
          editor={kindEditorOf(kind)}
          stored={stored}
          typed={typed}
          choices={choices}
          errors={errors}
          hidden={{ [formKeyField]: exchange.formKey, ...(version ? { version: String(version) } : {}) }}
          photoWords={form?.values['photo_words']}
        >
          {arrangedBlocks && <BlockEditor {...arrangedBlocks} errors={errors} />}
        </EditorForm>
      </>
    ),
  });
}
