import { connect, type Socket } from 'node:net';
import { costOf, describeCost } from './process-cost.ts';
import type { Answered } from './load.ts';
import { percentile } from './result.ts';

/**
 * Asks one page whose answer never changes over a few connections, one request at a time on each. It reads the first
 * answer, then counts bytes: a client that takes every answer apart costs more than the page kept does.
 */
export async function rawLoad(
  pid: number,
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  seconds = 8,
  connections = 16,
): Promise<Answered> {
  const { hostname, port, host } = new URL(origin);
  const request = Buffer.from(
    `GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );
  const times: number[] = [];
  let total = 0;
  let failed = 0;
  let bytes = 0;
  let isOver = false;
  const run = async (): Promise<void> => {
    const socket = connect(Number(port), hostname);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const length = await firstAnswer(socket, request);
    bytes = length;
    await new Promise<void>((resolve) => {
      let sentAt = performance.now();
      let received = 0;
      socket.on('data', (part: Buffer) => {
        received += part.length;
        if (received < length) return;
        // More than one answer's worth means that the answers differ: the count would say nothing.
        if (received > length) failed += 1;
        received = 0;
        total += 1;
        if (total % 8 === 0) times.push(performance.now() - sentAt);
        if (isOver) {
          socket.destroy();
          resolve();
          return;
        }
        sentAt = performance.now();
        socket.write(request);
      });
      socket.once('error', () => {
        failed += 1;
        resolve();
      });
      socket.write(request);
    });
  };
  const before = costOf(pid);
  const startedAt = performance.now();
  const timer = setTimeout(() => (isOver = true), seconds * 1000);
  await Promise.all(Array.from({ length: connections }, run));
  clearTimeout(timer);
  const duration = (performance.now() - startedAt) / 1000;
  const after = costOf(pid);
  return {
    perSecond: total / duration,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    failed,
    total,
    bytes,
    cost: describeCost(before, after, Math.max(1, total)),
  };
}

/** How many bytes the answer takes, headers and body; it must be a 200 of stated length. */
async function firstAnswer(socket: Socket, request: Buffer): Promise<number> {
  let text = Buffer.alloc(0);
  socket.write(request);
  return new Promise((resolve, reject) => {
    const read = (part: Buffer): void => {
      text = Buffer.concat([text, part]);
      const end = text.indexOf('\r\n\r\n');
      if (end === -1) return;
      const head = text.toString('latin1', 0, end);
      const stated = /content-length: (\d+)/i.exec(head)?.[1];
      if (!head.startsWith('HTTP/1.1 200') || stated === undefined) {
        reject(new Error(`unexpected answer: ${head.slice(0, 200)}`));
        return;
      }
      const whole = end + 4 + Number(stated);
      if (text.length < whole) return;
      socket.off('data', read);
      resolve(whole);
    };
    socket.on('data', read);
  });
}
