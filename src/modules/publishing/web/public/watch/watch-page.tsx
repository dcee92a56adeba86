import { formatDate } from '#platform/french/index.ts';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { officePaths, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import { isDeadLink } from '../../../queries/resources/web-links.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { watchPath } from '../../../resource-paths.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { watchTopicNames } from '../../texts.ts';
import { articleData } from '../item/article-data.ts';
import { ContactPanel, picturedContact } from '../item/contact-panel.tsx';
import { ItemBanner, ItemThemes, ShareText, Speaker } from '../item/item-parts.tsx';
import { itemSetting } from '../item/item-setting.ts';
import { nearest } from '../item/nearest.ts';
import { hostOf } from '../resources/host-of.ts';
import { shareImageOf } from '../share-images/share-image-of.ts';
import { byDay } from './read-new-watch.ts';
import { WatchItem } from './watch-item.tsx';

/** `/veille/:slug`: one thing that changes, where it is said, whom to ask. */
export async function watchView(
  exchange: Exchange,
  deps: PublishingDependencies,
  item: StoredPublication<'watch'>,
): Promise<PageView> {
  const { ctx, hub } = exchange;
  const { fields, slug } = item;
  const { topic, sourceName, link } = fields.content;
  const [setting, all, contact, isDead] = await Promise.all([
    itemSetting(exchange, deps, item),
    allPublished(ctx, deps, 'watch'),
    picturedContact(ctx, deps, null),
    link ? isDeadLink(ctx.db, link) : false,
  ]);
  const same = byDay(all, ctx.zone).filter(({ content }) => content.topic === topic);
  const others = nearest(same, { id: item.id, themes: fields.themes }, 3);
  const day = fields.happenedOn ? formatDate(Temporal.PlainDate.from(fields.happenedOn)) : '';
  return {
    title: fields.title,
    description: fields.brief || fields.line,
    canonical: publicationPath('watch', slug),
    section: '/ressources',
    structuredData: [articleData('Article', item, setting, hub.origin)],
    image: shareImageOf(item),
    edit: { href: officePaths.edit(item.id), label: 'Modifier cette information', roles: ['employee'] },
    mailable: { kind: 'watch', id: item.id },
    content: (
      <>
        <ItemBanner publication={item} setting={setting} />
        <PageHeader
          trail={[
            { label: 'Ressources', href: '/ressources' },
            { label: 'Veille', href: watchPath },
            { label: fields.title },
          ]}
          label={{ text: watchTopicNames[topic], own: !setting.organization }}
          title={fields.title}
          facts={[day, sourceName && `Source : ${sourceName}`].filter(Boolean).join(' · ')}
          lead={fields.brief ? <p>{fields.brief}</p> : undefined}
          actions={
            link && (
              <ButtonLink icon="external" href={link} rel="noopener">
                Lire sur {hostOf(link)}
              </ButtonLink>
            )
          }
        />
        <Columns
          main={
            <div class="sheet">
              {isDead && <DeadLinkNotice />}
              <CleanText html={fields.body} />
              <ItemThemes publication={item} setting={setting} />
              <ShareText publication={item} origin={hub.origin} />
            </div>
          }
          side={
            <>
              <Speaker setting={setting} label="Qui le signale" />
              <ContactPanel
                title="Et pour vous ?"
                contact={contact}
                ask={{ from: publicationPath('watch', slug), subject: fields.title.slice(0, 100) }}
              >
                <p>Vous vous demandez ce que cela change chez vous ? Parlons-en.</p>
              </ContactPanel>
            </>
          }
        />
        {others.length > 0 && (
          <Section title="Dans la même rubrique" more={{ href: watchPath, label: 'Toute la veille' }}>
            <div class="watch-list">
              {others.map((line) => (
                <WatchItem item={line} zone={ctx.zone} />
              ))}
            </div>
          </Section>
        )}
      </>
    ),
  };
}

/** Says that an address no longer answers, before the reader finds out. */
export function DeadLinkNotice() {
  return (
    <Notice state="warning" title="Cette adresse ne répond plus">
      <p>Nous l’avons essayée plusieurs jours de suite. L’équipe cherche la nouvelle.</p>
    </Notice>
  );
}
