import { execute } from '#platform/command/execute.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { fieldsOf, type PublicationFields } from '../../../content/publication-fields.ts';
import { savePublication, type EditedMeanwhile } from '../../../commands/save-publication.ts';
import { savingActs, type SavingAct } from '../../../domain/next-state.ts';
import { isArranged, type PublicationKind } from '../../../domain/publication.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import { storedHome } from '../../../queries/office/stored-home.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { refusalText } from '../../texts.ts';
import { isBlockAct } from '../blocks/arrange-blocks.ts';
import { savedBlocks } from '../blocks/read-blocks.ts';
import { sentArrangement } from '../blocks/sent-arrangement.ts';
import type { TypedBlock } from '../blocks/typed-block.ts';
import { addedKind, editedPublication, editorPage, emptyTyped } from './editor-page.tsx';
import { formErrors } from './form-errors.ts';
import { conflictPage, keptTheirs } from './conflict-page.tsx';
import { mergedFields } from './merge-fields.ts';
import { readAgain } from './read-again.ts';
import { readEditorForm, versionSent } from './read-form.ts';
import { readVersion, type PublicationVersion } from '../../../queries/office/publication-versions.ts';
import { instantOf } from './typed-publication.ts';

/** `POST /gestion/contenus/ajouter/:kind` */
export async function receiveAdd(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const kind = addedKind(exchange);
  if (!kind) return exchange.notFound();
  // There is one home: whoever arranged it meanwhile is shown beside.
  return receive(exchange, deps, kind, kind === 'home' ? await storedHome(exchange.ctx.db) : null);
}

/** `POST /gestion/contenus/:id` */
export async function receiveEdit(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const stored = await editedPublication(exchange);
  return stored ? receive(exchange, deps, stored.kind, stored) : exchange.notFound();
}

async function receive(
  exchange: Exchange,
  deps: PublishingDependencies,
  kind: PublicationKind,
  stored: StoredPublication | null,
): Promise<Response> {
  const form = await exchange.form();
  const former = stored ? (stored.pending ?? stored.fields) : emptyTyped(kind).fields;
  const { typed, fields, errors } = readAgain(kind, form) ?? (await readEditorForm(exchange, deps, kind, former, form));
  const redraw = (more: Readonly<Record<string, string>>, status = 422): Promise<Response> =>
    editorPage(exchange, deps, { kind, stored, typed, errors: { ...errors, ...more }, form, status });
  const wanted = form.values['act'] ?? 'keep';
  const act = savingActs.find((one) => one === wanted);
  if (isBlockAct(wanted)) {
    const arrangement = sentArrangement(form, blocksIn(fields.content));
    // What is typed is not finished: only a file that could not be kept is told.
    const refusedFiles = Object.fromEntries(Object.entries(errors).filter(([name]) => name.endsWith('_file')));
    return editorPage(exchange, deps, { kind, stored, typed, errors: refusedFiles, form, arrangement });
  }
  if (!act) return redraw({}, 200);
  if (Object.keys(errors).length > 0) return redraw({});

  const base = stored && (await startedFrom(exchange, stored, form));
  const own = fieldsOf(kind).safeParse(savedFields(kind, fields));
  const isMerged = own.success && stored !== null && form.values['mine'] !== undefined;
  const publishAt = act === 'schedule' ? instantOf(typed.publishAt, exchange.hub.zone) : null;
  const slug = typed.slug && typed.slug !== stored?.slug ? typed.slug : null;
  const outcome = await execute(
    exchange.ctx,
    savePublication,
    {
      id: stored?.id ?? null,
      kind,
      version: typed.version,
      fields: isMerged
        ? mergedFields(base?.fields ?? null, own.data, former, keptTheirs(form))
        : savedFields(kind, fields),
      act,
      publishAt: publishAt?.toString() ?? null,
      slug,
    },
    { key: form.key },
  );
  if (!outcome.ok && outcome.reason === 'edited_meanwhile' && stored && own.success) {
    const mine = { ...typed, fields: own.data as PublicationFields };
    return conflictPage(exchange, deps, { stored, mine, base, meanwhile: outcome.details as EditedMeanwhile, act });
  }
  if (!outcome.ok) {
    const named = formErrors(outcome.fields, fields.content);
    return redraw(Object.keys(named).length > 0 ? named : { '': refusalText(outcome.reason) });
  }
  const { id, status } = outcome.value;
  const isShown = act === 'publish' && status === 'published';
  return exchange.redirect(isShown ? publicationPath(kind, outcome.value.slug) : officePaths.edit(id), {
    tone: 'success',
    text: said[act],
  });
}

/** The version this editor started from: the first one, when she already chose between two. */
async function startedFrom(
  exchange: Exchange,
  stored: StoredPublication,
  form: SentForm,
): Promise<PublicationVersion | null> {
  const version = versionSent(form.values['base'] ?? form.values['version']);
  return version === null ? null : readVersion(exchange.ctx.db, stored, version);
}

const said: Readonly<Record<SavingAct, string>> = {
  keep: 'C’est enregistré.',
  propose: 'Merci : l’équipe relit et publie bientôt.',
  schedule: 'C’est programmé.',
  publish: 'C’est en ligne.',
};

function blocksIn(content: unknown): readonly TypedBlock[] {
  return (content as { blocks?: readonly TypedBlock[] }).blocks ?? [];
}

function savedFields(kind: PublicationKind, fields: { content: unknown }): unknown {
  if (!isArranged(kind)) return fields;
  return { ...fields, content: { ...(fields.content as object), blocks: savedBlocks(blocksIn(fields.content)) } };
}
