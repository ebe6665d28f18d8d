import { expect, test } from 'vitest';
import type { LogSender } from '../../../electron/contract/log-batch.ts';
import { instancesOf, letterOf, namesOf } from '../../../renderer/log-viewer/instances.ts';
import type { Instance } from '../../../electron/model/world.ts';
import { aService } from '../../support/a-world.ts';

const INSTANCE: Instance = {
  name: 'api-1-aaaaa',
  status: 'RUNNING',
  reported: 'RUNNING',
  unstable: false,
  remnant: false,
  reason: '',
  message: '',
  restarts: 0,
  startedAt: null,
  version: 'v1',
  lastTermination: null,
};
const voice = (name: string, version: string | null, kind = 'app'): LogSender => ({ id: name, name, kind, version });

test('gives each instance a letter and a colour of its own, for as many as come', () => {
  expect([0, 1, 25, 26, 27, 52].map(letterOf)).toEqual(['A', 'B', 'Z', 'A2', 'B2', 'A3']);
});

test('says of each instance its version and what it does, and that it is gone when the platform no longer lists it', () => {
  const service = aService('api', 'shop/staging', 'RUNNING', { instances: [INSTANCE] });
  const voices = [voice('api-1-aaaaa', 'v1'), voice('api-1-aaaaa', 'v1', 'proxy'), voice('api-1-bbbbb', null)];
  expect(instancesOf(['api-1-aaaaa', 'api-1-bbbbb'], voices, service)).toMatchObject([
    { short: 'aaaaa', letter: 'A', colour: 1, version: 'v1', status: 'RUNNING' },
    { short: 'bbbbb', letter: 'B', colour: 2, version: '', status: 'gone' },
  ]);
  expect(instancesOf(['x'], [], null)[0]?.status).toBe('');
  expect(namesOf(voices, (one) => one.kind)).toEqual(['app', 'proxy']);
  expect(namesOf(voices, (one) => one.version)).toEqual(['v1']);
});
