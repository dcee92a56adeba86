import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundingBox,
  detectCoordinateColumns,
  distanceInKilometres,
  parseCoordinatePair,
  parseCoordinates,
  project,
} from './index.ts';

const redon = { longitude: -2.0835, latitude: 47.6516 };
const close = (digits = 4) => ({
  longitude: expect.closeTo(redon.longitude, digits) as number,
  latitude: expect.closeTo(redon.latitude, digits) as number,
});

describe('one cell', () => {
  test.each([
    ['lat, lon', '47.6516, -2.0835'],
    ['lat lon', '47.6516 -2.0835'],
    ['lat;lon with commas', '47,6516 ; -2,0835'],
    ['commas everywhere', '47,6516, -2,0835'],
    ['lon lat, told by France', '-2.0835 47.6516'],
    ['brackets', '[47.6516, -2.0835]'],
    ['WKT', 'POINT (-2.0835 47.6516)'],
    ['WKT Z', 'POINT Z (-2.0835 47.6516 12)'],
    ['EWKT', 'SRID=4326;POINT (-2.0835 47.65160000000001)'],
    ['GeoJSON text', '{"type":"Point","coordinates":[-2.0835,47.6516]}'],
    ['object text', '{"lat": 47.6516, "lng": "-2.0835"}'],
    ['labels', 'lat: 47.6516, lng: -2.0835'],
    ['geo URI', 'geo:47.6516,-2.0835'],
    ['degrees, minutes, seconds', '47°39\'05.76"N 2°05\'00.6"W'],
    ['degrees with ouest', '47°39’05,76”N, 2°05’00,6”O'],
    ['minus sign of typography', '47.6516, −2.0835'.replace('−', '-')],
  ])('%s', (_, text) => {
    expect(parseCoordinates(text)).toEqual(close());
  });

  test('objects and lists', () => {
    expect(parseCoordinates({ lat: 47.6516, lon: -2.0835 })).toEqual(close());
    expect(parseCoordinates({ latitude: '47,6516', longitude: '-2,0835' })).toEqual(close());
    expect(parseCoordinates([-2.0835, 47.6516], 'longitude-first')).toEqual(close());
    expect(parseCoordinates({ type: 'Point', coordinates: [-2.0835, 47.6516] })).toEqual(close());
  });

  test('Lambert 93 and conic conformal zones, whatever the order', () => {
    for (const projection of ['EPSG:2154', 'EPSG:3948', 'EPSG:3947'] as const) {
      const { x, y } = project(projection, redon);
      expect(parseCoordinates(`${x} ${y}`)).toEqual(close());
      expect(parseCoordinatePair(y, x)).toEqual(close());
      expect(parseCoordinatePair(x, y)).toEqual(close());
    }
  });

  test('scientific notation', () => {
    expect(parseCoordinates('SRID=4326;POINT (2.4e-05 45.012811)')).toEqual({
      longitude: 0.000024,
      latitude: 45.012811,
    });
  });

  test.each([
    '',
    'Redon',
    '0, 0',
    '47.6',
    '1 rue du Port 35600',
    '999999999 999999999',
    '{"lat":',
    'POINT EMPTY',
    '200, 300',
  ])('nothing in %j', (text) => expect(parseCoordinates(text)).toBeUndefined());

  test('never throws', () => {
    const anything = fc.oneof(fc.anything(), fc.string());
    fc.assert(
      fc.property(anything, (value) => {
        expect(() => parseCoordinates(value)).not.toThrow();
      }),
    );
  });
});

describe('columns', () => {
  const rows = (...values: [unknown, unknown][]) => values.map(([a, b]) => ({ a, b }));
  const named = (first: string, second: string, values: [unknown, unknown][]) =>
    detectCoordinateColumns(
      ['nom', first, second],
      values.map(([a, b]) => ({ nom: 'x', [first]: a, [second]: b })),
    );

  test.each([
    ['latitude', 'longitude'],
    ['LAT', 'LNG'],
    ['lat', 'long'],
    ['Coord. Y', 'Coord. X'],
    ['y', 'x'],
    ['geo.latitude', 'geo.longitude'],
    ['EQUIP_LAT', 'EQUIP_LONG'],
    ['geoLat', 'geoLng'],
    ['Latitude (WGS84)', 'Longitude (WGS84)'],
    ['latitude__structure', 'longitude__structure'],
  ])('%s and %s', (latitude, longitude) => {
    expect(
      named(latitude, longitude, [
        [47.6, -2.1],
        ['48,1', '-1,6'],
      ]),
    ).toEqual({ kind: 'pair', latitude, longitude, swapped: false });
  });

  test('swapped headers', () => {
    expect(
      named('lat', 'lon', [
        [-2.1, 47.6],
        [-1.6, 48.1],
      ]),
    ).toMatchObject({ latitude: 'lon', longitude: 'lat', swapped: true });
  });

  test('metres', () => {
    expect(
      named('y', 'x', [
        [6_742_000, 318_000],
        [6_790_000, 352_000],
      ]),
    ).toMatchObject({ projection: 'EPSG:2154', latitude: 'y' });
    expect(
      named('y', 'x', [
        [7_200_000, 1_320_000],
        [7_210_000, 1_350_000],
      ]),
    ).toMatchObject({ projection: 'EPSG:3948' });
  });

  test('overseas', () => {
    expect(
      named('lat', 'lon', [
        [-20.9, 55.4],
        [-21.3, 55.6],
      ]),
    ).toMatchObject({ swapped: false });
  });

  test('a single column, in the order its values tell', () => {
    expect(detectCoordinateColumns(['a', 'b'], rows(['47.6, -2.1', 'x'], ['48.1, -1.6', 'y']))).toEqual({
      kind: 'single',
      column: 'a',
      order: 'latitude-first',
    });
    expect(detectCoordinateColumns(['a', 'b'], rows(['-2.1 47.6', 'x'], ['-1.6 48.1', 'y']))).toEqual({
      kind: 'single',
      column: 'a',
      order: 'longitude-first',
    });
  });

  test('no column', () => {
    expect(detectCoordinateColumns(['nom', 'long'], [{ nom: 'a', long: 'un texte' }])).toBeUndefined();
    expect(
      named('x', 'y', [
        ['oui', 'non'],
        ['non', 'oui'],
      ]),
    ).toBeUndefined();
  });
});

test('distance and box', () => {
  const rennes = { longitude: -1.6794, latitude: 48.1147 };
  expect(distanceInKilometres(redon, rennes)).toBeCloseTo(59.6, 0);
  expect(boundingBox([redon, rennes])).toEqual([-2.0835, 47.6516, -1.6794, 48.1147]);
  expect(boundingBox([])).toBeUndefined();
});
