import { expect, test } from 'vitest';
import { sources } from './sources.ts';

/** Decisions: values in, values out. Those outside model and contract lie beside the effect that carries them out. */
const PURE = [
  /^electron\/(model|contract)\//,
  /^renderer\/overview\/source-facts\.ts$/,
  /^electron\/platform\/(decode\/|back-off\.ts|token-scheme\.ts)/,
  /^electron\/monitor\/(book|clock-step|pace|setbacks|sources|schedule|verdicts|fold[\w-]*)\.ts$/,
  /^electron\/history\/(?!(history|missed-cause)\.ts)[\w-]+\.ts$/,
  /^electron\/log-stream\/(line-buffer|seen-lines|pace|retry|execution)\.ts$/,
  /^electron\/tray\/tray-(face|menu|words)\.ts$/,
  /^electron\/notifications\/(?!(notifier|bus-notifier|in-turn|telling)\b)[\w-]+\.ts$/,
  /^electron\/system\/(bus-answers|desktop-entry|session)\.ts$/,
  /^electron\/windows\/placement\.ts$/,
  /^electron\/demo\/(scenario[\w-]*|faults|fault-bodies|routes)\.ts$/,
  /^renderer\/settings\/(test-text|authors|command-text|findings|machine-findings|section-at|transfer-text|watched-tree|watched-ticks)\.ts$/,
  /^renderer\/overview\/(mute-actions|environment-groups|rows|order|history-rows|history-reading|history-texts|row-menu|detail-facts|subject)\.ts$/,
  /^renderer\/log-viewer\/(lines|ansi|chunks|numbers|line-shape|kept-log|scroll-scale|explanation|line-filter|instances|export|links|runs|search|ticks|status-words|times|opening|subject|steps)\.ts$/,
  /^renderer\/log-viewer\/(notes|compare|reference|pane)\.ts$/,
];

/** What a pure file never says: clocks, chance, effects. `new Date(` with an argument only converts. */
const IMPURE =
  /\b(setTimeout|setInterval|setImmediate|queueMicrotask|fetch|performance|console|process)\s*[.(]|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\./;

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\/\/.*$/gm, '');
}
const breaches = (text: string): readonly string[] =>
  withoutComments(text)
    .split('\n')
    .filter((line) => IMPURE.test(line))
    .map((line) => line.trim());

const pure = sources('electron', 'renderer').filter(({ file }) => PURE.some((pattern) => pattern.test(file)));

test('every pattern of the list of pure files names at least one file', () => {
  for (const pattern of PURE)
    expect(
      pure.filter(({ file }) => pattern.test(file)),
      String(pattern),
    ).not.toEqual([]);
});

test.each(pure.map(({ file, text }) => [file, text] as const))('%s takes clock, chance and effects as arguments', (_, text) => {
  expect(breaches(text)).toEqual([]);
});

test.each(['const now = Date.now();', 'setTimeout(() => 1, 2)', 'console.log(1)', 'await fetch(url)', 'Math.random()', 'new Date()'])(
  'finds %s',
  (line) => {
    expect(breaches(line)).toEqual([line]);
  },
);
test.each(['new Date(at).toISOString()', '// Date.now() is the caller’s', 'prefetch (1)', 'const processed = 1;'])(
  'lets %s pass',
  (line) => {
    expect(breaches(line)).toEqual([]);
  },
);
