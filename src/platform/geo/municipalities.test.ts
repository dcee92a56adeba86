import { describe, expect, test } from 'vitest';
import {
  cleanInseeCode,
  cleanPostcode,
  departmentOutlines,
  departments,
  epciByCode,
  findMunicipality,
  municipalitiesOfDepartment,
  municipalitiesOfEpci,
  municipalityByInsee,
  municipalityCentre,
  outlinesFor,
  searchEpcis,
  searchMunicipalities,
} from './index.ts';

describe('a municipality', () => {
  test.each([
    [{ insee: '35236' }, 'Redon'],
    [{ insee: '75111' }, 'Paris'],
    [{ postcode: '35600', name: 'REDON' }, 'Redon'],
    [{ postcode: '35400', name: 'St Malo' }, 'Saint-Malo'],
    [{ postcode: '35042', name: 'Rennes Cedex' }, 'Rennes'],
    [{ postcode: '35000', name: 'RENNES CEDEX 7' }, 'Rennes'],
    [{ postcode: '75011', name: 'Paris 11e Arrondissement' }, 'Paris'],
    [{ postcode: '69003', name: 'Lyon 3ème' }, 'Lyon'],
    [{ postcode: '13001', name: 'MARSEILLE 01' }, 'Marseille'],
    [{ postcode: '97410', name: 'St-Pierre' }, 'Saint-Pierre'],
    [{ postcode: '20224', name: 'CORSCIA' }, 'Corscia'],
    [{ postcode: '86470', name: 'Benassay' }, 'Boivre-la-Vallée'],
    [{ postcode: '35550', name: 'Piprac' }, 'Pipriac'],
    [{ postcode: '21017', name: 'Partinello' }, 'Partinello'],
    [{ name: 'L’Abergement-Clémenciat' }, "L'Abergement-Clémenciat"],
    [{ name: 'melle', department: '79' }, 'Melle'],
  ])('%j is %s', (hints, name) => {
    expect(findMunicipality(hints)?.municipality.name).toBe(name);
  });

  test('is not guessed', () => {
    expect(findMunicipality({ name: 'Saint-Denis' })).toBeUndefined();
    expect(findMunicipality({ postcode: '35600', name: 'Marseille' })).toBeUndefined();
    expect(findMunicipality({ name: 'Nulle-Part-sur-Rien' })).toBeUndefined();
    expect(findMunicipality({})).toBeUndefined();
  });

  test('is searched by its beginning, the most populous first', () => {
    expect(searchMunicipalities('renn')[0]?.name).toBe('Rennes');
    expect(searchMunicipalities('st ma', 3).map(({ name }) => name)[0]).toMatch(/^Saint-Ma/);
    expect(searchMunicipalities('3560')[0]?.name).toBe('Redon');
    expect(searchMunicipalities('vilaine', 50).map(({ name }) => name)).toContain('Noyal-sur-Vilaine');
    expect(searchMunicipalities('')).toEqual([]);
  });

  test('has a centre', () => {
    expect(municipalityCentre('35236')).toEqual({
      longitude: expect.closeTo(-2.08, 1) as number,
      latitude: expect.closeTo(47.66, 1) as number,
    });
    expect(municipalityCentre('75056')?.latitude).toBeCloseTo(48.86, 1);
    expect(municipalityCentre('99999')).toBeUndefined();
    const missing = municipalitiesOfDepartment('35').filter(({ insee }) => !municipalityCentre(insee));
    expect(missing).toEqual([]);
  });
});

test('inter-municipalities and départements', () => {
  const [redon] = searchEpcis('redon agglo');
  expect(redon?.name).toContain('Redon');
  expect(municipalitiesOfEpci(redon?.code ?? '').map(({ name }) => name)).toContain('Pipriac');
  expect(epciByCode(municipalityByInsee('35236')?.epci ?? '')?.members).toContain('35236');
  expect(departments().find(({ code }) => code === '35')?.name).toBe('Ille-et-Vilaine');
});

test('codes from spreadsheets', () => {
  expect([1000, '1000', '1000.0', ' 35 600 ', 'F-35600', '35600 '].map(cleanPostcode)).toEqual([
    '01000',
    '01000',
    '01000',
    '35600',
    '35600',
    '35600',
  ]);
  expect(['', 'abc', 12, '123456', 0].map(cleanPostcode)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([1053, '2b095', '35236.0'].map(cleanInseeCode)).toEqual(['01053', '2B095', '35236']);
});

describe('outlines', () => {
  test('of some municipalities', () => {
    const { features } = outlinesFor(['35236', '35219']);
    expect(features.map(({ properties }) => properties.name).sort()).toEqual(['Pipriac', 'Redon']);
    for (const { geometry } of features) {
      for (const ring of geometry.coordinates.flat()) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring[0]).toEqual(ring.at(-1));
      }
    }
  });

  test('of a box, light and closed', () => {
    const near = outlinesFor([-2.2, 47.6, -1.9, 47.8]);
    expect(near.features.length).toBeGreaterThan(10);
    expect(near.features.length).toBeLessThan(40);
    expect(JSON.stringify(near).length).toBeLessThan(60_000);
  });

  test('of the départements', () => {
    expect(departmentOutlines().features).toHaveLength(96);
    expect(departmentOutlines([-2, 47.9, -1.6, 48.2]).features.map(({ properties }) => properties.code)).toContain(
      '35',
    );
  });
});
