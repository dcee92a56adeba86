import { describe, expect, test } from 'vitest';
import { municipalitiesOfDepartment, municipalityCentre } from '#platform/geo/index.ts';
import { duplicateIndex, likelyDuplicate, resemblanceOf } from './find-duplicates.ts';
import type { OrganizationFace } from './organization-face.ts';

/** A generator with a seed, so that a failure can be replayed (mulberry32). */
function seeded(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    pick: <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item,
  };
}

const kinds = [
  'Association',
  'Collectif',
  'Coopérative',
  'Atelier',
  'Maison',
  'Centre social',
  'Compagnie',
  'Café',
  'Ressourcerie',
  'Épicerie solidaire',
  'Jardin',
  'Théâtre',
  'Cercle',
  'Fabrique',
  'Tiers-lieu',
  'Médiathèque',
  'Amicale',
  'Comité',
];
const subjects = [
  'du Canal',
  'des Marais',
  'de la Vilaine',
  'du Vieux Pressoir',
  'des Quatre Vents',
  'de l’Étang',
  'du Moulin Neuf',
  'des Genêts',
  'de la Lande',
  'du Grand Chêne',
  'des Hirondelles',
  'de la Tannerie',
  'du Petit Pont',
  'des Tisserands',
  'du Lavoir',
  'des Ajoncs',
  'de la Halle',
  'des Passeurs',
  'du Sillon',
  'des Bateliers',
  'de la Fontaine',
  'du Four à pain',
  'des Korrigans',
  'de l’Écluse',
];
const virtues = [
  'solidaire',
  'partagé',
  'citoyen',
  'en transition',
  'pour tous',
  'et compagnie',
  'autrement',
  'des savoirs',
  'numérique',
  'paysan',
  'itinérant',
  'vivant',
  'libre',
  'en fête',
  'ensemble',
  'durable',
];
const streets = [
  'rue du Port',
  'place de l’Église',
  'rue de la Gare',
  'avenue de Bretagne',
  'chemin du Bois',
  'rue des Écoles',
  'quai Jean Bart',
  'rue Saint-Conwoïon',
  'boulevard Bonne Nouvelle',
];

function fictional(count: number, seed: number): OrganizationFace[] {
  const random = seeded(seed);
  const towns = municipalitiesOfDepartment('35').filter(({ population }) => population > 1_500);
  return Array.from({ length: count }, (_, index) => {
    const town = random.pick(towns);
    const centre = municipalityCentre(town.insee);
    const digits = `2${String(random.below(90_000_000) + 10_000_000)}`;
    return {
      id: `o${index}`,
      name: `${random.pick(kinds)} ${random.pick(subjects)} ${random.pick(virtues)}`,
      phone: random.below(3) > 0 ? `+33${digits}` : null,
      email: random.below(3) > 0 ? `contact${index}@exemple.invalid` : null,
      website: random.below(3) === 0 ? `https://structure${index}.exemple.fr` : null,
      insee: town.insee,
      postcode: town.postcodes[0] ?? null,
      city: town.name,
      street: `${random.below(80) + 1} ${random.pick(streets)}`,
      point: centre
        ? {
            longitude: centre.longitude + random.below(100) / 5_000,
            latitude: centre.latitude + random.below(100) / 5_000,
          }
        : null,
    };
  });
}

/** The ways one organization is written twice. */
function disguise(face: OrganizationFace, way: number, random: ReturnType<typeof seeded>): OrganizationFace {
  const { name } = face;
  const at = 2 + random.below(name.length - 4);
  const bare = { ...face, id: `copy of ${face.id}` };
  const alone = { ...bare, phone: null, email: null, website: null };
  switch (way % 8) {
    case 0:
      return { ...alone, name: name.slice(0, at) + name.slice(at + 1) };
    case 1:
      return { ...alone, name: name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2), point: null };
    case 2:
      return { ...alone, name: name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(), street: null, point: null };
    case 3:
      return { ...bare, name: `Assoc. ${name.replace(/(?:du|des|de la|de l’) /, '')}`, phone: null };
    case 4:
      return { ...bare, phone: null, email: null, street: '4 rue Neuve', point: null };
    case 5:
      return { ...alone, name: name.split(' ').slice(0, -1).join(' '), phone: face.phone, email: face.email };
    case 6:
      return {
        ...alone,
        name: name
          .replace('Association', 'Asso')
          .replace('Centre social', 'Ctre social')
          .replace('Médiathèque', 'Médiath.'),
        insee: null,
        city: face.city?.replace('Saint-', 'St ') ?? null,
      };
    default:
      return { ...bare, name: `${name} (${face.city})`, point: null, insee: null };
  }
}

