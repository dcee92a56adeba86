import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StartedSite } from '../../tests/support/started-site.ts';

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number };
}

interface Profile {
  nodes: ProfileNode[];
  samples: number[];
  timeDeltas: number[];
}

/** Watches where the application spends its processor time while `work` runs; gives the heaviest places with their share. */
export async function whereTimeGoes(site: StartedSite, work: () => Promise<unknown>, lines = 7): Promise<string[]> {
  const inspector = await openInspector(site);
  if (!inspector) return [];
  await inspector.ask('Profiler.enable');
  await inspector.ask('Profiler.setSamplingInterval', { interval: 500 });
  await inspector.ask('Profiler.start');
  await work();
  const { profile } = (await inspector.ask('Profiler.stop')) as { profile: Profile };
  await inspector.ask('Profiler.disable');
  inspector.close();
  return heaviest(profile, lines);
}

function heaviest(profile: Profile, lines: number): string[] {
  const map = new SourceMap(JSON.parse(readFileSync('dist/server/main.js.map', 'utf8')) as never);
  const own = new Map(profile.nodes.map((node) => [node.id, placeOf(node, map)]));
  const times = new Map<string, number>();
  let busy = 0;
  profile.samples.forEach((id, at) => {
    const place = own.get(id) ?? '?';
    if (place === '(idle)' || place === '(program)') return;
    const spent = profile.timeDeltas[at] ?? 0;
    busy += spent;
    times.set(place, (times.get(place) ?? 0) + spent);
  });
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, lines)
    .map(([place, spent]) => `${((spent / busy) * 100).toFixed(0).padStart(3)} % ${place}`);
}

/** A file of ours, else the package or part of Node it belongs to. */
function placeOf({ callFrame }: ProfileNode, map: SourceMap): string {
  const { functionName, url, lineNumber, columnNumber } = callFrame;
  if (url.endsWith('dist/server/main.js')) {
    const entry = map.findEntry(lineNumber, columnNumber) as { originalSource?: string };
    const file = entry.originalSource?.replace(/^.*?src\//, 'src/') ?? 'main.js';
    return `${file} ${functionName}`;
  }
  const packaged = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url.slice(url.lastIndexOf('node_modules/')));
  if (packaged) return packaged[1] ?? url;
  if (url.startsWith('node:')) return url.replace(/^node:internal\/([^/]+).*/, 'node:$1');
  return functionName === '' ? '(natif)' : functionName.startsWith('(') ? functionName : `(natif) ${functionName}`;
}

interface Inspector {
  ask(method: string, params?: object): Promise<unknown>;
  close(): void;
}

/** The inspector wakes at a signal, so that it costs nothing while figures are taken. */
async function openInspector(site: StartedSite): Promise<Inspector | null> {
  if (process.platform === 'win32') return null;
  const address = (): string | undefined => [...site.printed().matchAll(/Debugger listening on (ws:\S+)/g)].at(-1)?.[1];
  if (!address()) site.process.kill('SIGUSR1');
  for (let tries = 0; !address() && tries < 50; tries++) await sleep(100);
  const url = address();
  if (!url) return null;
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  let last = 0;
  return {
    ask(method, params = {}) {
      const id = ++last;
      socket.send(JSON.stringify({ id, method, params }));
      return new Promise((resolve) => waiting.set(id, resolve));
    },
    close: () => socket.close(),
  };
}
