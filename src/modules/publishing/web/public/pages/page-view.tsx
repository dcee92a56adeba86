import { Breadcrumb } from '#ui/components/breadcrumb.tsx';
import { Banner } from '#ui/components/hero.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import { aboutSlug } from '../../../content/default-about.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { PageBlocks } from '../../blocks/page-blocks.tsx';
import { readBlockData } from '../../blocks/read-block-data.ts';
import { itemSetting } from '../item/item-setting.ts';
import type { ItemView } from '../item/show-item.ts';
import { shareImageOf } from '../share-images/share-image-of.ts';
import { aboutView } from './about-page.tsx';
import { descriptionOf, playersOf, questionsData, trailData } from './block-page-data.ts';

/** `/pages/:slug`: a page the employee arranged. An opening block takes the place of the title. */
export const pageView: ItemView<'page'> = async (exchange, deps, publication) => {
  const { fields, id, slug } = publication;
  if (slug === aboutSlug) return aboutView(exchange, deps, publication);
  const { blocks } = fields.content;
  const [setting, data] = await Promise.all([
    itemSetting(exchange, deps, publication),
    readBlockData(exchange.ctx, deps, blocks),
  ]);
  const opensItself = blocks[0]?.kind === 'hero' && Boolean(blocks[0].title);
  const trail = [{ label: 'Accueil', href: '/' }, { label: fields.title }];
  return {
    title: fields.title,
    description: descriptionOf(fields),
    canonical: publicationPath('page', slug),
    image: shareImageOf(publication),
    edit: { href: officePaths.edit(id), roles: ['employee'] },
    structuredData: [trailData(trail, exchange.hub.origin), ...questionsData(blocks)],
    ...playersOf(blocks),
    content: (
      <>
        {opensItself ? (
          <Breadcrumb trail={trail} />
        ) : (
          <PageHeader
            title={fields.title}
            trail={trail}
            lead={fields.brief || fields.line ? <p>{fields.brief || fields.line}</p> : undefined}
          />
        )}
        {setting.picture && !opensItself && (
          <Banner>
            <PhotoOrRelief
              id={id}
              hue={setting.land.hue}
              eager
              photo={photoOf(setting.picture, '(min-width: 78rem) 77rem, 100vw')}
            />
          </Banner>
        )}
        <CleanText html={fields.body} />
        <PageBlocks blocks={blocks} data={data} land={setting.land} isTitled={!opensItself} />
      </>
    ),
  };
};
