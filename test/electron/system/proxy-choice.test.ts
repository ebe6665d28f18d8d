import { expect, test } from 'vitest';
import { isLoopback, proxyChoice } from '../../../electron/system/proxy-choice.ts';

test.each([
  ['DIRECT', null, []],
  ['', null, []],
  ['PROXY proxy.corp:3128', 'http://proxy.corp:3128', []],
  ['PROXY proxy.corp:3128; DIRECT', 'http://proxy.corp:3128', []],
  ['DIRECT; PROXY proxy.corp:3128', null, []],
  ['HTTPS proxy.corp:443', 'https://proxy.corp:443', []],
  ['proxy [::1]:3128', 'http://[::1]:3128', []],
  ['SOCKS5 s:1080; PROXY p:80', 'http://p:80', ['SOCKS5 s:1080']],
  ['SOCKS s:1080;DIRECT', null, ['SOCKS s:1080']],
  ['SOCKS s:1080', null, ['SOCKS s:1080']],
  ['PROXY; garbage here now', null, ['PROXY', 'garbage here now']],
])('%j leads through %j', (list, proxy, skipped) => {
  expect(proxyChoice(list)).toEqual({ proxy, skipped });
});

test.each([
  ['localhost', true],
  ['LOCALHOST.', true],
  ['api.localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['[::1]', true],
  ['127.0.0.1.nip.io', false],
  ['localhost.evil.test', false],
  ['10.0.0.1', false],
  ['api.qovery.com', false],
])('%s is this machine: %j', (hostname, expected) => {
  expect(isLoopback(hostname)).toBe(expected);
});
