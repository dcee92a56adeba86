import type { Context } from '#platform/context/context.ts';
import type { PublicationFields } from '../../../content/publication-fields.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { doorChoices } from '../../../queries/office/door-choices.ts';
import type { NameOf } from './fields-in-words.ts';

/** Names of the structures, readers and fields of activity that these texts name by id. */
export async function namesOfIds(
  ctx: Context,
  deps: Pick<PublishingDependencies, 'organizations' | 'themes'>,
  texts: readonly PublicationFields[],
): Promise<NameOf> {
  const organizationIds = [...new Set(texts.flatMap(({ organizationId }) => organizationId ?? []))];
  const [named, themes, doors] = await Promise.all([
    organizationIds.length > 0 ? deps.organizations.named(ctx, organizationIds) : new Map<string, { name: string }>(),
    deps.themes(ctx),
    doorChoices(ctx.db),
  ]);
  const names = new Map([
    ...[...named].map(([id, { name }]) => [id, name] as const),
    ...themes.map(({ id, label }) => [id, label] as const),
    ...doors.map(({ tag, label }) => [tag, label] as const),
  ]);
  const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);
  // Photos and files have no name that says more than that there is one.
  return (text) => names.get(text) ?? (isId(text) ? `n° ${text.slice(-6)}` : undefined);
}