describe('an index of duplicates', () => {
  test('catches at least 95 of 100 seeded duplicates and raises under 5 % of false alarms', () => {
    const faces = fictional(2_000, 7);
    const index = duplicateIndex(faces);
    const random = seeded(11);
    const missed: string[] = [];
    for (let copy = 0; copy < 100; copy += 1) {
      const original = faces[copy * 17] as OrganizationFace;
      const disguised = disguise(original, copy, random);
      if (!index.find(disguised).some(({ id }) => id === original.id))
        missed.push(`${disguised.name} ← ${original.name}`);
    }
    expect(missed.slice(5)).toEqual([]);

    const strangers = fictional(1_000, 99).map((face) => ({
      ...face,
      id: `stranger ${face.id}`,
      email: null,
      website: null,
    }));
    const alarms = strangers.filter((face) => {
      const [found] = index.find(face);
      const twin = faces.find(({ id }) => id === found?.id);
      // Two inventions of the same name in the same town are no false alarm.
      return found !== undefined && !(twin?.name === face.name && twin.insee === face.insee);
    });
    expect(alarms.length).toBeLessThan(50);
  });

  test('stays quick as both sides grow', () => {
    const index = duplicateIndex(fictional(10_000, 3));
    const start = performance.now();
    for (const face of fictional(1_000, 4)) index.find({ ...face, id: `x${face.id}` });
    expect(performance.now() - start).toBeLessThan(10_000);
  }, 20_000);

  test('leaves a face out of its own duplicates', () => {
    const [face] = fictional(1, 1);
    expect(face && duplicateIndex([face]).find(face)).toEqual([]);
  });
});

describe('two faces', () => {
  const redon = { insee: '35236', postcode: '35600', city: 'Redon' };
  const score = (a: Partial<OrganizationFace>, b: Partial<OrganizationFace>) =>
    resemblanceOf({ id: 'a', name: '', ...a }, { id: 'b', name: '', ...b }).score;

  test.each([
    [
      { name: 'Association Les Amis du Canal', ...redon },
      { name: 'LES AMIS DU CANAL', ...redon },
    ],
    [
      { name: 'Repair’Café', ...redon },
      { name: 'Repaircafé', ...redon },
    ],
    [
      { name: 'Maison des jeunes et de la culture', shortName: 'MJC Redon', ...redon },
      { name: 'MJC', ...redon, phone: '1' },
    ],
    [
      { name: 'La Collecterie', siret: '75187049400026' },
      { name: 'Collecterie', siret: '75187049400026' },
    ],
    [
      { name: 'La Mie du bourg', ...redon, street: '3, rue du Port' },
      { name: 'Mie du bour', ...redon, street: '3 rue du port' },
    ],
  ])('%j and %j are the same', (a, b) => expect(score(a, b)).toBeGreaterThanOrEqual(likelyDuplicate));

  test.each([
    [
      { name: 'Permanence 1', ...redon },
      { name: 'Permanence 2', ...redon },
    ],
    [
      { name: 'Les Restos du cœur', ...redon },
      { name: 'Les Restos du cœur', insee: '35219', city: 'Pipriac' },
    ],
    [
      { name: 'Mairie de Redon', ...redon, phone: '1' },
      { name: 'Médiathèque de Redon', ...redon, phone: '1' },
    ],
    [
      { name: 'Mairie de quartier Val Saint André', siret: '21130001700012', ...redon, street: '80 rue Jean Parès' },
      { name: 'Mairie de quartier Pont de Béraud', siret: '21130001700012', ...redon, street: '27 avenue Fontenaille' },
    ],
    [
      { name: 'Théâtre des Marais', ...redon },
      { name: 'Jardin des Marais', ...redon },
    ],
  ])('%j and %j are two', (a, b) => expect(score(a, b)).toBeLessThan(likelyDuplicate));
});
