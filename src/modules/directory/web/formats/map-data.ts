import type { Exchange } from '#platform/http/exchange.ts';
import { answerFrom, keepable, type KeptAnswer } from '#platform/http/page-cache.ts';
import { departmentOutlines, outlinesFor } from '#platform/geo/index.ts';
import { filtersOf } from '../../queries/directory-list.ts';
import { mapView, type Viewport } from '../../queries/index/clusters.ts';
import { directoryIndex } from '../../queries/index/directory-index.ts';
import { readDirectoryQuery } from '../directory-query.ts';
import { send } from '#platform/http/download.ts';

const jsonType = 'application/json; charset=utf-8';
/** In degrees: beyond, municipalities are too many to draw, and to send. */
const widestTerritory = 3;
// Made of constant files: nothing has to clear them.
const keptOutlines = new Map<string, KeptAnswer>();
const mostKept = 60;

/** `GET /annuaire/carte.json?bbox=…&zoom=…`: groups and points of a viewport, under 30 KB whatever lies there. */
export async function sendMapPoints(exchange: Exchange): Promise<Response> {
  const viewport = boxOf(exchange.query('bbox'));
  if (!viewport) return exchange.http.json({ error: 'bbox=ouest,sud,est,nord' }, 400);
  const { filters } = await filtersOf(exchange.ctx, readDirectoryQuery(exchange.url.searchParams));
  const snapshot = await directoryIndex(exchange.ctx.db, exchange.ctx.hubId);
  return send(
    exchange,
    JSON.stringify(mapView(snapshot, filters, viewport, Number(exchange.query('zoom')) || 0)),
    jsonType,
  );
}

/** `GET /carte/contours.json?bbox=…`: départements, and over them the municipalities when the view is of a territory. */
export function sendOutlines(exchange: Exchange): Response {
  const viewport = boxOf(exchange.query('bbox'));
  if (!viewport) return exchange.http.json({ error: 'bbox=ouest,sud,est,nord' }, 400);
  const key = viewport.join(',');
  const kept = keptOutlines.get(key) ?? keepable(outlineHeaders(), new TextEncoder().encode(outlinesOf(viewport)));
  keptOutlines.delete(key);
  keptOutlines.set(key, kept);
  if (keptOutlines.size > mostKept) keptOutlines.delete(keptOutlines.keys().next().value as string);
  const { req } = exchange.http;
  return answerFrom(kept, { accepted: req.header('accept-encoding'), known: req.header('if-none-match'), head: false });
}

function outlineHeaders(): Headers {
  return new Headers({
    'content-type': 'application/geo+json; charset=utf-8',
    'cache-control': 'public, max-age=86400',
  });
}

/** A hundred metres are enough to look at a territory, ten to look at a town. */
function outlinesOf(viewport: Viewport): string {
  const width = viewport[2] - viewport[0];
  const precision = width > 0.6 ? 1e3 : 1e4;
  const round = (degrees: number | undefined): number => Math.round((degrees ?? 0) * precision) / precision;
  const municipalities = width <= widestTerritory ? outlinesFor(viewport).features : [];
  const features = [...departmentOutlines(viewport).features, ...municipalities].map(({ properties, geometry }) => ({
    type: 'Feature',
    properties: { kind: properties.kind, alone: municipalities.length === 0 },
    geometry: {
      type: geometry.type,
      coordinates: geometry.coordinates.map((rings) =>
        rings.map((ring) => ring.map(([lon, lat]) => [round(lon), round(lat)])),
      ),
    },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function boxOf(text: string): Viewport | null {
  const numbers = text.split(',').map(Number);
  const [west = 0, south = 0, east = 0, north = 0] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) && west < east && south < north
    ? [west, south, east, north]
    : null;
}
