import { expect, it } from 'vitest';
import { isSentFromHere } from './same-site.ts';

const none = { host: 'pole.example', origin: undefined, referer: undefined, fetchSite: undefined };

it.each([
  [{ ...none, fetchSite: 'same-origin' }, true],
  [{ ...none, origin: 'https://pole.example' }, true],
  [{ ...none, referer: 'https://pole.example/annuaire' }, true],
  [{ ...none, origin: 'https://pole.example', fetchSite: 'same-origin' }, true],
  [none, false],
  [{ ...none, fetchSite: 'cross-site' }, false],
  [{ ...none, fetchSite: 'same-site', origin: 'https://pole.example' }, false],
  [{ ...none, fetchSite: 'none' }, false],
  [{ ...none, origin: 'https://pole.example.attacker.example' }, false],
  [{ ...none, origin: 'null' }, false],
  [{ ...none, origin: 'https://attacker.example', referer: 'https://pole.example/' }, false],
  [{ ...none, origin: 'https://pole.example:8443' }, false],
])('%j → %s', (headers, expected) => expect(isSentFromHere(headers)).toBe(expected));
