import { expect, test } from 'vitest';
import { createOutlet } from '../../../electron/log-stream/outlet.ts';
import type { LogEvent } from '../../../electron/model/log-line.ts';
import { aLine, lineRange, LOG_T0 } from '../../support/a-log.ts';
import { manualClock } from '../../support/manual-clock.ts';

function anOutlet() {
  const clock = manualClock(LOG_T0 + 3_600_000);
  const events: LogEvent[] = [];
  const outlet = createOutlet({ clock, listener: (event) => events.push(event) });
  /** What was said since the last call, lines as their count. */
  const said = (): unknown[] =>
    events
      .splice(0)
      .map((event) => (event.kind === 'lines' ? event.lines.length : event.kind === 'state' ? event.state.kind : event.gap.why));
  return { clock, events, outlet, said };
}

test('sends the first line at once and gathers what comes within 50 ms', async () => {
  const { clock, outlet, said } = anOutlet();
  outlet.lines([aLine(0)]);
  expect(said()).toEqual([1]);
  for (let number = 1; number <= 30; number += 1) outlet.lines([aLine(number)]);
  expect(said()).toEqual([]);
  await clock.advance(49);
  expect(said()).toEqual([]);
  await clock.advance(1);
  expect(said()).toEqual([30]);
});

test('is silent when nothing came, and quick again after the silence', async () => {
  const { clock, outlet, said } = anOutlet();
  outlet.lines([aLine(0)]);
  await clock.advance(1000);
  expect(said()).toEqual([1]);
  expect(clock.pending()).toBe(0);
  outlet.lines([aLine(1)]);
  expect(said()).toEqual([1]);
});

test('sends a flood in portions of 5,000 lines and loses none of 20,000', async () => {
  const { clock, outlet, said } = anOutlet();
  outlet.lines([aLine(0)]);
  outlet.lines(lineRange(1, 20_000));
  await clock.advance(500);
  expect(said()).toEqual([1, 5000, 5000, 5000, 5000]);
});

test('says how many lines were lost when more come than it holds', async () => {
  const { clock, outlet, events } = anOutlet();
  outlet.lines([aLine(0)]);
  outlet.lines(lineRange(1, 100_250));
  await clock.advance(2000);
  const gaps = events.flatMap((event) => (event.kind === 'gap' ? [event.gap] : []));
  const count = events.reduce((sum, event) => sum + (event.kind === 'lines' ? event.lines.length : 0), 0);
  expect(gaps).toEqual([{ afterMs: 0, count: 250, why: 'overflow' }]);
  expect(count + 250).toBe(100_251);
});

test('says a state after the lines that came before it', async () => {
  const { clock, outlet, said } = anOutlet();
  outlet.lines([aLine(0)]);
  outlet.lines([aLine(1)]);
  outlet.state({ kind: 'finished', problem: null, nextTryAt: null });
  await clock.advance(50);
  expect(said()).toEqual([1, 1, 'finished']);
});

test('says with each delivery of a live log when the last line came', async () => {
  const { clock, outlet, events } = anOutlet();
  outlet.state({ kind: 'live', problem: null, nextTryAt: null });
  outlet.lines([aLine(7)]);
  await clock.advance(50);
  expect(events.at(-1)).toEqual({ kind: 'state', state: { kind: 'live', problem: null, nextTryAt: null, lastAt: LOG_T0 + 7000 } });
});

test('takes a time to come, or none, for the time when the line came', () => {
  for (const at of [LOG_T0 + 9e9, null]) {
    const { clock, outlet, events } = anOutlet();
    outlet.state({ kind: 'live', problem: null, nextTryAt: null });
    outlet.lines([aLine(0, { at })]);
    expect(events.at(-1)).toMatchObject({ state: { lastAt: clock.now() } });
  }
});

test('says nothing and leaves no timer once stopped', async () => {
  const { clock, outlet, said } = anOutlet();
  outlet.lines([aLine(0)]);
  outlet.lines([aLine(1)]);
  said();
  outlet.stop();
  outlet.lines([aLine(2)]);
  outlet.gap({ afterMs: 1, count: null, why: 'connection' });
  outlet.state({ kind: 'failed', problem: null, nextTryAt: null });
  await clock.advance(1000);
  expect(said()).toEqual([]);
  expect(clock.pending()).toBe(0);
});
