import { recentPhotos, type WantedPhotos } from '#modules/photos/index.ts';
import type { Context } from '#platform/context/context.ts';
import type { PublicationFields } from '../../../content/publication-fields.ts';
import type { PublicationKind } from '../../../domain/publication.ts';
import { mayPublish } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { doorChoices } from '../../../queries/office/door-choices.ts';
import { readPublishingSettings } from '../../../queries/publishing-settings.ts';
import type { EditorChoices } from '../editor-choices.ts';
import { kindEditorOf } from '../kind-editors.ts';

interface Wanted {
  readonly kind: PublicationKind;
  readonly organizationId: string | null;
  /** What is edited, when its kind has choices of its own. */
  readonly content?: PublicationFields['content'];
  readonly photos: WantedPhotos;
}

/** Reads all that the editor of a kind offers to choose from. */
export async function readChoices(
  ctx: Context,
  deps: PublishingDependencies,
  { kind, organizationId, content, photos }: Wanted,
): Promise<EditorChoices> {
  const [audiences, themes, recent, named, { trustedRoles }, homeBlocks, more] = await Promise.all([
    doorChoices(ctx.db),
    deps.themes(ctx),
    recentPhotos(ctx, photos),
    organizationId === null ? null : deps.organizations.named(ctx, [organizationId]),
    readPublishingSettings(ctx.db),
    kind === 'home' ? deps.homeBlocks(ctx) : [],
    content && kindEditorOf(kind).more?.(ctx, content),
  ]);
  return {
    audiences,
    themes,
    photos: recent,
    organization: (organizationId !== null && named?.get(organizationId)) || null,
    cardSources: deps.cardSources().map((source) => ({ kind: source.kind, label: source.label })),
    homeBlocks: homeBlocks.map(({ key, label }) => ({ key, label })),
    mayPublish: mayPublish(ctx.actor, kind, trustedRoles),
    ...more,
  };
}
