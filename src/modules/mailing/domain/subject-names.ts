import type { mailSubjects } from './mail-subjects.ts';

/** How readers see what they choose among. */
export const subjectNames: Readonly<Record<(typeof mailSubjects)[number], string>> = {
  life: 'Vie du réseau',
  events: 'Rendez-vous',
  trainings: 'Formations',
  jobs: 'Emplois, stages et services civiques',
  calls: 'Appels à projets et financements',
  exchanges: 'Entraide, achats et dons entre structures',
  resources: 'Guides et ressources',
};
