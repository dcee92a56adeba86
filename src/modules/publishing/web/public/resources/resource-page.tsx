import type { JSX } from 'preact';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { readStoredFile, type StoredFile } from '#platform/stored-files/index.ts';
import { ContentCards } from '#ui/components/content-cards.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { nextReviewDay, reviewState } from '../../../domain/review-state.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import { mayRunSite } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { creditedReaders, lastReviews, usefulVotesOf } from '../../../queries/resources/reader-marks.ts';
import { rankedResources } from '../../../queries/resources/ranked-resources.ts';
import { isDeadLink } from '../../../queries/resources/web-links.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { resourcesPath } from '../../../resource-paths.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { formatNames } from '../../texts.ts';
import { picturedContact } from '../item/contact-panel.tsx';
import { ItemBanner, ItemThemes, ShareText } from '../item/item-parts.tsx';
import { itemSetting, type ItemSetting } from '../item/item-setting.ts';
import { nearest } from '../item/nearest.ts';
import { shareImageOf } from '../share-images/share-image-of.ts';
import { DeadLinkNotice } from '../watch/watch-page.tsx';
import { resourceCards } from './resource-cards.ts';
import { resourceData } from './resource-data.ts';
import { ResourceSide, TakeAway } from './resource-side.tsx';
import { ReviewNotice } from './review-notice.tsx';
import { Steps } from './steps.tsx';
import { Useful } from './useful.tsx';

/** What is known of a resource besides its words. */
export interface ResourceFacts {
  setting: ItemSetting;
  file: StoredFile | null;
  votes: number;
  reviewedAt: Temporal.Instant;
  isDead: boolean;
  credited: readonly string[];
  today: Temporal.PlainDate;
  zone: string;
}

/** `/ressources/:slug`: how to do it, where to find it, until when to trust it. */
export async function resourceView(
  exchange: Exchange,
  deps: PublishingDependencies,
  resource: StoredPublication<'resource'>,
): Promise<PageView> {
  const { ctx, hub, actor } = exchange;
  const { id, slug, fields } = resource;
  const [facts, all, contact] = await Promise.all([
    resourceFacts(exchange, deps, resource),
    rankedResources(ctx, deps),
    picturedContact(ctx, deps, null),
  ]);
  const { setting } = facts;
  const others = await resourceCards(ctx, deps, nearest(all, { id, themes: fields.themes }, 3));
  const reviewOn = fields.reviewOn === null ? null : Temporal.PlainDate.from(fields.reviewOn);
  return {
    title: fields.title,
    description: fields.brief || fields.line,
    canonical: publicationPath('resource', slug),
    section: resourcesPath,
    structuredData: [resourceData(resource, facts, hub.origin)],
    image: shareImageOf(resource),
    edit: { href: officePaths.edit(id), label: 'Modifier cette ressource', roles: ['employee'] },
    mailable: { kind: 'resource', id },
    content: (
      <>
        <ItemBanner publication={resource} setting={setting} />
        <PageHeader
          trail={[{ label: 'Ressources', href: resourcesPath }, { label: fields.title }]}
          label={{ text: formatNames[fields.content.format], own: !setting.organization }}
          title={fields.title}
          lead={fields.brief ? <p>{fields.brief}</p> : undefined}
        />
        <ReviewNotice state={reviewState(reviewOn, facts.today)} reviewOn={reviewOn} />
        {facts.isDead && <DeadLinkNotice />}
        <Columns
          main={
            <div class="sheet resource">
              <TakeAway resource={resource} file={facts.file} />
              <CleanText html={fields.body} />
              <Steps id={id} steps={fields.content.steps} />
              <ItemThemes publication={resource} setting={setting} />
              <Useful
                slug={slug}
                votes={facts.votes}
                {...(mayRunSite(actor) && resource.status === 'published'
                  ? { confirm: { id, formKey: exchange.formKey, until: nextReviewDay(facts.today) } }
                  : {})}
              />
              <ShareText publication={resource} origin={hub.origin} />
            </div>
          }
          side={<ResourceSide resource={resource} facts={facts} contact={contact} />}
        />
        <Others cards={others} land={setting.land} />
      </>
    ),
  };
}

async function resourceFacts(
  exchange: Exchange,
  deps: PublishingDependencies,
  resource: StoredPublication<'resource'>,
): Promise<ResourceFacts> {
  const { ctx } = exchange;
  const { id, fields, publishedAt, updatedAt } = resource;
  const { fileId, link } = fields.content;
  const [setting, file, votes, reviews, isDead, credited] = await Promise.all([
    itemSetting(exchange, deps, resource),
    fileId ? readStoredFile(ctx.db, fileId) : null,
    usefulVotesOf(ctx.db, [id]),
    lastReviews(ctx.db, [id]),
    link ? isDeadLink(ctx.db, link) : false,
    creditedReaders(ctx.db, id),
  ]);
  return {
    setting,
    file,
    votes: votes.get(id) ?? 0,
    reviewedAt: reviews.get(id)?.at ?? publishedAt ?? updatedAt,
    isDead,
    credited,
    today: ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate(),
    zone: ctx.zone,
  };
}

function Others({
  cards,
  land,
}: {
  readonly cards: Awaited<ReturnType<typeof resourceCards>>;
  readonly land: ItemSetting['land'];
}): JSX.Element | null {
  if (cards.length === 0) return null;
  return (
    <Section title="À lire aussi" more={{ href: resourcesPath, label: 'Toutes les ressources' }}>
      <ContentCards cards={cards} land={land} />
    </Section>
  );
}
