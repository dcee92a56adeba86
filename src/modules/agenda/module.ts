import type { Module } from '#platform/contributions/module.ts';
import { agendaPersonalData } from './personal-data.ts';
import { agendaCalendarPath, agendaPath } from './paths.ts';
import type { AgendaDependencies } from './ports.ts';
import { tellSenderJob } from './jobs/tell-sender.ts';
import { moderationTodo } from './queries/moderation/todo.ts';
import { feedRoutes } from './web/feeds/routes.ts';
import { moderationRoutes } from './web/moderation/routes.ts';
import { proposeRoutes } from './web/propose/routes.ts';

/** The agenda shared by the hub and its partners: what is next, where, and how to come. */
export function agendaModule(deps: AgendaDependencies): Module {
  return {
    name: 'agenda',
    routes(routes) {
      feedRoutes(routes, deps);
      proposeRoutes(routes, deps);
      moderationRoutes(routes, deps);
    },
    navigation: [{ label: 'Agenda', path: agendaPath, order: 25, where: 'header' }],
    searchKinds: [{ kind: 'event', singular: 'rendez-vous', plural: 'rendez-vous' }],
    openData: [
      {
        name: 'agenda',
        title: 'Agenda',
        description:
          'Les rendez-vous publiés : dates, lieux, organisateurs, tarifs. Les adresses prennent les mêmes filtres que la page de l’agenda.',
        formats: [
          { label: 'CSV', path: `${agendaPath}.csv` },
          { label: 'Calendrier (ICS)', path: agendaCalendarPath },
          { label: 'JSON', path: '/api/agenda.json' },
          { label: 'OpenAgenda', path: `${agendaPath}/openagenda.json` },
        ],
      },
    ],
    todo: (ctx) => moderationTodo(ctx),
    jobs: [tellSenderJob(deps)],
    personalData: agendaPersonalData,
  };
}
