import type { Context } from '#platform/context/context.ts';
import type { ContentOf } from '../../../content/publication-fields.ts';
import type { NamedOrganization, PublishingDependencies } from '../../../ports.ts';

/** The partners of an action; those that the directory holds under this very name lead to their page. */
export async function partnersOf(
  ctx: Context,
  { organizations }: Pick<PublishingDependencies, 'organizations'>,
  { partners }: Pick<ContentOf<'action'>, 'partners'>,
): Promise<{ name: string; organization: NamedOrganization | null }[]> {
  const named = partners.filter(({ name }) => name !== '');
  if (named.length === 0) return [];
  const [byId, byName] = await Promise.all([
    organizations.named(
      ctx,
      named.flatMap(({ organizationId }) => organizationId ?? []),
    ),
    organizations.byNames(
      ctx,
      named.filter(({ organizationId }) => organizationId === null).map(({ name }) => name),
    ),
  ]);
  return named.map(({ name, organizationId }) => ({
    name,
    organization: (organizationId === null ? byName.get(name) : byId.get(organizationId)) ?? null,
  }));
}
