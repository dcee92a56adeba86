import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { reliefCover, type Motif } from '#ui/relief/relief-cover.ts';
import type { Rastered } from './raster-process.ts';
import { demoObject, type DemoObject } from './demo-photo-objects.ts';

/** What a drawn photo of the demonstration shows. */
export interface DrawnScene {
  motif: Motif;
  hue: number;
  object: DemoObject;
  /** Share of the height where the land begins. */
  horizon?: number;
  dark?: boolean;
}

const program = fileURLToPath(new URL('./raster-process.ts', import.meta.url));

/**
 * The demonstration has no photographs of real people or places: its pictures are our own landscapes with an object in
 * front, in the light of an afternoon. The same name always gives the same bytes.
 */
export function sceneSvg(name: string, { motif, hue, object, horizon = 0.42, dark = false }: DrawnScene): string {
  const land = reliefCover(name, { motif, hue, horizon, dark, width: 480, height: 320 });
  const light =
    '<defs><radialGradient id="v" cx=".5" cy=".45" r=".85"><stop offset=".6" stop-opacity="0"/><stop offset="1" stop-opacity=".32"/></radialGradient>' +
    '<linearGradient id="l" x2="1" y2="1"><stop stop-color="#ffefc4" stop-opacity=".4"/><stop offset=".6" stop-color="#ffefc4" stop-opacity="0"/></linearGradient></defs>' +
    '<rect width="480" height="320" fill="url(#l)"/><rect width="480" height="320" fill="url(#v)"/>';
  const ground = '<ellipse cx="240" cy="312" rx="300" ry="34" fill="#000" fill-opacity=".16"/>';
  return land
    .replace('<svg ', '<svg width="960" height="640" ')
    .replace('</svg>', `${ground}${demoObject(object)}${light}</svg>`);
}

/** Draws each SVG as a picture in its sizes, all in one process apart: twelve of them would delay the first start. */
export async function rasterise(drawings: readonly string[]): Promise<Rastered[]> {
  const child = fork(program, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const { promise, resolve, reject } = Promise.withResolvers<Rastered[]>();
  child.once('message', resolve).once('error', reject);
  child.once('disconnect', () => reject(new Error('the drawing of the demonstration’s photos ended')));
  child.send(drawings);
  return promise;
}
