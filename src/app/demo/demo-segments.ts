import type { SegmentDefinition } from '#modules/people/index.ts';

const is = (key: string, value = '') => ({ key, value, isContrary: false });
const isNot = (key: string, value = '') => ({ key, value, isContrary: true });

/** The groups that the team of the demonstration hub comes back to. */
export const demoSegments: readonly { name: string; definition: SegmentDefinition }[] = [
  {
    name: 'Bain-de-Bretagne, à jour, jamais en formation',
    definition: {
      join: 'all',
      conditions: [is('membership.current'), is('people.town', 'bain-de-bretagne'), isNot('training.trained')],
    },
  },
  {
    name: 'Adhésions à relancer',
    definition: { join: 'any', conditions: [is('membership.late'), is('membership.former')] },
  },
  {
    name: 'Présidences et trésoreries du réseau',
    definition: {
      join: 'any',
      conditions: [is('people.role-kind', 'chair'), is('people.role-kind', 'treasurer')],
    },
  },
  {
    name: 'À joindre autrement que par mail',
    definition: { join: 'all', conditions: [isNot('people.email')] },
  },
  {
    name: 'Partenaires, financeurs et élu·es',
    definition: {
      join: 'any',
      conditions: [
        is('people.status', 'partner'),
        is('people.status', 'funder'),
        is('people.status', 'elected_official'),
      ],
    },
  },
];
