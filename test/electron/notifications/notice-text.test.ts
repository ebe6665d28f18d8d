import { expect, test } from 'vitest';
import { groupOf, textFor, urgencyFor } from '../../../electron/notifications/notice-text.ts';

const notice = { title: 'shop/a & <b>', body: 'api: <b>1 & 2</b>.\nHint: look.' };

test.each<[string, readonly string[], { readonly title: string; readonly body: string }]>([
  [
    'a service that knows markup',
    ['body', 'body-markup'],
    { title: notice.title, body: 'api: &lt;b&gt;1 &amp; 2&lt;/b&gt;.\nHint: look.' },
  ],
  ['a service without markup', ['body'], notice],
  ['a service without bodies', ['actions'], { title: 'shop/a & <b>. api: <b>1 & 2</b>. Hint: look.', body: '' }],
  ['a service that can nothing', [], { title: 'shop/a & <b>. api: <b>1 & 2</b>. Hint: look.', body: '' }],
])('%s gets texts that read well there', (_, capabilities, expected) => {
  expect(textFor(notice, capabilities)).toEqual(expected);
});

test.each([
  ['a NUL, which no message can carry', 'a\u0000b', 'a b'],
  ['a bell and an escape', 'a\u0007\u001Bb', 'a  b'],
  ['a delete', 'a\u007Fb', 'a b'],
  ['a line break stays', 'a\nb', 'a\nb'],
])('of control characters nothing is left in a body: %s', (_, body, expected) => {
  expect(textFor({ title: body.replaceAll('\n', ''), body }, ['body']).body).toBe(expected);
});

test('without a body a title that says all stays as it is', () => {
  expect(textFor({ title: 'shop/a: DEPLOYMENT OK', body: '' }, [])).toEqual({ title: 'shop/a: DEPLOYMENT OK', body: '' });
});

test.each([
  ['critical', true, 'normal'],
  ['critical', false, 'critical'],
  ['critical', null, 'critical'],
  ['normal', true, 'normal'],
] as const)('what is %s, while held back: %s, is shown as %s', (urgency, isHeldBack, expected) => {
  expect(urgencyFor(urgency, { kind: 'answers', name: 'x', version: '1', capabilities: [], isHeldBack })).toBe(expected);
});

test.each([
  ['deployment/e1', 'shop/a: DEPLOYMENT ERROR', 'e1', 'shop/a'],
  ['run/e1', 'shop/a: ERROR', 'e1', 'shop/a'],
  ['account', 'The platform refuses the token', 'account', 'Qovery Tray'],
])('%s is grouped by its environment', (key, title, id, group) => {
  expect(groupOf({ key, title })).toEqual({ id, title: group });
});
