import { expect, test } from 'vitest';
import { actionWord, certificateHint, type Certificate } from '../../../electron/model/service-extras.ts';
import { T0 } from '../../support/a-world.ts';

const DAY = 86_400_000;
const certificate = (more: Partial<Certificate>): Certificate => ({
  domains: ['shop.example'],
  state: 'RUNNING',
  message: '',
  endsAt: T0 + 60 * DAY,
  failures: 0,
  ...more,
});

test.each<[string, Partial<Certificate>, string]>([
  ['nothing is said of one that is well', {}, ''],
  ['nor of one whose end nobody knows', { endsAt: null }, ''],
  ['one that is being issued', { state: 'STARTING' }, 'shop.example: is being issued'],
  ['one that failed', { state: 'ERROR', message: 'no DNS\nrecord' }, 'shop.example: could not be issued: no DNS record'],
  ['one that failed before', { state: 'STARTING', failures: 2 }, 'shop.example: could not be issued after 2 tries'],
  ['one try', { state: 'WARNING', failures: 1 }, 'shop.example: could not be issued after 1 try'],
  ['one that is about to end', { endsAt: T0 + 2.5 * DAY }, 'shop.example: runs out in 3 days'],
  ['one that ends in a week and a day', { endsAt: T0 + 8 * DAY }, ''],
  ['one that has ended', { endsAt: T0 - 3 * DAY, state: 'ERROR' }, 'shop.example: ran out 3 d ago'],
  ['one of many domains', { domains: ['a.example', 'b.example', 'c.example'], state: 'STARTING' }, 'a.example and 2 more: is being issued'],
  ['one of no domain', { domains: [], state: 'STARTING' }, 'Its certificate: is being issued'],
])('certificates: %s', (_, more, words) => {
  expect(certificateHint(certificate(more), T0)).toBe(words);
});

test.each([
  ['TERRAFORM_DESTROY', 'destroy'],
  ['DEPLOY', 'apply'],
  ['constructor', ''],
])('%s is called %j', (action, word) => {
  expect(actionWord(action)).toBe(word);
});
