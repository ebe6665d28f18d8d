import { expect, test } from 'vitest';
import { isOurPage, isWebAddress, pageAddress } from '../../../electron/windows/addresses.ts';

test('pages come from the app, in development from its server', () => {
  expect(pageAddress('overview')).toBe('app://tray/overview/index.html');
  expect(pageAddress('log-viewer', 'http://127.0.0.1:5173')).toBe('http://127.0.0.1:5173/log-viewer/index.html');
});

test.each([
  ['app://tray/overview/index.html', undefined, true],
  ['app://tray/overview/index.html?x#y', undefined, true],
  ['app://tray.example.com/overview/index.html', undefined, false],
  ['app://tray:80/overview/index.html', undefined, false],
  ['https://tray/overview/index.html', undefined, false],
  ['file:///app://tray/', undefined, false],
  ['data:text/html,app://tray/', undefined, false],
  ['about:blank', undefined, false],
  ['', undefined, false],
  ['http://127.0.0.1:5173/overview/index.html', undefined, false],
  ['http://127.0.0.1:5173/overview/index.html', 'http://127.0.0.1:5173', true],
  ['http://127.0.0.1:51730/overview/index.html', 'http://127.0.0.1:5173', false],
  ['https://127.0.0.1:5173/overview/index.html', 'http://127.0.0.1:5173', false],
  ['http://127.0.0.1:5173@example.com/', 'http://127.0.0.1:5173', false],
  ['http://127.0.0.1:5173/', 'no address', false],
])('%s with the development server %s: ours is %s', (url, devUrl, expected) => {
  expect(isOurPage(url, devUrl)).toBe(expected);
});

test.each([
  ['https://console.qovery.com/x', true],
  ['http://localhost:3000', true],
  ['HTTPS://EXAMPLE.COM', true],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['smb://server/share', false],
  ['ms-settings:', false],
  ['httpsx://example.com', false],
  ['//example.com', false],
  ['', false],
])('%s may be opened in the browser: %s', (url, expected) => {
  expect(isWebAddress(url)).toBe(expected);
});
