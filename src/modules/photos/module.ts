import type { Module } from '#platform/contributions/module.ts';
import { emptyPhotoTrash } from './jobs/empty-trash.ts';
import { galleryPath, officePath } from './paths.ts';
import { photosPersonalData } from './personal-data.ts';
import { keepers } from './policy.ts';
import type { PhotosDependencies } from './ports.ts';
import { photosTodo } from './queries/todo.ts';
import { photoRoutes } from './web/routes.ts';
import { photosProcessing } from './processing.ts';

/** The photo bank: pictures with who took them, what they show, and the agreement of the people on them. */
export function photosModule(deps: PhotosDependencies): Module {
  return {
    name: 'photos',
    routes: (routes) => photoRoutes(routes, deps),
    navigation: [{ label: 'Photothèque', path: galleryPath, order: 50, where: 'footer' }],
    officeNavigation: [{ label: 'Photos', path: officePath, order: 14, roles: keepers, icon: 'image' }],
    jobs: [emptyPhotoTrash],
    todo: (ctx) => photosTodo(ctx, deps.uses),
    processing: photosProcessing,
    personalData: photosPersonalData,
  };
}
