import { setTimeout } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { GeocoderUnavailable, noGeocoder, type FoundPlace, type Geocoder, type PlaceQuery } from './geocoder.ts';

export type GeocoderDependencies = {
  fetch: typeof globalThis.fetch;
  wait?: (milliseconds: number) => Promise<unknown>;
};

/** Well under what the service accepts (200,000 lines), so that one request ends within its time. */
const linesPerRequest = 2000;
const requestTimeoutMs = 120_000;
const attempts = 4;
const doubtfulBelow = 0.5;

/**
 * A geocoder for GEOCODER_URL, which speaks the protocol of https://data.geopf.fr/geocodage (and of addok, which it
 * follows): `GET /search` and `POST /search/csv`. Without an address, nothing is ever found.
 */
export function createGeocoder(url: string | undefined, { fetch, wait = setTimeout }: GeocoderDependencies): Geocoder {
  if (url === undefined) return noGeocoder;
  const base = url.replace(/\/+$/, '');

  async function ask(path: string, request: () => RequestInit): Promise<string> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await fetch(base + path, { ...request(), signal: AbortSignal.timeout(requestTimeoutMs) }).catch(
        unavailable,
      );
      if (answer.ok) return answer.text().catch(unavailable);
      await answer.body?.cancel();
      const busy = answer.status === 429 || answer.status === 503;
      if (!busy || attempt === attempts) throw new GeocoderUnavailable({ cause: new Error(`HTTP ${answer.status}`) });
      await wait(retryDelay(answer.headers.get('retry-after')));
    }
  }

  async function searchLines(queries: readonly PlaceQuery[]): Promise<(FoundPlace | null)[]> {
    const csv = await ask('/search/csv', () => ({ method: 'POST', body: csvForm(queries) }));
    return readLines(csv, queries.length);
  }

  return {
    search: async (query) => {
      if (query.text.trim() === '') return null;
      return readFeatures(
        await ask(`/search?${searchParams(query)}`, () => ({ headers: { accept: 'application/json' } })),
      );
    },
    searchMany: async (queries) => {
      const found: (FoundPlace | null)[] = [];
      for (let start = 0; start < queries.length; start += linesPerRequest) {
        found.push(...(await searchLines(queries.slice(start, start + linesPerRequest))));
      }
      return found;
    },
  };
}

function searchParams({ text, postcode, insee }: PlaceQuery): URLSearchParams {
  const params = new URLSearchParams({ q: oneLine(text), limit: '1', autocomplete: '0' });
  if (postcode) params.set('postcode', postcode);
  if (insee) params.set('citycode', insee);
  return params;
}

function csvForm(queries: readonly PlaceQuery[]): FormData {
  const rows = queries.map(({ text, postcode = '', insee = '' }, row) => [row, oneLine(text), postcode, insee]);
  const form = new FormData();
  form.set(
    'data',
    new Blob([stringify([['row', 'text', 'code_postal', 'code_insee'], ...rows])], { type: 'text/csv' }),
    'adresses.csv',
  );
  form.append('columns', 'text');
  form.set('postcode', 'code_postal');
  form.set('citycode', 'code_insee');
  return form;
}

/** The service accepts 3 to 200 characters that begin with a letter or a digit. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\d]+/u, '')
    .slice(0, 200)
    .trim();
}

/** Five seconds, says the documentation of the service; its own header may say more. */
function retryDelay(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Math.min(Math.max(Number.isFinite(seconds) ? seconds : 0, 5), 60) * 1000;
}

const precision = z.enum(['housenumber', 'street', 'locality', 'municipality']).catch('municipality');
const code = z.string().transform((text) => text || undefined);

const featuresShape = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
      properties: z.object({
        score: z.number(),
        label: z.string(),
        type: precision,
        postcode: code.optional(),
        citycode: code.optional(),
      }),
    }),
  ),
});

function readFeatures(text: string): FoundPlace | null {
  const answer = featuresShape.safeParse(parsedJson(text));
  if (!answer.success) throw new GeocoderUnavailable({ cause: answer.error });
  const best = answer.data.features[0];
  if (!best) return null;
  const { score, label, type, postcode, citycode } = best.properties;
  const [longitude, latitude] = best.geometry.coordinates;
  return checkedPlace({ longitude, latitude, score, label, precision: type, postcode, insee: citycode });
}

const lineShape = z.object({
  row: z.coerce.number().int().nonnegative(),
  longitude: z.string(),
  latitude: z.string(),
  result_score: z.string(),
  result_label: z.string(),
  result_type: precision,
  result_postcode: code,
  result_citycode: code,
});

function readLines(csv: string, count: number): (FoundPlace | null)[] {
  const found: (FoundPlace | null)[] = Array.from({ length: count }, () => null);
  const lines = z.array(lineShape).safeParse(parsedCsv(csv));
  if (!lines.success || lines.data.length !== count) throw new GeocoderUnavailable({ cause: lines.error });
  for (const line of lines.data) {
    if (line.latitude === '' || line.row >= count) continue;
    found[line.row] = checkedPlace({
      longitude: Number(line.longitude),
      latitude: Number(line.latitude),
      score: Number(line.result_score),
      label: line.result_label,
      precision: line.result_type,
      postcode: line.result_postcode,
      insee: line.result_citycode,
    });
  }
  return found;
}

function checkedPlace(place: Omit<FoundPlace, 'doubtful'>): FoundPlace {
  const { longitude, latitude, score } = place;
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && score >= 0)) throw new GeocoderUnavailable();
  return { ...place, score: Math.min(score, 1), doubtful: score < doubtfulBelow };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return unavailable(error);
  }
}

function parsedCsv(text: string): unknown {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    return unavailable(error);
  }
}

function unavailable(error: unknown): never {
  throw new GeocoderUnavailable({ cause: error });
}
