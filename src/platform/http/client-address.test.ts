import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

it.each([
  ['203.0.113.9', undefined, [], '203.0.113.9'],
  ['203.0.113.9', '198.51.100.1', [], '203.0.113.9'],
  ['10.0.0.1', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
  ['10.0.0.1', '1.1.1.1, 198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
  ['10.0.0.1', '198.51.100.1, 10.0.0.2', ['10.0.0.0/8'], '198.51.100.1'],
  ['::ffff:127.0.0.1', '2001:db8::1', ['127.0.0.1'], '2001:db8::1'],
  ['10.0.0.1', 'garbage', ['10.0.0.0/8'], '10.0.0.1'],
  [undefined, undefined, [], 'unknown'],
])('%s with %s through %j is %s', (socket, forwarded, trusted, expected) =>
  expect(clientAddress(socket, forwarded, trusted)).toBe(expected),
);
