import { Breadcrumb } from '#ui/components/breadcrumb.tsx';
import { Label } from '#ui/components/label.tsx';
import type { PublicationKind } from '../../domain/publication.ts';
import { listPath, publicationPath } from '../../paths.ts';
import { CleanText } from '../blocks/clean-text.tsx';
import { kindNames } from '../texts.ts';
import { actionView } from './actions/action-page.tsx';
import { doorView } from './doors/door-view.tsx';
import { experienceView } from './experiences/experience-page.tsx';
import { homeView } from './home/home-view.tsx';
import { ItemBanner } from './item/item-parts.tsx';
import { itemSetting } from './item/item-setting.ts';
import type { ItemView } from './item/show-item.ts';
import { newsView } from './news/news-page.tsx';
import { pageView } from './pages/page-view.tsx';
import { projectView } from './projects/project-page.tsx';
import { resourceView } from './resources/resource-page.tsx';
import { storyView } from './stories/story-page.tsx';
import { watchView } from './watch/watch-page.tsx';

/** The words of a publication whose kind has no page of its own. */
const plainView: ItemView<PublicationKind> = async (exchange, deps, publication) => {
  const { kind, fields, slug } = publication;
  const setting = await itemSetting(exchange, deps, publication);
  const trail = [
    { label: 'Accueil', href: '/' },
    ...(kind === 'home' ? [] : [{ label: kindNames[kind].many, href: listPath(kind) }]),
    { label: fields.title },
  ];
  return {
    title: fields.title,
    description: fields.brief || fields.line || fields.title,
    canonical: publicationPath(kind, slug),
    content: (
      <article class="page-article">
        <Breadcrumb trail={trail} />
        <Label own={setting.organization === null}>{setting.organization?.name ?? setting.hubName}</Label>
        <h1>{fields.title}</h1>
        <ItemBanner publication={publication} setting={setting} />
        {fields.brief && <p class="lead">{fields.brief}</p>}
        <CleanText html={fields.body} />
      </article>
    ),
  };
};

/** How each kind is drawn for everyone; the preview of a draft is drawn the same. */
const views: { readonly [Kind in PublicationKind]?: ItemView<Kind> } = {
  home: homeView,
  page: pageView,
  door: doorView,
  news: newsView,
  story: storyView,
  project: projectView,
  action: actionView,
  resource: resourceView,
  experience: experienceView,
  watch: watchView,
};

/** The view of a kind known only once the request is read. */
export function viewOf(kind: PublicationKind): ItemView<PublicationKind> {
  return (views[kind] as ItemView<PublicationKind> | undefined) ?? plainView;
}
