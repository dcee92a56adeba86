import type { Context } from '#platform/context/context.ts';
import type { NamedOrganization, PublishingDependencies } from '../../../ports.ts';

/** Two structures may bear the same name: the end of the address tells them apart. */
export function organizationWords({ name, path }: NamedOrganization): string {
  return `${name} · ${path.slice(path.lastIndexOf('/') + 1)}`;
}

export interface ChosenOrganization {
  readonly id: string | null;
  /** What was typed, to draw it again. */
  readonly name: string;
  readonly error: string | undefined;
}

/** The structure that these words name: the former one when they still name it. Empty words name the hub. */
export async function organizationFrom(
  ctx: Context,
  { organizations }: Pick<PublishingDependencies, 'organizations'>,
  typed: string,
  formerId: string | null,
): Promise<ChosenOrganization> {
  const words = typed.trim();
  if (words === '') return { id: null, name: '', error: undefined };
  const former = formerId === null ? undefined : (await organizations.named(ctx, [formerId])).get(formerId);
  if (former && isNamed(former, words)) return { id: former.id, name: words, error: undefined };
  const found = await organizations.find(ctx, words.split(' · ')[0] ?? words, 20);
  const same = found.filter((one) => isNamed(one, words));
  const [only] = same.length > 0 ? same : [];
  if (only && same.length === 1) return { id: only.id, name: words, error: undefined };
  return {
    id: null,
    name: words,
    error:
      same.length > 1
        ? 'Plusieurs structures portent ce nom : choisissez dans la liste.'
        : 'Cette structure n’est pas dans l’annuaire : choisissez dans la liste, ou laissez vide.',
  };
}

function isNamed(organization: NamedOrganization, words: string): boolean {
  return organization.name.toLowerCase() === words.toLowerCase() || organizationWords(organization) === words;
}
