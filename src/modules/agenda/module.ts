import type { Module } from '#platform/contributions/module.ts';
import { filesInUse } from './queries/files-in-use.ts';
import { agendaPersonalData } from './personal-data.ts';
import { agendaCalendarPath, agendaPath, officePaths } from './paths.ts';
import { writers } from './policy.ts';
import type { AgendaDependencies } from './ports.ts';
import { eventCardSource } from './cards/card-source.ts';
import { eventMailables } from './cards/mailables.ts';
import { agendaPhotoUses } from './cards/photo-uses.ts';
import { emptyTrashJob } from './jobs/empty-trash.ts';
import { writeFurtherDatesJob } from './jobs/write-further-dates.ts';
import { draftsTodo } from './queries/office/drafts-todo.ts';
import { agendaOfficeRoutes } from './web/office/routes.tsx';
import { forgetOldModerationJob } from './jobs/forget-old-moderation.ts';
import { tellAnswererJob, tellAnswerersJob } from './jobs/tell-answerers.ts';
import { tellSenderJob } from './jobs/tell-sender.ts';
import { forgetShareImagesJob } from './jobs/forget-share-images.ts';
import { turnPagesJob } from './jobs/turn-pages.ts';
import { agendaSiteMap } from './queries/public/site-map.ts';
import { agendaHomeBlocks } from './web/public/home-block.tsx';
import { eventRoutes, publicRoutes } from './web/public/routes.tsx';
import { moderationTodo } from './queries/moderation/todo.ts';
import { agendaKeyFigures } from './queries/outcomes/key-figures.ts';
import { outcomesTodo } from './queries/outcomes/past-dates.ts';
import { outcomePhotoUses } from './queries/outcomes/photo-uses.ts';
import { agendaConditions } from './queries/segment-conditions.ts';
import { followSourcesJob } from './imports/jobs/follow-sources.ts';
import { sourceRoutes } from './imports/web/routes.ts';
import { feedRoutes } from './web/feeds/routes.ts';
import { moderationRoutes } from './web/moderation/routes.ts';
import { outcomeRoutes } from './web/outcomes/routes.ts';
import { printRoutes } from './web/print/routes.ts';
import { pollRoutes } from './web/polls/routes.ts';
import { proposeRoutes } from './web/propose/routes.ts';
import { agendaThread } from './queries/thread.ts';
import { agendaProcessing } from './processing.ts';

/** The agenda shared by the hub and its partners: what is next, where, and how to come. */
export function agendaModule(deps: AgendaDependencies): Module {
  return {
    name: 'agenda',
    routes(routes) {
      feedRoutes(routes, deps);
      sourceRoutes(routes, deps);
      proposeRoutes(routes, deps);
      moderationRoutes(routes, deps);
      outcomeRoutes(routes, deps);
      pollRoutes(routes, deps);
      printRoutes(routes, deps);
      // After the other pages of the office: its `:id` takes what is left under `/gestion/agenda`.
      agendaOfficeRoutes(routes, deps);
      publicRoutes(routes, deps);
      // Last: their `:slug` takes what is left under `/agenda`.
      eventRoutes(routes, deps);
    },
    navigation: [{ label: 'Agenda', path: agendaPath, order: 25, where: 'header' }],
    officeNavigation: [{ label: 'Agenda', path: officePaths.list, order: 8, roles: writers, icon: 'calendar' }],
    searchKinds: [{ kind: 'event', singular: 'rendez-vous', plural: 'rendez-vous' }],
    openData: [
      {
        name: 'agenda',
        title: 'Agenda',
        description:
          'Les rendez-vous publiés : dates, lieux, organisateurs, tarifs. Les adresses prennent les mêmes filtres que la page de l’agenda.',
        formats: [
          { label: 'CSV', path: `${agendaPath}.csv` },
          { label: 'Calendrier (ICS)', path: agendaCalendarPath },
          { label: 'JSON', path: '/api/agenda.json' },
          { label: 'OpenAgenda', path: `${agendaPath}/openagenda.json` },
        ],
      },
    ],
    todo: async (ctx) => [...(await moderationTodo(ctx)), ...(await outcomesTodo(ctx)), ...(await draftsTodo(ctx))],
    keyFigures: agendaKeyFigures,
    jobs: [
      emptyTrashJob,
      writeFurtherDatesJob,
      turnPagesJob(deps),
      forgetShareImagesJob,
      tellSenderJob(deps),
      tellAnswererJob(deps),
      tellAnswerersJob(deps),
      forgetOldModerationJob,
      followSourcesJob(deps),
    ],
    siteMap: agendaSiteMap,
    homeBlocks: (ctx) => agendaHomeBlocks(ctx, deps),
    cardSources: [eventCardSource(deps)],
    mailables: [eventMailables],
    photoUses: async (ctx, ids) => [...(await agendaPhotoUses(ctx, ids)), ...(await outcomePhotoUses(ctx, ids))],
    filesInUse,
    segmentConditions: agendaConditions,
    thread: agendaThread,
    processing: agendaProcessing,
    personalData: agendaPersonalData,
  };
}
