import { HostError } from '#platform/host-errors/host-error.ts';
import type { ComposedSite } from '../compose-site.ts';

/** The hub a command works on: the one named, or the only one. */
export async function chosenHub(site: ComposedSite, slug: string | undefined): Promise<{ id: string; slug: string }> {
  const open = await site.deps.hubs.openHubs();
  const hub = slug ? open.find((candidate) => candidate.slug === slug) : open[0];
  if (hub && (slug || open.length === 1)) return hub;
  const names = open.map((candidate) => candidate.slug).join(', ');
  throw new HostError(
    open.length === 0 ? 'Cette installation n’a encore aucun pôle.' : `Dites quel pôle avec --pole : ${names}.`,
  );
}
