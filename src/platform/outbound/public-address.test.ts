import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

test.each([
  '1.1.1.1',
  '93.184.215.14',
  '172.15.255.255',
  '172.32.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '2606:4700::1111',
  '2a01:e0a::1',
])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));

test('no IPv4 address becomes public by being carried inside IPv6', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.constantFrom('::', '::ffff:', '64:ff9b::', '::ffff:0:'), (inner, carrier) => {
      expect(isPublicAddress(carrier + inner)).toBe(false);
    }),
  );
});

test('what is no address is not public', () => {
  const text = fc.string().filter((text) => !/^[\d.:a-fx]+$/i.test(text));
  fc.assert(
    fc.property(text, (text) => {
      expect(isPublicAddress(text)).toBe(false);
    }),
  );
});

test('only this machine is loopback', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1'].every(isLoopbackAddress)).toBe(true);
  expect(['10.0.0.1', '1.1.1.1', '::', '2001:db8::1', ''].some(isLoopbackAddress)).toBe(false);
});
