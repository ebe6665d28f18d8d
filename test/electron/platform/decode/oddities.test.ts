import { expect, test } from 'vitest';
import type { Oddity } from '../../../../electron/model/oddities.ts';
import { odditiesIn, type Speech } from '../../../../electron/platform/decode/oddities.ts';

const results = (...entries: readonly unknown[]) => ({ results: entries });
const frame = (...services: readonly unknown[]) => ({
  environments: [{ id: 'e', project_id: 'p', state: 'RUNNING', applications: services }],
});
const pod = {
  name: 'p',
  state: 'RUNNING',
  restart_count: 0,
  started_at: 1_765_917_200_000,
  service_version: 'v',
  containers: [{ name: 'c' }],
};

test.each<[string, unknown, Speech, readonly Oddity[]]>([
  ['a known state', results({ id: 'a', state: 'DEPLOYED' }), 'other', []],
  ['an unknown deployment state', results({ id: 'a', state: 'FOO' }), 'other', [{ kind: 'deployment state', sample: 'FOO' }]],
  ['an unknown outcome', { id: 'a', last_deployment_state: 'FOO' }, 'other', [{ kind: 'deployment state', sample: 'FOO' }]],
  ['an unknown run state', frame({ id: 'a', state: 'DEPLOYED', pods: [] }), 'run', [{ kind: 'run state', sample: 'DEPLOYED' }]],
  ['an unknown kind', results({ id: 'a', name: 'a', service_type: 'LAMBDA' }), 'other', [{ kind: 'service kind', sample: 'LAMBDA' }]],
  ['an unknown mode', results({ id: 'a', name: 'a', mode: 'CANARY' }), 'other', [{ kind: 'mode', sample: 'CANARY' }]],
  ['a state of another type', results({ id: 'a', state: 7 }), 'other', [{ kind: 'type', sample: 'state: number' }]],
  ['a state that is an object', results({ id: 'a', state: {} }), 'other', [{ kind: 'type', sample: 'state: object' }]],
  ['a name of another type', results({ id: 'a', name: true }), 'other', [{ kind: 'type', sample: 'name: boolean' }]],
  [
    'a negative time',
    results({ id: 'a', name: 'a', last_deployment_date: -5 }),
    'other',
    [{ kind: 'time', sample: 'last_deployment_date: -5' }],
  ],
  [
    'a time that is none',
    results({ id: 'a', name: 'a', created_at: '2025-13-45T99:00:00Z' }),
    'other',
    [{ kind: 'time', sample: 'created_at: 2025-13-45T99:00:00Z' }],
  ],
  [
    'a time of another age',
    results({ id: 'a', name: 'a', created_at: '9999-12-31T00:00:00Z' }),
    'other',
    [{ kind: 'time', sample: 'created_at: 9999-12-31T00:00:00Z' }],
  ],
  ['the time that stands for never', results({ id: 'a', name: 'a', last_deployment_date: 0 }), 'other', []],
  [
    'a negative count',
    frame({ id: 'a', state: 'RUNNING', pods: [{ ...pod, restart_count: -3 }] }),
    'run',
    [{ kind: 'number', sample: 'restart_count: -3' }],
  ],
  ['an entry without an id', results({ name: 'a' }, { id: 'b', name: 'b' }), 'other', [{ kind: 'entry without an id', sample: 'results' }]],
  ['an entry that is no object', frame('a'), 'run', [{ kind: 'entry without an id', sample: 'applications' }]],
  ['an instance with its containers, which have no ids', frame({ id: 'a', state: 'RUNNING', pods: [pod] }), 'run', []],
  ['missing and empty values', results({ id: 'a', name: 'a', state: '', mode: null, last_deployment_date: null }), 'other', []],
  ['an entry with nothing but an id', results({ id: 'a' }), 'other', [{ kind: 'entry without a state or name', sample: 'results' }]],
  ['a service without a state', frame({ id: 'a', pods: [] }), 'run', [{ kind: 'entry without a state or name', sample: 'applications' }]],
  ['an earlier deployment, which has an identifier', results({ identifier: { execution_id: 'x' } }), 'other', []],
  [
    'a name with control characters',
    results({ id: 'a', name: 'a\u001B[31mb' }),
    'other',
    [{ kind: 'name', sample: 'with control characters' }],
  ],
  [
    'a name that turns the text round',
    results({ id: 'a', name: '\u202Eba' }),
    'other',
    [{ kind: 'name', sample: 'with control characters' }],
  ],
  [
    'a name of 10,000 letters',
    results({ id: 'a', name: 'x'.repeat(10_000) }),
    'other',
    [{ kind: 'name', sample: 'of over 255 characters' }],
  ],
  ['a name of emoji, or from right to left, as people give them', results({ id: 'a', name: '🚀 إنتاج' }), 'other', []],
  ['no object at all', 'nonsense', 'other', []],
])('%s', (_, value, speech, expected) => expect(odditiesIn(value, speech)).toEqual(expected));
