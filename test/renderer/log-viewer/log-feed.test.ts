import { expect, test } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import { feed } from '../../../renderer/log-viewer/log-feed.ts';
import { createLogStore } from '../../../renderer/log-viewer/log-store.ts';
import { lineRange } from '../../support/a-log.ts';

test('takes over in a few steps what comes in many messages, and leaves nothing out', async () => {
  const log = createLogStore();
  const { port1, port2 } = new MessageChannel();
  const stop = feed(log, port2);
  let changes = 0;
  const all = new Promise<void>((resolve) => {
    log.store.subscribe(({ log: kept, layout }) => {
      changes += 1;
      expect(layout.numbers.count).toBe(kept.end);
      if (kept.end === 300) resolve();
    });
  });
  for (let number = 0; number < 300; number += 1) port1.postMessage({ kind: 'lines', batch: packLines(lineRange(number, number)) });
  await all;
  expect(changes).toBeLessThan(30);
  stop();
  port1.close();
});
