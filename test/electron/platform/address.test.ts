import { expect, test } from 'vitest';
import { addressOf, path } from '../../../electron/platform/address.ts';

const HTTP = ['https:', 'http:'];

test.each([
  ['https://api.qovery.com', '/organization', {}, 'https://api.qovery.com/organization'],
  ['https://api.qovery.com///', '/organization', {}, 'https://api.qovery.com/organization'],
  [' http://127.0.0.1:80/prefix/ ', '/a', {}, 'http://127.0.0.1/prefix/a'],
  ['https://x', '/a', { version: 'e 1&2', page: 3 }, 'https://x/a?version=e+1%262&page=3'],
  ['https://x', '/a', { cluster: null, project: '', environment: 'e' }, 'https://x/a?environment=e'],
  ['https://x', '/a', { cluster: null }, 'https://x/a'],
])('%s with %s and %j is %s', (base, pathname, query, expected) => {
  const address = addressOf(base, HTTP, pathname, query);
  expect(address.ok && address.value.href).toBe(expected);
});

test.each([
  ['', ''],
  ['api.qovery.com', 'api.qovery.com'],
  ['localhost:8080', 'localhost:8080'],
  ['ftp://x', 'ftp://x'],
  ['wss://x', 'wss://x'],
  ['https://', 'https:'],
  ['https://ada:secret@x', 'https://x'],
  ['https://ada:secret@x y', 'https://x y'],
  ['https://x/?token=secret', 'https://x/'],
  ['https://x/#there', 'https://x/'],
])('%j is no address, and is told without its secrets', (base, address) => {
  expect(addressOf(base, HTTP, '/a')).toEqual({ ok: false, problem: { kind: 'bad-address', address } });
});

test('an id cannot leave its place in the path', () => {
  expect(path('environment', '../organization?x=/', 'statuses')).toBe('/environment/..%2Forganization%3Fx%3D%2F/statuses');
});
