import { recentPhotos, type RecentPhoto } from '#modules/photos/index.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { readStoredFiles, type StoredFile } from '#platform/stored-files/index.ts';
import { mayPublishEvents, mayRunAgenda } from '../../../policy.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { readAgendaSettings } from '../../../queries/agenda-settings.ts';
import { venueChoices, venueWords } from '../../../queries/office/venue-choices.ts';
import type { TypedEvent } from './typed-event.ts';

/** All that the editor offers to choose from. */
export interface EditorChoices {
  readonly venues: readonly string[];
  readonly audiences: readonly { tag: string; label: string }[];
  readonly themes: readonly { id: string; label: string; depth: number }[];
  readonly photos: readonly RecentPhoto[];
  readonly files: readonly StoredFile[];
  readonly mayPublish: boolean;
  /** Of the team: speaks for the hub, sees perimeters. */
  readonly runs: boolean;
  readonly perimeterNote: string;
}

export async function readChoices(
  { ctx, actor }: Exchange,
  deps: AgendaDependencies,
  typed: TypedEvent,
  form?: SentForm,
): Promise<EditorChoices> {
  const runs = mayRunAgenda(actor);
  const [venues, audiences, themes, photos, files, settings] = await Promise.all([
    venueChoices(ctx.db, { publicOnly: !runs }),
    deps.audiences(ctx),
    deps.themes(ctx),
    recentPhotos(ctx, { words: form?.values['photo_words'], chosenIds: [typed.photo.imageId] }),
    readStoredFiles(ctx.db, typed.files),
    readAgendaSettings(ctx.db),
  ]);
  return {
    venues: venues.map(venueWords),
    audiences,
    themes,
    photos,
    files,
    runs,
    mayPublish: mayPublishEvents(actor, settings.trustedRoles),
    perimeterNote: settings.perimeterNote,
  };
}
