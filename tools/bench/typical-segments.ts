import type { SegmentDefinition } from '#modules/people/segments/domain/segment-definition.ts';

/** A segment as the team builds them, under the name its measure bears. */
export interface TypicalSegment {
  name: string;
  definition: SegmentDefinition;
}

/** A dozen segments: one condition to five, all or any, narrow and wide, true and contrary. */
export function typicalSegments(values: { tag: string; theme: string; event: string }): readonly TypicalSegment[] {
  const lastYear = Temporal.Now.plainDateISO().subtract({ days: 300 }).toString();
  return [
    { name: 'une étiquette', definition: all(['people.tag', values.tag]) },
    { name: 'venues deux fois', definition: all(['registration.came-times', '2']) },
    { name: 'inscrites à un événement', definition: all(['registration.event', values.event]) },
    {
      name: 'financeurs de deux communes',
      definition: all(['people.status', 'funder'], ['people.department', '35'], ['people.email']),
    },
    {
      name: 'membres jamais venues',
      definition: all(['people.hub-role', 'member'], ['-registration.came'], ['people.email']),
    },
    {
      name: 'présidences d’un thème jamais formées',
      definition: all(['people.structure-theme', values.theme], ['people.role-kind', 'chair'], ['-training.trained']),
    },
    {
      name: 'cinq conditions, toutes',
      definition: all(
        ['people.in-structure'],
        ['people.email'],
        ['-training.enrolled'],
        ['registration.came-since', lastYear],
        ['-payments.owes'],
      ),
    },
    {
      name: 'sans aucun moyen de les joindre',
      definition: all(['-people.email'], ['-people.phone'], ['-people.postal']),
    },
    { name: 'venues ou formées', definition: any(['registration.came'], ['training.trained']) },
    {
      name: 'toutes celles qui ont fait quelque chose',
      definition: any(
        ['registration.registered'],
        ['training.enrolled'],
        ['advice.asked'],
        ['agenda.proposed'],
        ['directory.contact'],
      ),
    },
    {
      name: 'une au moins, la plupart contraires',
      definition: any(['-registration.registered'], ['-people.email'], ['people.tag', values.tag], ['payments.late']),
    },
    {
      name: 'cinq listes larges, une au moins',
      definition: any(
        ['people.email'],
        ['people.postal'],
        ['people.in-structure'],
        ['registration.registered'],
        ['-people.account'],
      ),
    },
  ];
}

type Said = readonly [key: string, value?: string];
const all = (...said: readonly Said[]): SegmentDefinition => ({ join: 'all', conditions: said.map(condition) });
const any = (...said: readonly Said[]): SegmentDefinition => ({ join: 'any', conditions: said.map(condition) });

/** A dash says the contrary. */
const condition = ([key, value = '']: Said) => ({
  key: key.replace(/^-/, ''),
  isContrary: key.startsWith('-'),
  value,
});
