import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { isArranged } from '../../../domain/publication.ts';
import { mayEdit } from '../../../policy.ts';
import { readPublishingSettings } from '../../../queries/publishing-settings.ts';
import { readPublication, type StoredPublication } from '../../../queries/stored-publication.ts';

/** The publication of the address, for whoever may edit it; pages made of blocks have no channels. */
export async function editableAt({ ctx, actor, ...exchange }: Exchange): Promise<StoredPublication | null> {
  const id = exchange.param('id');
  const publication = isId(id) ? await readPublication(ctx.db, id) : null;
  if (!publication || publication.trashedAt || isArranged(publication.kind)) return null;
  const { trustedRoles } = await readPublishingSettings(ctx.db);
  return mayEdit(actor, publication, trustedRoles) ? publication : null;
}
