import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startGeocoder, type FakeGeocoder } from '#tests/support/fakes/geocoder-server.ts';
import { GeocoderUnavailable, noGeocoder, type Geocoder } from './geocoder.ts';
import { createGeocoder } from './geopf-geocoder.ts';

let service: FakeGeocoder;
let geocoder: Geocoder;
const waits: number[] = [];
const dependencies = {
  fetch,
  wait: (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  },
};

beforeAll(async () => {
  service = await startGeocoder();
  geocoder = createGeocoder(`${service.url}/`, dependencies);
});
beforeEach(() => {
  waits.length = 0;
  service.requests.length = 0;
});
afterAll(() => service[Symbol.asyncDispose]());

test('finds an address', async () => {
  expect(await geocoder.search({ text: '12 rue du Four à Pain\nRennes', postcode: '35000' })).toEqual({
    longitude: -1.6802,
    latitude: 48.1113,
    score: 0.97,
    doubtful: false,
    precision: 'housenumber',
    label: '12 Rue du Four à Pain 35000 Rennes',
    postcode: '35000',
    insee: '35238',
  });
});

test('flags a poor match, and knows when there is none', async () => {
  expect(await geocoder.search({ text: 'Le Moulin Neuf', insee: '35337' })).toMatchObject({
    doubtful: true,
    precision: 'locality',
  });
  expect(await geocoder.search({ text: 'Le Moulin Neuf', insee: '35238' })).toBeNull();
  expect(await geocoder.search({ text: ' ' })).toBeNull();
});

test('answers many queries in their order, in few requests', async () => {
  const queries = Array.from({ length: 4100 }, (_, index) => ({
    text: index % 2 === 0 ? 'redon' : 'nulle part, « "x";\n',
  }));
  const found = await geocoder.searchMany(queries);
  expect(found.map((place) => place?.label ?? null)).toEqual(
    queries.map(({ text }) => (text === 'redon' ? 'Redon' : null)),
  );
  expect(service.requests).toEqual(Array.from({ length: 3 }, () => 'POST /geocodage/search/csv'));
  expect(await geocoder.searchMany([])).toEqual([]);
});

test('narrows each line by its postcode and municipality', async () => {
  const found = await geocoder.searchMany([
    { text: 'Rue des Tisserands', postcode: '35500' },
    { text: 'Rue des Tisserands', postcode: '35000' },
    { text: 'Rue des Tisserands', insee: '35360' },
  ]);
  expect(found.map((place) => place?.insee)).toEqual(['35360', undefined, '35360']);
});

test('waits when the service is busy, as long as it asks', async () => {
  service.failNext(1, 429);
  expect(await geocoder.search({ text: 'Redon' })).toMatchObject({ label: 'Redon' });
  service.failNext(2, 503, { 'retry-after': '12' });
  expect(await geocoder.searchMany([{ text: 'Redon' }])).toMatchObject([{ label: 'Redon' }]);
  expect(waits).toEqual([5000, 12_000, 12_000]);
});

test('gives up in the end', async () => {
  service.failNext(10, 429, { 'retry-after': '86400' });
  await expect(geocoder.search({ text: 'Redon' })).rejects.toBeInstanceOf(GeocoderUnavailable);
  expect(waits).toEqual([60_000, 60_000, 60_000]);
  service.failNext(1, 500);
  await expect(geocoder.search({ text: 'Redon' })).rejects.toBeInstanceOf(GeocoderUnavailable);
});

test.each(['', 'pas du JSON', '{}', '{"features":[{"geometry":{"coordinates":["a","b"]},"properties":{}}]}', '[1,2]'])(
  'the answer %j to one query is no answer',
  async (body) => {
    service.answerOnce(body);
    await expect(geocoder.search({ text: 'Redon' })).rejects.toBeInstanceOf(GeocoderUnavailable);
  },
);

test.each(['', 'a;b\n', 'row,longitude\n0,x', '"'])('the answer %j to many queries is no answer', async (body) => {
  service.answerOnce(body);
  await expect(geocoder.searchMany([{ text: 'Redon' }])).rejects.toBeInstanceOf(GeocoderUnavailable);
});

test('an unreachable service is unavailable', async () => {
  const nobody = createGeocoder('http://127.0.0.1:1', dependencies);
  await expect(nobody.search({ text: 'Redon' })).rejects.toBeInstanceOf(GeocoderUnavailable);
});

test('without a service nothing is asked', async () => {
  expect(createGeocoder(undefined, dependencies)).toBe(noGeocoder);
  expect(await noGeocoder.searchMany([{ text: 'a' }, { text: 'b' }])).toEqual([null, null]);
});
