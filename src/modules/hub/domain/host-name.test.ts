import { describe, expect, it } from 'vitest';
import { comparableHost, hubOfHost } from './host-name.ts';

describe('comparableHost', () => {
  it.each([
    ['Pole-Vallons.example', 'pole-vallons.example'],
    ['pole.example:3000', 'pole.example'],
    ['pole.example.', 'pole.example'],
    ['pôle.example', 'xn--ple-kna.example'],
    ['[::1]:3000', '[::1]'],
  ])('%s is %s', (given, expected) => expect(comparableHost(given)).toBe(expected));

  it.each([undefined, '', 'a b', 'x/y', 'user@host', 'a'.repeat(300), 'http://x'])('%s is no host', (given) =>
    expect(comparableHost(given)).toBeNull(),
  );
});

describe('hubOfHost', () => {
  const known = {
    domains: new Map([
      ['vallons.example', 'h1'],
      ['closed.example', 'h9'],
    ]),
    hubs: [
      { id: 'h1', slug: 'vallons' },
      { id: 'h2', slug: 'marais' },
    ],
    mainHost: 'essaim.example',
  };
  it.each([
    ['vallons.example', 'h1'],
    ['essaim.example', 'h1'],
    ['marais.essaim.example', 'h2'],
    ['marais.localhost', 'h2'],
    ['localhost', 'h1'],
    ['127.0.0.1', 'h1'],
    ['closed.example', null],
    ['other.example', null],
    ['unknown.essaim.example', null],
    ['essaim.example.attacker.example', null],
  ])('%s leads to %s', (host, hub) => expect(hubOfHost(host, known)).toBe(hub));
});
