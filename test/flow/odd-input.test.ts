// What the platform says that nobody knows: the doctor counts it, and the report tells of it. That the rest of the world stays right
// is in faults.test.ts.
import { expect, test } from 'vitest';
import type { DemoFault } from '../../electron/demo/faults.ts';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { findings, report } from '../../renderer/settings/findings.ts';
import { optionsFor, startRecordedApp } from '../support/recorded-app.ts';

test.for<readonly [DemoFault, RegExp]>([
  ['unknown-words', /deployment state.*BRAND_NEW_THING.*/],
  ['unknown-words', /run state.*BRAND_NEW_THING.*/],
  ['unknown-words', /1 service kind \(BRAND_NEW_THING\)/],
  ['bare-fields', /entr(y|ies) without a state or name \(/],
  ['odd-names', /1 name \(with control characters\)/],
  ['wrong-types', /types? \(/],
  ['absurd-values', /times? \(/],
  ['absurd-values', /numbers? \(/],
  ['foreign-ids', /1 id of another place \(/],
  ['unknown-ids', /1 id that no list names \(00000000-0000-4000-8000-00000000dead\)/],
])('%s: the doctor counts %s, and never the token', async ([fault, expected], { onTestFinished }) => {
  const platform = await startDemoPlatform({ port: 0, scenario: 'calm', seed: 1, speed: 1, fault });
  onTestFinished(() => platform.stop());
  const app = await startRecordedApp({ ...optionsFor(platform), speed: 60 });
  onTestFinished(() => app.stop());
  const said = () => findings(app.state(), Date.now()).find(({ term }) => term.startsWith('Not understood'));
  await app.until(() => expected.test(said()?.text ?? ''), 'counted');
  expect(said()?.isGood).toBe(true);
  const text = report(findings(app.state(), Date.now()), 'a system', Date.now());
  expect(text).toMatch(expected);
  expect(text).not.toContain(platform.token);
});

test('a platform that says what is known has nothing counted', async ({ onTestFinished }) => {
  const platform = await startDemoPlatform({ port: 0, scenario: 'tour', seed: 1, speed: 10 });
  onTestFinished(() => platform.stop());
  const app = await startRecordedApp({ ...optionsFor(platform), speed: 60 });
  onTestFinished(() => app.stop());
  await app.until(() => app.state().world.phase === 'ready', 'the whole picture');
  await app.handlers().examine(null, 1); // publishes what was counted
  expect(app.state().oddities).toEqual({});
});
