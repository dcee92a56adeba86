import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';

export const landSource = 'land';

const ign =
  'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}';
const openFreeMap = 'https://tiles.openfreemap.org/styles/positron';

/** What lies under the points: our own outlines in the hub's colours, or the base map the host chose, with its credit. */
export function baseStyle(host: HTMLElement): StyleSpecification | string {
  const { base, tiles, credit } = host.dataset;
  if (base === 'ign') return rasterStyle(ign, '© <a href="https://www.ign.fr">IGN</a>');
  if (base === 'openfreemap') return openFreeMap;
  if (base === 'custom' && tiles) return tiles.includes('{z}') ? rasterStyle(tiles, escaped(credit ?? '')) : tiles;
  return outlineStyle(host);
}

function rasterStyle(tiles: string, attribution: string): StyleSpecification {
  return {
    version: 8,
    sources: { base: { type: 'raster', tiles: [tiles], tileSize: 256, maxzoom: 19, attribution } },
    layers: [{ id: 'base', type: 'raster', source: 'base' }],
  };
}

/** A département drawn under its municipalities, so that land whose municipalities are not known is no sea. */
const underTowns: ExpressionSpecification = ['all', ['==', ['get', 'kind'], 'department'], ['!', ['get', 'alone']]];

function outlineStyle(host: HTMLElement): StyleSpecification {
  const colour = (name: string): string => painted(getComputedStyle(host).getPropertyValue(name));
  return {
    version: 8,
    sources: {
      [landSource]: {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: [] },
        attribution: 'Contours : <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>, INSEE',
      },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('--map-sea') } },
      {
        id: 'country',
        type: 'fill',
        source: landSource,
        filter: underTowns,
        paint: { 'fill-color': colour('--map-country') },
      },
      {
        id: 'land',
        type: 'fill',
        source: landSource,
        filter: ['!', underTowns],
        paint: { 'fill-color': colour('--map-land') },
      },
      {
        id: 'borders',
        type: 'line',
        source: landSource,
        filter: ['!', underTowns],
        paint: {
          'line-color': colour('--map-border'),
          'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 12, 3],
        },
      },
    ],
  };
}

/** Any colour a stylesheet can name, as the three numbers the map's own parser knows. */
function painted(colour: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return '#888888';
  context.fillStyle = colour.trim() || '#888888';
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

function escaped(text: string): string {
  const holder = document.createElement('span');
  holder.textContent = text;
  return holder.innerHTML;
}
