import type { Module } from '#platform/contributions/module.ts';
import { agendaPersonalData } from './personal-data.ts';
import { agendaPath } from './paths.ts';
import type { AgendaDependencies } from './ports.ts';

/** The agenda shared by the hub and its partners: what is next, where, and how to come. */
export function agendaModule(_deps: AgendaDependencies): Module {
  return {
    name: 'agenda',
    routes() {},
    navigation: [{ label: 'Agenda', path: agendaPath, order: 25, where: 'header' }],
    searchKinds: [{ kind: 'event', singular: 'rendez-vous', plural: 'rendez-vous' }],
    personalData: agendaPersonalData,
  };
}
