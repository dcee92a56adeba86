import type { Module } from '#platform/contributions/module.ts';
import { directoryPath, officePath, snippetPath } from './paths.ts';
import { directoryJobs } from './jobs/directory-jobs.ts';
import { directoryPersonalData } from './personal-data.ts';
import { keepers } from './policy.ts';
import type { DirectoryDependencies } from './ports.ts';
import { directoryFigures } from './queries/key-figures.ts';
import { livingDirectoryTodo } from './queries/moderation/todo.ts';
import { directoryPhotoUses } from './queries/photo-uses.ts';
import { siteMapEntries } from './queries/site-map.ts';
import { directoryTodo } from './queries/todo.ts';
import { directoryConditions } from './queries/segment-conditions.ts';
import { searchKind } from './commands/saving/index-organizations.ts';
import { organizationCardSource, supportBodyCardSource } from './web/public/card-source.ts';
import { directoryHomeBlocks } from './web/public/home-block.tsx';
import { publicRoutes } from './web/routes.tsx';
import { coverageRoutes } from './web/admin/coverage/routes.tsx';
import { importRoutes } from './web/admin/imports/routes.tsx';
import { moderationRoutes } from './web/admin/moderation/routes.tsx';
import { officeRoutes } from './web/admin/routes.tsx';
import { suggestRoutes } from './web/suggest/routes.tsx';
import { directoryThread } from './queries/thread.ts';
import { directoryProcessing } from './processing.ts';

/** The directory: organizations, their map, and what keeps them right. */
export function directoryModule(deps: DirectoryDependencies): Module {
  return {
    name: 'directory',
    routes(routes) {
      suggestRoutes(routes);
      publicRoutes(routes, deps);
      importRoutes(routes, deps.ports.files);
      moderationRoutes(routes);
      coverageRoutes(routes, deps);
      officeRoutes(routes, deps);
    },
    navigation: [
      { label: 'Le réseau', path: directoryPath, order: 20, where: 'header' },
      { label: 'L’annuaire sur votre site', path: snippetPath, order: 60, where: 'footer' },
    ],
    officeNavigation: [{ label: 'Réseau', path: officePath, order: 20, roles: keepers, icon: 'map' }],
    searchKinds: [{ kind: searchKind, singular: 'structure', plural: 'structures' }],
    siteMap: siteMapEntries,
    todo: async (ctx) => [...(await livingDirectoryTodo(ctx)), ...(await directoryTodo(ctx))],
    jobs: directoryJobs(async (ctx) => {
      const [origin, { name }] = await Promise.all([deps.originOf(ctx.hubId), deps.hubLook(ctx.hubId)]);
      return { origin, name };
    }),
    photoUses: directoryPhotoUses,
    keyFigures: directoryFigures,
    homeBlocks: (ctx) => directoryHomeBlocks(ctx, deps),
    cardSources: [organizationCardSource, supportBodyCardSource],
    openData: [
      {
        name: 'annuaire',
        title: 'Annuaire des structures',
        description:
          'Les structures publiées : activité, adresse, point sur la carte, ce qu’elles proposent et cherchent. Licence ODbL.',
        formats: [
          { label: 'CSV', path: `${directoryPath}.csv` },
          { label: 'Excel', path: `${directoryPath}.xlsx` },
          { label: 'GeoJSON', path: `${directoryPath}.geojson` },
          { label: 'GoGoCarto', path: '/api/elements.json' },
          { label: 'PAIR (JSON-LD)', path: `${directoryPath}.jsonld` },
        ],
      },
    ],
    segmentConditions: directoryConditions,
    thread: directoryThread,
    processing: directoryProcessing,
    personalData: directoryPersonalData,
  };
}
