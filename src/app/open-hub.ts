import { createHub, type HubDependencies } from '#modules/hub/index.ts';
import { createFirstSignInLink, grantRole, registerPerson } from '#modules/identity/index.ts';
import { openAboutPage, openDoors } from '#modules/publishing/index.ts';
import type { Actor } from '#platform/context/context.ts';
import { execute } from '#platform/command/execute.ts';
import { newId } from '#platform/ids/ids.ts';
import { accept, refuse, unwrap, type Outcome } from '#platform/outcome/outcome.ts';
import type { ComposedSite } from './compose-site.ts';
import { operatorOfMachine } from './machine-actor.ts';

/** A hub to open and the person who will run it. */
export interface HubToOpen {
  name: string;
  slug: string;
  firstEmployee: { givenName: string; familyName: string; email: string | null };
  actor: Actor;
  /** A demonstration hub gives way to the first real one. */
  isDemo?: boolean;
}

/**
 * Opens a hub with its doors, its own page and its first employee, who is also its operator, and answers the path of her first sign-in
 * link. The rest is empty: its assistant asks for it.
 */
export async function openHub(
  site: Pick<ComposedSite, 'contextOf'>,
  wanted: HubToOpen,
): Promise<Outcome<{ hubId: string; path: string }>> {
  const hubId = newId();
  const created = await execute(await site.contextOf(hubId, wanted.actor), createHub, {
    name: wanted.name,
    slug: wanted.slug,
    isDemo: wanted.isDemo ?? false,
  });
  if (!created.ok) return created;
  // The new hub has nobody yet: its first person is entered by the machine itself.
  const ctx = await site.contextOf(hubId, operatorOfMachine);
  const { givenName, familyName, email } = wanted.firstEmployee;
  const { personId } = unwrap(await execute(ctx, registerPerson, { givenName, familyName, email: email ?? '' }));
  for (const role of ['employee', 'operator'] as const) unwrap(await execute(ctx, grantRole, { personId, role }));
  unwrap(await execute(ctx, openDoors, {}));
  unwrap(await execute(ctx, openAboutPage, {}));
  const path = await createFirstSignInLink(await site.contextOf(hubId, null), personId);
  return accept({ hubId, path });
}

/** The same, asked from a page by an operator of another hub. */
export function openHubFromPage(site: Pick<ComposedSite, 'contextOf'>): HubDependencies['openHub'] {
  return async (ctx, wanted) => (ctx.actor ? openHub(site, { ...wanted, actor: ctx.actor }) : refuse('forbidden'));
}
