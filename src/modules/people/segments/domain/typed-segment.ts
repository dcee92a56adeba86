import {
  mostConditions,
  type ChosenCondition,
  type SegmentDefinition,
  type SegmentJoin,
} from './segment-definition.ts';

/** Names of the fields of one condition in a form or an address. */
export const conditionFields = (index: number) => ({
  key: `condition.${index}`,
  way: `sens.${index}`,
  value: `valeur.${index}`,
});

export const joinField = 'reunir';
export const addField = 'ajouter';
export const removeField = 'retirer';
export const contraryWay = 'contraire';

/** The segment as a form or an address says it; one more condition when one is asked, one less when one is taken off. */
export function typedSegment(read: (name: string) => string): SegmentDefinition {
  const join: SegmentJoin = read(joinField) === 'any' ? 'any' : 'all';
  const removed = read(removeField);
  const conditions: ChosenCondition[] = [];
  for (let index = 0; index < mostConditions; index += 1) {
    const names = conditionFields(index);
    const key = read(names.key).slice(0, 80);
    if (key === '' || removed === String(index)) continue;
    conditions.push({
      key,
      isContrary: read(names.way) === contraryWay,
      value: read(names.value).trim().slice(0, 200),
    });
  }
  const added = read(addField).slice(0, 80);
  if (added !== '' && conditions.length < mostConditions) conditions.push({ key: added, isContrary: false, value: '' });
  return { join, conditions };
}

/** The same segment as the query of an address. */
export function segmentQuery({ join, conditions }: SegmentDefinition): URLSearchParams {
  const query = new URLSearchParams({ [joinField]: join });
  conditions.forEach(({ key, isContrary, value }, index) => {
    const names = conditionFields(index);
    query.set(names.key, key);
    if (isContrary) query.set(names.way, contraryWay);
    if (value !== '') query.set(names.value, value);
  });
  return query;
}
