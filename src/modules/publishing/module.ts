import type { Module } from '#platform/contributions/module.ts';
import { publishingCardSources } from './cards/card-sources.ts';
import { publishingMailables } from './cards/mailables.ts';
import { noteIndicatorsJob } from './jobs/note-indicators.ts';
import { emptyTrashJob } from './jobs/empty-trash.ts';
import { forgetStraysJob } from './jobs/forget-strays.ts';
import { openDoorsJob } from './jobs/open-doors.ts';
import { announceReviewsJob } from './jobs/announce-reviews.ts';
import { checkLinksJob } from './jobs/check-links.ts';
import { publishDueJob } from './jobs/publish-due.ts';
import { tellAuthorJob } from './jobs/tell-author.ts';
import { unpinNewsJob } from './jobs/unpin-news.ts';
import { publicationSiteMap } from './queries/site-map.ts';
import { publishingPhotoUses } from './cards/photo-uses.ts';
import { moderationTodo } from './queries/moderation-todo.ts';
import { resourcesTodo } from './queries/resources/todo.ts';
import { resourceOffice } from './resource-paths.ts';
import { websubJob } from './jobs/websub.ts';
import { publishingPersonalData, type AddressesOf } from './personal-data.ts';
import { publishingNavigation } from './navigation.ts';
import { officePaths } from './paths.ts';
import { contributors } from './policy.ts';
import type { PublishingDependencies } from './ports.ts';
import { menuRoutes } from './web/office/menu/routes.tsx';
import { doorRoutes } from './web/public/doors/routes.tsx';
import { publishingHomeBlocks } from './web/public/home/home-blocks.tsx';
import { homeRoutes } from './web/public/home/routes.tsx';
import { pageRoutes } from './web/public/pages/routes.tsx';
import { feedRoutes } from './web/public/feeds/routes.ts';
import { newsRoutes } from './web/public/news/routes.tsx';
import { actionRoutes } from './web/public/actions/routes.ts';
import { plainWordsRoutes } from './web/public/plain-words/routes.ts';
import { projectRoutes } from './web/public/projects/routes.ts';
import { experienceRoutes } from './web/public/experiences/routes.ts';
import { resourceRoutes } from './web/public/resources/routes.ts';
import { watchRoutes } from './web/public/watch/routes.ts';
import { resourceOfficeRoutes } from './web/office/resources/routes.ts';
import { figureRoutes } from './web/public/figures/routes.ts';
import { figuresHomeBlock } from './web/public/figures/figures-home-block.tsx';
import { figureOfficeRoutes } from './web/office/figures/routes.ts';
import { figuresDataset } from './queries/figures/figures-dataset.ts';
import { filesInUse } from './queries/files-in-use.ts';
import { projectFigures } from './queries/project-figures.ts';
import { storyRoutes } from './web/public/stories/routes.ts';
import { channelRoutes } from './web/office/channels/routes.ts';
import { moderationRoutes } from './web/office/moderation/routes.ts';
import { proposeRoutes } from './web/public/propose/routes.ts';
import { shareImageRoutes } from './web/public/share-images/routes.ts';
import { editorRoutes } from './web/office/routes.tsx';
import { publishingThread } from './queries/thread.ts';
import { publishingProcessing } from './processing.ts';

/** What the hub publishes: pages, doors, news, stories, projects, resources, watch. */
export function publishingModule(deps: PublishingDependencies & { readonly addressesOf: AddressesOf }): Module {
  return {
    name: 'publishing',
    routes(routes) {
      shareImageRoutes(routes, deps);
      feedRoutes(routes, deps);
      proposeRoutes(routes, deps);
      moderationRoutes(routes, deps);
      channelRoutes(routes, deps);
      newsRoutes(routes, deps);
      homeRoutes(routes, deps);
      pageRoutes(routes, deps);
      doorRoutes(routes, deps);
      menuRoutes(routes, deps);
      storyRoutes(routes, deps);
      projectRoutes(routes, deps);
      actionRoutes(routes, deps);
      plainWordsRoutes(routes, deps);
      figureRoutes(routes, deps);
      figureOfficeRoutes(routes, deps);
      resourceRoutes(routes, deps);
      watchRoutes(routes, deps);
      experienceRoutes(routes, deps);
      resourceOfficeRoutes(routes, deps);
      // Last: its `:id` takes what is left under `/gestion/contenus`.
      editorRoutes(routes, deps);
    },
    navigation: publishingNavigation,
    officeNavigation: [
      { label: 'Publications', path: officePaths.list, order: 10, roles: contributors, icon: 'edit' },
      { label: 'Bibliothèque', path: resourceOffice.list, order: 12, roles: ['employee'], icon: 'list' },
      { label: 'Chiffres clés', path: officePaths.figures, order: 40, roles: ['employee'], icon: 'sort' },
      { label: 'Menu du site', path: officePaths.menu, order: 72, roles: ['employee'], icon: 'menu', isRare: true },
    ],
    searchKinds: [
      { kind: 'page', singular: 'page', plural: 'pages' },
      { kind: 'door', singular: 'page', plural: 'pages' },
      { kind: 'news', singular: 'actualité', plural: 'actualités' },
      { kind: 'resource', singular: 'ressource', plural: 'ressources' },
      { kind: 'story', singular: 'histoire', plural: 'histoires' },
      { kind: 'project', singular: 'projet', plural: 'projets' },
      { kind: 'action', singular: 'action en cours', plural: 'actions en cours' },
      { kind: 'experience', singular: 'retour d’expérience', plural: 'retours d’expérience' },
      { kind: 'watch', singular: 'information de la veille', plural: 'informations de la veille' },
    ],
    homeBlocks: async (ctx) => [...(await publishingHomeBlocks(ctx, deps)), ...(await figuresHomeBlock(ctx, deps))],
    photoUses: publishingPhotoUses,
    filesInUse,
    keyFigures: projectFigures,
    openData: [figuresDataset],
    todo: async (ctx) => [...(await moderationTodo(ctx)), ...(await resourcesTodo(ctx))],
    siteMap: (ctx) => publicationSiteMap(ctx, deps.isServed),
    cardSources: publishingCardSources(deps),
    mailables: publishingMailables(deps),
    jobs: [
      unpinNewsJob,
      tellAuthorJob(deps),
      websubJob(deps),
      publishDueJob,
      checkLinksJob(),
      announceReviewsJob(deps),
      openDoorsJob,
      emptyTrashJob,
      forgetStraysJob(deps),
      noteIndicatorsJob(deps),
    ],
    thread: publishingThread,
    processing: publishingProcessing,
    personalData: publishingPersonalData(deps.addressesOf),
  };
}
