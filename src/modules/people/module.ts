import type { Module } from '#platform/contributions/module.ts';
import { peoplePersonalData } from './personal-data.ts';
import type { PeopleDependencies } from './ports.ts';

/** What the hub knows of its relations: who is what to it, where, and what passed between them. */
export function peopleModule(_deps: PeopleDependencies): Module {
  return {
    name: 'people',
    personalData: peoplePersonalData,
  };
}
