import { eventAt, isPublicEvent, type StoredEvent } from '#modules/agenda/index.ts';
import type { Context } from '#platform/context/context.ts';
import { mayKeepProgrammes } from '../policy.ts';
import { readProgramme, type StoredProgramme } from './stored-programme.ts';

export interface OpenProgramme {
  event: StoredEvent;
  programme: StoredProgramme;
  /** Whether everyone may read it; otherwise the team looks before. */
  isPublic: boolean;
}

/** The programme of the event at this address, for those who may see it. */
export async function openProgramme(ctx: Context, slug: string): Promise<OpenProgramme | null> {
  const event = await eventAt(ctx.db, slug);
  if (!event || event.trashedAt || event.slug !== slug) return null;
  const programme = await readProgramme(ctx.db, event.id);
  if (!programme) return null;
  const isPublic = isPublicEvent(event) && programme.isPublished;
  return isPublic || mayKeepProgrammes(ctx.actor) ? { event, programme, isPublic } : null;
}
