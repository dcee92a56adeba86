import type { CommandContext } from '#platform/context/context.ts';
import type { PublicationChanged, PublicationPublished } from './facts.ts';
import { tellAuthor } from './jobs/tell-author-job.ts';
import { websubPing } from './jobs/websub-ping.ts';
import { readPublishingSettings } from './queries/publishing-settings.ts';
import { senderOf } from './queries/proposals.ts';
import { readPublication } from './queries/stored-publication.ts';
import { feedsToTell } from './web/public/feeds/feeds-to-tell.ts';

/** What somebody proposed is public: she is told. */
export async function tellAuthorOfPublication(work: CommandContext, { id }: PublicationPublished): Promise<void> {
  if (await senderOf(work.db, id)) await work.enqueue(tellAuthor, { id });
}

/** Something everyone may read came, changed or went: the WebSub hub is told of the feeds that hold it. */
export async function pingWebsub(work: CommandContext, { id }: PublicationChanged): Promise<void> {
  const { websubHub } = await readPublishingSettings(work.db);
  if (websubHub === null) return;
  const publication = await readPublication(work.db, id);
  if (!publication) return;
  const feeds = feedsToTell(publication);
  if (feeds.length > 0) await work.enqueue(websubPing, { feeds });
}
