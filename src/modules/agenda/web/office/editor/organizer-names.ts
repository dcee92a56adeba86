import type { Context } from '#platform/context/context.ts';
import type { EventFields } from '../../../event/agenda-event.ts';
import type { AgendaDependencies, NamedOrganization } from '../../../ports.ts';

type Organizers = Pick<AgendaDependencies, 'organizations'>;

/** Two structures may bear the same name: the end of the address tells them apart. */
export function organizationWords({ name, path }: NamedOrganization): string {
  return `${name} · ${path.slice(path.lastIndexOf('/') + 1)}`;
}

/** How the editor names the organisers of an event. */
export async function organizerNames(
  ctx: Context,
  { organizations }: Organizers,
  list: EventFields['organizers'],
): Promise<string[]> {
  const ids = list.flatMap(({ organizationId }) => organizationId ?? []);
  const named = ids.length > 0 ? await organizations.named(ctx, ids) : new Map<string, NamedOrganization>();
  return list.map(({ organizationId, name }) => (organizationId && named.get(organizationId)?.name) || name);
}

/** The organisers that these words name: structures of the directory, the former ones first, or names as typed. */
export async function organizersFrom(
  ctx: Context,
  { organizations }: Organizers,
  typed: readonly string[],
  former: EventFields['organizers'],
): Promise<EventFields['organizers']> {
  const formerNames = await organizerNames(ctx, { organizations }, former);
  return Promise.all(
    typed.map(async (words) => {
      const kept = former[formerNames.indexOf(words)];
      if (kept) return kept;
      const found = await organizations.find(ctx, words.split(' · ')[0] ?? words, 20);
      const same = found.filter(
        (one) => one.name.toLowerCase() === words.toLowerCase() || organizationWords(one) === words,
      );
      const [only] = same;
      return only && same.length === 1 ? { organizationId: only.id, name: '' } : { organizationId: null, name: words };
    }),
  );
}
