import path from 'node:path';
import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, pageFile } from '../../../electron/windows/page-files.ts';

const FOLDER = path.resolve('/opt/tray/app.asar/dist/renderer');

test.each([
  ['app://tray/overview/index.html', 'overview/index.html', 'text/html; charset=utf-8'],
  ['app://tray/assets/index-B1.js?v=1#x', 'assets/index-B1.js', 'text/javascript; charset=utf-8'],
  ['app://tray/assets/a%20b.css', 'assets/a b.css', 'text/css; charset=utf-8'],
  ['app://tray/assets/icons.SVG', 'assets/icons.SVG', 'image/svg+xml'],
  ['app://tray/assets/font.woff2', 'assets/font.woff2', 'font/woff2'],
  ['app://tray/assets/what.ever', 'assets/what.ever', 'application/octet-stream'],
  ['app://tray/overview/../settings/index.html', 'settings/index.html', 'text/html; charset=utf-8'],
])('%s is the file %s of type %s', (url, file, type) => {
  expect(pageFile(FOLDER, url)).toEqual({ kind: 'file', file: path.join(FOLDER, file), type });
});

test.each([
  ['a way out, its slashes in disguise', 'app://tray/..%2f..%2fmain.js'],
  ['a way out, deeper down', 'app://tray/overview/..%2F..%2F..%2Fetc/passwd'],
  ['a folder beside it with a name that begins alike', 'app://tray/..%2frenderer-other/x.js'],
  ['backslashes', 'app://tray/..%5c..%5cmain.js'],
  ['a NUL in the name', 'app://tray/overview/index.html%00.png'],
  ['what is no text', 'app://tray/%E0%A4%A'],
])('forbids %s', (_, url) => {
  expect(pageFile(FOLDER, url)).toEqual({ kind: 'forbidden' });
});

test.each(['app://other/overview/index.html', 'app://tray/', 'app://tray/overview/', 'no address'])('knows nothing at %s', (url) => {
  expect(pageFile(FOLDER, url)).toEqual({ kind: 'unknown' });
});

test('the policy starts from nothing, allows nothing inline, and loads only from the app', () => {
  const rules = Object.fromEntries(CONTENT_SECURITY_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
  expect(rules).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  });
});
