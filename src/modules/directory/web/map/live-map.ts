import {
  Map as MapView,
  NavigationControl,
  setWorkerUrl,
  type GeoJSONSource,
  type LngLatBoundsLike,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { baseStyle, landSource } from './base-style.ts';
import { answerFromPlaces, type ToldPlace } from './answer-from-places.ts';
import { frenchWords } from './french-words.ts';
import { MapMarks, type MapAnswer } from './map-marks.ts';
import { followList } from './follow-list.ts';

export interface LiveMap {
  remove(): void;
}

const deepest = 17;
const longestWait = 2_000;

/** Opens the map in place of the drawing. Throws where WebGL is not to be had. */
export async function openLiveMap(host: HTMLElement): Promise<LiveMap> {
  // The worker is a file of ours: the policy allows no script made on the spot.
  setWorkerUrl(new URL(workerUrl, location.href).href);
  const stage = document.createElement('div');
  stage.className = 'map-stage';
  // The library's stylesheet decides how its container is placed: ours is the frame around it.
  const container = document.createElement('div');
  container.style.blockSize = '100%';
  stage.append(container);
  stage.style.visibility = 'hidden';
  host.append(stage);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let map: MapView;
  try {
    map = new MapView({
      container,
      style: baseStyle(host),
      bounds: boundsOf(host.dataset['view'] ?? ''),
      maxZoom: deepest,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      cooperativeGestures: host.dataset['eager'] === undefined,
      fadeDuration: isStill ? 0 : 200,
      attributionControl: { compact: true },
      locale: { ...frenchWords, ...(host.dataset['title'] ? { 'Map.Title': host.dataset['title'] } : {}) },
    });
  } catch (error) {
    stage.remove();
    throw error;
  }
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  const marks = new MapMarks(map, {
    isStill,
    target: host.dataset['target'],
    home: host.dataset['home'] ?? '/annuaire/',
    many: host.dataset['many'] ?? 'structures',
  });
  const refresh = refresher(host, map, marks);
  await new Promise<void>((resolve, reject) => {
    map.once('load', () => resolve());
    map.once('error', ({ error }) => (map.loaded() ? resolve() : reject(error)));
  });
  map.on('moveend', () => void refresh());
  await refresh();
  await Promise.race([map.once('idle'), new Promise((resolve) => setTimeout(resolve, longestWait))]);
  // The drawing stands until there is as much to see on the map.
  stage.style.visibility = '';
  host.classList.add('map-live');
  const unfollow = followList(marks);
  return {
    remove() {
      unfollow();
      map.remove();
      stage.remove();
    },
  };
}

/** Asks for what the viewport shows each time it stops moving; an answer overtaken by another is dropped. */
function refresher(host: HTMLElement, map: MapView, marks: MapMarks): () => Promise<unknown> {
  let asked: AbortController | undefined;
  let landShown = '';
  const told = host.dataset['places'] ? (JSON.parse(host.dataset['places']) as ToldPlace[]) : null;

  async function showMarks(box: Box, signal: AbortSignal): Promise<void> {
    if (told) return marks.show(answerFromPlaces(told, box, map.getZoom()));
    const where = { bbox: box.map((degrees) => degrees.toFixed(4)).join(','), zoom: map.getZoom().toFixed(1) };
    const answer = await ask<MapAnswer>(withQuery(host.dataset['points'] ?? '', where), signal);
    if (answer) marks.show(answer);
  }

  async function showLand(box: Box, signal: AbortSignal): Promise<void> {
    const land = map.getSource<GeoJSONSource>(landSource);
    const grid = gridAround(box);
    if (!land || grid === landShown) return;
    landShown = grid;
    const outlines = await ask<GeoJSON.FeatureCollection>(
      withQuery(host.dataset['outlines'] ?? '', { bbox: grid }),
      signal,
    );
    if (outlines) void land.setData(outlines);
    else landShown = '';
  }

  return () => {
    asked?.abort();
    asked = new AbortController();
    const bounds = map.getBounds();
    const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const;
    return Promise.all([showMarks(box, asked.signal), showLand(box, asked.signal)]);
  };
}

type Box = readonly [west: number, south: number, east: number, north: number];

/** The box widened to a grid, so that small moves ask for what is known already. */
function gridAround([west, south, east, north]: Box): string {
  const step = east - west > 2 ? 2 : 0.5;
  return [Math.floor(west / step), Math.floor(south / step), Math.ceil(east / step), Math.ceil(north / step)]
    .map((cell) => cell * step)
    .join(',');
}

async function ask<Answer>(address: string, signal: AbortSignal): Promise<Answer | null> {
  try {
    const response = await fetch(address, { signal, headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    // Overtaken by the next move, or offline: what is shown stays.
    return null;
  }
}

function withQuery(address: string, values: Record<string, string>): string {
  const url = new URL(address, location.href);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, value);
  return url.href;
}

function boundsOf(view: string): LngLatBoundsLike {
  const [west = -5, south = 42, east = 8, north = 51] = view.split(',').map(Number);
  return [west, south, east, north];
}
