import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAudience } from '../../../electron/bridge/audience.ts';
import type { Pushes } from '../../../electron/contract/channels.ts';
import type { Patch } from '../../../electron/contract/patch.ts';

const patch = (from: number): Patch => ({ from, to: from + 1, rest: { consoleUrl: `v${from + 1}` } });

/** An audience with what was sent to whom, and answers that leave when told to. */
function recorded() {
  const sent: { readonly to: number; readonly name: keyof Pushes; readonly value: Pushes[keyof Pushes] }[] = [];
  const waiting: (() => void)[] = [];
  const audience = createAudience({
    send: (to, name, value) => void sent.push({ to, name, value }),
    afterAnswer: (act) => void waiting.push(act),
  });
  return {
    audience,
    sent,
    answersLeave: () => {
      for (const act of waiting.splice(0)) act();
    },
  };
}

test('a window gets no patches before it has asked for its snapshot', () => {
  const { audience, sent } = recorded();
  audience.state(patch(1));
  audience.ready(7);
  audience.state(patch(2));
  expect(sent).toEqual([{ to: 7, name: 'state', value: patch(2) }]);
});

test('a hidden window gets nothing, and one empty patch of the newest version when it is shown', () => {
  const { audience, sent } = recorded();
  audience.ready(7);
  audience.hidden(7);
  audience.state(patch(1));
  audience.state(patch(2));
  expect(sent).toEqual([]);
  audience.shown(7);
  audience.shown(7);
  expect(sent).toEqual([{ to: 7, name: 'state', value: { from: 3, to: 3 } }]);
});

test('a window that missed nothing while hidden is told nothing', () => {
  const { audience, sent } = recorded();
  audience.ready(7);
  audience.state(patch(1));
  audience.hidden(7);
  audience.shown(7);
  expect(sent).toEqual([{ to: 7, name: 'state', value: patch(1) }]);
});

test('hiding one window leaves the others served', () => {
  const { audience, sent } = recorded();
  for (const window of [1, 2]) audience.ready(window);
  audience.hidden(1);
  audience.state(patch(1));
  expect(sent.map(({ to }) => to)).toEqual([2]);
});

test('a window whose page loads anew or is gone gets nothing until it asks again', () => {
  const { audience, sent } = recorded();
  audience.ready(7);
  audience.unready(7);
  audience.state(patch(1));
  audience.ready(7);
  audience.gone(7);
  audience.state(patch(2));
  expect(sent).toEqual([]);
});

test('what is to be revealed waits for the page, and for the snapshot to be on its way; the last one counts', () => {
  const { audience, sent, answersLeave } = recorded();
  audience.reveal(7, { kind: 'environment', environmentId: 'staging' });
  audience.reveal(7, { kind: 'environment', environmentId: 'production' });
  audience.ready(7);
  expect(sent).toEqual([]);
  answersLeave();
  expect(sent).toEqual([{ to: 7, name: 'reveal', value: { kind: 'environment', environmentId: 'production' } }]);
});

test('what is to be revealed in a window that listens is told at once, and once', () => {
  const { audience, sent, answersLeave } = recorded();
  audience.ready(7);
  answersLeave();
  audience.reveal(7, { kind: 'environment', environmentId: 'production' });
  audience.ready(7);
  answersLeave();
  expect(sent).toEqual([{ to: 7, name: 'reveal', value: { kind: 'environment', environmentId: 'production' } }]);
});

test('nothing is revealed in a window that was closed before its page was ready', () => {
  const { audience, sent, answersLeave } = recorded();
  audience.reveal(7, { kind: 'environment', environmentId: 'production' });
  audience.ready(7);
  audience.gone(7);
  answersLeave();
  expect(sent).toEqual([]);
});

test('however it is hidden and shown, a window in sight knows the newest version or knows that it does not', () => {
  const step = fc.constantFrom('patch', 'hide', 'show', 'load', 'ask');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let [newest, known, asks] = [1, 0, 0];
      let isLoaded = false;
      const audience = createAudience({
        // A window's copy as the mirror keeps it: a patch that does not follow makes it ask for the whole.
        send: (_, _name, value) => {
          const { from, to } = value as Patch; // nothing is revealed here
          if (from === known) known = to;
          else ask();
        },
        afterAnswer: (act) => act(),
      });
      const ask = (): void => {
        asks += 1;
        isLoaded = true;
        audience.ready(7);
        known = newest;
      };
      for (const one of steps) {
        if (one === 'patch') {
          audience.state({ from: newest, to: newest + 1 });
          newest += 1;
        } else if (one === 'hide') audience.hidden(7);
        else if (one === 'show') audience.shown(7);
        else if (one === 'load') {
          isLoaded = false;
          audience.unready(7);
        } else ask();
      }
      audience.shown(7);
      if (isLoaded) expect(known).toBe(newest);
      expect(asks).toBeLessThanOrEqual(steps.length + 1);
    }),
    { numRuns: 500 },
  );
});
