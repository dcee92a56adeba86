import type { Exchange } from '#platform/http/exchange.ts';
import { departmentOutlines, outlinesFor } from '#platform/geo/index.ts';
import { filtersOf } from '../../queries/directory-list.ts';
import { mapView, type Viewport } from '../../queries/index/clusters.ts';
import { directoryIndex } from '../../queries/index/directory-index.ts';
import { readDirectoryQuery } from '../directory-query.ts';
import { send } from './download.ts';

const jsonType = 'application/json; charset=utf-8';
const widestTerritory = 1.8;

/** `GET /annuaire/carte.json?bbox=…&zoom=…`: groups and points of a viewport, under 30 KB whatever lies there. */
export async function sendMapPoints(exchange: Exchange): Promise<Response> {
  const viewport = boxOf(exchange.query('bbox'));
  if (!viewport) return exchange.http.json({ error: 'bbox=ouest,sud,est,nord' }, 400);
  const { filters } = await filtersOf(exchange.ctx, readDirectoryQuery(exchange.url.searchParams));
  const snapshot = await directoryIndex(exchange.ctx.db, exchange.ctx.hubId);
  return send(exchange, JSON.stringify(mapView(snapshot, filters, viewport, Number(exchange.query('zoom')) || 0)), jsonType);
}

/** `GET /carte/contours.json?bbox=…`: municipalities of a territory, départements when the view is wider. */
export function sendOutlines(exchange: Exchange): Response {
  const viewport = boxOf(exchange.query('bbox'));
  if (!viewport) return exchange.http.json({ error: 'bbox=ouest,sud,est,nord' }, 400);
  const municipalities = viewport[2] - viewport[0] <= widestTerritory ? outlinesFor(viewport) : null;
  const outlines = municipalities && municipalities.features.length > 0 ? municipalities : departmentOutlines(viewport);
  const response = send(exchange, JSON.stringify(outlines), 'application/geo+json; charset=utf-8');
  response.headers.set('cache-control', 'public, max-age=86400');
  return response;
}

function boxOf(text: string): Viewport | null {
  const numbers = text.split(',').map(Number);
  const [west = 0, south = 0, east = 0, north = 0] = numbers;
  return numbers.length === 4 && numbers.every(Number.isFinite) && west < east && south < north ? [west, south, east, north] : null;
}
