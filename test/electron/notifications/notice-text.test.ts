import { expect, test } from 'vitest';
import type { ServerAnswer } from '../../../electron/model/notification-server.ts';
import { textFor, urgencyFor } from '../../../electron/notifications/notice-text.ts';

const notice = { title: 'shop/a & <b>', body: 'api: <b>1 & 2</b>.\nHint: look.' };
const can = (...capabilities: readonly string[]): ServerAnswer => ({
  kind: 'answers',
  name: 'x',
  version: '1',
  capabilities,
  isHeldBack: null,
});
const WRITTEN = 'api: &lt;b&gt;1 &amp; 2&lt;/b&gt;.\nHint: look.';

test.each<[string, ServerAnswer, boolean, { readonly title: string; readonly body: string }]>([
  ['a service that knows markup', can('body', 'body-markup'), true, { title: notice.title, body: WRITTEN }],
  ['a service of which nothing is known', { kind: 'unknown' }, true, { title: notice.title, body: WRITTEN }],
  ['a service without markup', can('body'), true, notice],
  ['a service without bodies', can('actions'), true, { title: 'shop/a & <b>. api: <b>1 & 2</b>. Hint: look.', body: '' }],
  ['another system', { kind: 'unknown' }, false, notice],
])('%s gets texts that read well there', (_, server, isLinux, expected) => {
  expect(textFor(notice, server, isLinux)).toEqual(expected);
});

test.each([
  ['critical', true, 'normal'],
  ['critical', false, 'critical'],
  ['critical', null, 'critical'],
  ['normal', true, 'normal'],
] as const)('what is %s, while held back: %s, is shown as %s', (urgency, isHeldBack, expected) => {
  expect(urgencyFor(urgency, { kind: 'answers', name: 'x', version: '1', capabilities: [], isHeldBack })).toBe(expected);
});
