import { expect, test } from 'vitest';
import { findings, report, type Finding } from '../../../renderer/settings/findings.ts';
import { aSource, aState, aWorld, anEnvironment, T0 } from '../../support/a-world.ts';

const calm = aState(aWorld([anEnvironment('shop/production')]));
function find(term: string, found: readonly Finding[]): Finding {
  const one = found.find((other) => other.term.startsWith(term));
  if (!one) throw new Error(`there is a finding about ${term}`);
  return one;
}

test('when all is well every finding is good', () => {
  const found = findings(calm, T0);
  expect(found.filter(({ isGood }) => !isGood)).toEqual([]);
  expect(find('Run status', found).text).toBe('1 of 1 cluster, last heard just now');
});

test('a socket that is down is counted out, with its reason', () => {
  const problem = { kind: 'closed', code: 1006, reason: '' } as const;
  const world = aWorld([anEnvironment('shop/production')], [], {
    sources: { 'run:c1': aSource('run', { state: 'down', problem }), 'run:c2': aSource('run', { id: 'run:c2' }) },
  });
  const found = find('Run status', findings(aState(world), T0 + 40_000));
  expect(found).toMatchObject({ isGood: false });
  expect(found.text).toContain('The others: Connection closed');
});

test('a platform that cannot be reached is said with what to do', () => {
  const world = aWorld([], [], { problem: { kind: 'offline', code: 'ECONNREFUSED' } });
  expect(find('Platform', findings(aState(world), T0))).toMatchObject({ isGood: false });
  expect(find('Platform', findings(aState(world), T0)).text).toContain('Check the network');
});

test('a system without a keyring is told of', () => {
  const account = { ...calm.account, source: 'session', problem: { kind: 'no-keyring' } } as const;
  expect(find('Keyring', findings({ ...calm, account }, T0))).toMatchObject({ isGood: false, text: 'None that the app can use' });
});

test('a used-up budget is told of', () => {
  const requests = { lastHour: 1_000, endpoints: {}, quota: { limit: 1_000, remaining: 0, resetsAt: T0 + 60_000 } };
  expect(find('Requests', findings({ ...calm, requests }, T0))).toMatchObject({
    isGood: false,
    text: '1,000, counted every minute; 0 of 1000 left, counted anew at 14:03',
  });
});

test('the report says all findings and marks what to look at', () => {
  const text = report(
    [
      { term: 'Platform', text: 'It answers', isGood: true },
      { term: 'Keyring', text: 'None', isGood: false },
    ],
    'Linux',
    T0,
  );
  expect(text.split('\n').slice(1)).toEqual(['Linux', 'ok   Platform: It answers', 'LOOK Keyring: None']);
});
