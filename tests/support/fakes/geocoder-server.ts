import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { bodyOf, startHttpServer, type HttpServer } from './http-server.ts';

export type KnownAddress = {
  label: string;
  score: number;
  type: 'housenumber' | 'street' | 'locality' | 'municipality';
  postcode: string;
  citycode: string;
  longitude: number;
  latitude: number;
};

/** Invented addresses in real municipalities. */
export const knownAddresses: readonly KnownAddress[] = [
  {
    label: '12 Rue du Four à Pain 35000 Rennes',
    score: 0.97,
    type: 'housenumber',
    postcode: '35000',
    citycode: '35238',
    longitude: -1.6802,
    latitude: 48.1113,
  },
  {
    label: 'Rue des Tisserands 35500 Vitré',
    score: 0.81,
    type: 'street',
    postcode: '35500',
    citycode: '35360',
    longitude: -1.2101,
    latitude: 48.1241,
  },
  {
    label: 'Le Moulin Neuf 35190 Tinténiac',
    score: 0.44,
    type: 'locality',
    postcode: '35190',
    citycode: '35337',
    longitude: -1.8341,
    latitude: 48.3292,
  },
  {
    label: 'Redon',
    score: 0.92,
    type: 'municipality',
    postcode: '35600',
    citycode: '35236',
    longitude: -2.0841,
    latitude: 47.6512,
  },
];

export type FakeGeocoder = HttpServer & {
  /** Answers the next requests with this status, then normally. */
  failNext(times: number, status: number, headers?: Record<string, string>): void;
  /** Replaces the next answer by this body. */
  answerOnce(body: string): void;
};

/** As much of data.geopf.fr/geocodage as Essaim uses: an address is found when its label holds every word asked. */
export async function startGeocoder(): Promise<FakeGeocoder> {
  let failures = { times: 0, status: 429, headers: {} as Record<string, string> };
  let once: string | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (failures.times > 0) {
      failures.times -= 1;
      response.writeHead(failures.status, failures.headers).end('trop de demandes');
      return;
    }
    if (once !== undefined) {
      response.end(once);
      once = undefined;
      return;
    }
    const url = new URL(request.url ?? '/', 'http://geocoder');
    if (url.pathname === '/geocodage/search') {
      const found = find(
        url.searchParams.get('q') ?? '',
        url.searchParams.get('postcode'),
        url.searchParams.get('citycode'),
      );
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(featureCollection(found)));
    } else if (url.pathname === '/geocodage/search/csv' && request.method === 'POST') {
      const form = await new Response(new Uint8Array(body), {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }).formData();
      response.writeHead(200, { 'content-type': 'text/csv' }).end(await answerCsv(form));
    } else {
      response.writeHead(404).end();
    }
  }

  const server = await startHttpServer(answer);
  return Object.assign(server, {
    url: `${server.url}/geocodage`,
    failNext: (times: number, status: number, headers = {}) => {
      failures = { times, status, headers };
    },
    answerOnce: (body: string) => {
      once = body;
    },
  });
}

function find(text: string, postcode: string | null, citycode: string | null): KnownAddress | undefined {
  const words = text.toLowerCase().split(/[\s,]+/);
  return knownAddresses.find(
    (address) =>
      words.every((word) => address.label.toLowerCase().includes(word)) &&
      (!postcode || address.postcode === postcode) &&
      (!citycode || address.citycode === citycode),
  );
}

function featureCollection(found: KnownAddress | undefined): object {
  if (!found) return { type: 'FeatureCollection', features: [] };
  const { longitude, latitude, ...properties } = found;
  const geometry = { type: 'Point', coordinates: [longitude, latitude] };
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry, properties: { ...properties, _type: 'address' } }],
  };
}

async function answerCsv(form: FormData): Promise<string> {
  const file = form.get('data');
  if (!(file instanceof File)) return 'no data';
  const rows = parse<Record<string, string>>(await file.text(), { columns: true });
  const fields = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const column = (row: Record<string, string>, name: string) =>
    fields(name)
      .map((field) => row[field] ?? '')
      .join(' ');
  return stringify(
    rows.map((row) => {
      const text = column(row, 'columns');
      const found = find(text, column(row, 'postcode'), column(row, 'citycode'));
      return {
        ...row,
        longitude: found?.longitude ?? '',
        latitude: found?.latitude ?? '',
        result_label: found?.label ?? '',
        result_score: found?.score ?? '',
        result_type: found?.type ?? '',
        result_postcode: found?.postcode ?? '',
        result_citycode: found?.citycode ?? '',
        result_status: found ? 'ok' : 'not-found',
      };
    }),
    { header: true },
  );
}
