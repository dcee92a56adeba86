import { noSeats } from './seats.ts';
import { inOrder, whoGetsIn, type WaitingRule, type WaitingUnit } from './waiting-list.ts';

/** One made-up person, or group, of the example. */
export interface SimulatedUnit {
  readonly name: string;
  readonly facts: string;
  readonly getsSeat: boolean;
}

const sample: readonly (Omit<WaitingUnit, 'seats'> & { name: string; facts: string; count: number })[] = [
  {
    id: 'a',
    name: 'Amel',
    facts: 'non adhérente, déjà venue, pour la Ressourcerie',
    count: 1,
    arrival: 1,
    isMember: false,
    isNewcomer: false,
    organization: 'ressourcerie',
  },
  {
    id: 'b',
    name: 'Bruno',
    facts: 'adhérent, déjà venu, pour la Ressourcerie',
    count: 1,
    arrival: 2,
    isMember: true,
    isNewcomer: false,
    organization: 'ressourcerie',
  },
  {
    id: 'c',
    name: 'Carole et deux collègues',
    facts: 'adhérentes, nouvelles, pour l’École de cirque',
    count: 3,
    arrival: 3,
    isMember: true,
    isNewcomer: true,
    organization: 'cirque',
  },
  {
    id: 'd',
    name: 'Denis',
    facts: 'non adhérent, nouveau, sans structure',
    count: 1,
    arrival: 4,
    isMember: false,
    isNewcomer: true,
    organization: '',
  },
  {
    id: 'e',
    name: 'Élise',
    facts: 'adhérente, déjà venue, pour le Café des possibles',
    count: 1,
    arrival: 5,
    isMember: true,
    isNewcomer: false,
    organization: 'cafe',
  },
];

/** How many seats are given back in the example. */
export const simulatedSeats = 2;

/** Who of a made-up line would get the seats given back, by these rules: in the order of the line. */
export function simulate(rule: WaitingRule, keepsGroups: boolean): readonly SimulatedUnit[] {
  const units = sample.flatMap(({ count, name, facts, ...unit }) =>
    keepsGroups || count === 1
      ? [{ ...unit, name, facts, seats: { ...noSeats, people: count } }]
      : Array.from({ length: count }, (_, index) => ({
          ...unit,
          id: `${unit.id}${index}`,
          arrival: unit.arrival + index / 10,
          name: `${name.split(' ')[0]}, ${index + 1}re du groupe`.replace(/([2-9])re/, '$1e'),
          facts,
          seats: { ...noSeats, people: 1 },
        })),
  );
  const room = { total: simulatedSeats, byKind: new Map<string, number | null>() };
  const chosen = whoGetsIn(units, rule, { room, taken: noSeats, seated: new Map() });
  const names = new Map(units.map((unit) => [unit.id, unit]));
  return inOrder(units, rule, new Map()).map(({ id }) => ({
    name: names.get(id)?.name ?? '',
    facts: names.get(id)?.facts ?? '',
    getsSeat: chosen.some((unit) => unit.id === id),
  }));
}
