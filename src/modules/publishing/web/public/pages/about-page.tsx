import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { currentSettings, organizationData, ReachUs, TerritoryList } from '#modules/hub/index.ts';
import { Banner } from '#ui/components/hero.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { Columns } from '#ui/components/panel.tsx';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import { aboutSlug, defaultAboutFields } from '../../../content/default-about.ts';
import type { PublicationFields } from '../../../content/publication-fields.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { publicationAt, type StoredPublication } from '../../../queries/stored-publication.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { PageBlocks } from '../../blocks/page-blocks.tsx';
import { readBlockData } from '../../blocks/read-block-data.ts';
import { itemSetting } from '../item/item-setting.ts';
import { shareImageOf } from '../share-images/share-image-of.ts';
import { keptPage, keptSlugs } from './kept-page.ts';
import { playersOf, questionsData, trailData } from './block-page-data.ts';

/** `/le-pole`: who we are, what we do and do not, where, and how to reach us. Answers before anyone wrote it. */
export async function showAbout(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  if (!(await keptSlugs(ctx, deps, 'page')).has(aboutSlug)) {
    const found = await publicationAt(ctx.db, 'page', aboutSlug);
    if (found && 'movedTo' in found) return exchange.http.redirect(publicationPath('page', found.movedTo), 301);
  }
  return exchange.page(
    await keptPage(exchange, deps, 'about', async (visit) => {
      const latest = await publicationAt(visit.ctx.db, 'page', aboutSlug);
      return aboutView(visit, deps, latest && 'publication' in latest ? latest.publication : null);
    }),
  );
}

/** The page about the hub: what was written, then what the hub's settings say. */
export async function aboutView(
  exchange: Exchange,
  deps: PublishingDependencies,
  publication: StoredPublication<'page'> | null,
): Promise<PageView> {
  const { ctx, hub } = exchange;
  const fields: PublicationFields<'page'> = publication?.fields ?? defaultAboutFields(() => ctx.newId());
  const { blocks } = fields.content;
  const [settings, { land, picture }, data] = await Promise.all([
    currentSettings(ctx),
    itemSetting(exchange, deps, { fields } as StoredPublication),
    readBlockData(ctx, deps, blocks),
  ]);
  const trail = [{ label: 'Accueil', href: '/' }, { label: 'Le pôle' }];
  const opensItself = blocks[0]?.kind === 'hero' && Boolean(blocks[0].title);
  return {
    title: fields.title,
    description: settings.promise,
    canonical: publicationPath('page', aboutSlug),
    ...(publication ? { image: shareImageOf(publication) } : {}),
    edit: publication
      ? { href: officePaths.edit(publication.id), roles: ['employee'] }
      : { href: '/gestion/reglages/coordonnees', label: 'Modifier les coordonnées', roles: ['employee'] },
    structuredData: [organizationData(settings, hub.origin), trailData(trail, hub.origin), ...questionsData(blocks)],
    ...playersOf(blocks),
    content: (
      <>
        {!opensItself && (
          <>
            <PageHeader title={settings.name} trail={trail} lead={<p>{fields.brief || settings.promise}</p>} />
            <Banner>
              <PhotoOrRelief
                id={`le-pole ${settings.name}`}
                width={1240}
                height={368}
                horizon={0.42}
                eager
                {...land}
                {...(picture ? { photo: photoOf(picture, '(min-width: 78rem) 77rem, 100vw') } : {})}
              />
            </Banner>
          </>
        )}
        <CleanText html={fields.body} />
        <PageBlocks blocks={blocks} data={data} land={land} isTitled={!opensItself} />
        <div class="section" id="territoire">
          <Columns
            main={
              <>
                <h2>Notre territoire</h2>
                {settings.territory.length > 0 ? (
                  <TerritoryList parts={settings.territory} />
                ) : (
                  <p>Le pôle précisera bientôt les communes où il travaille. Dans le doute, demandez-nous.</p>
                )}
              </>
            }
            side={<ReachUs settings={settings} />}
          />
        </div>
      </>
    ),
  };
}
