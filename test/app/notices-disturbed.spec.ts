import { expect, test } from '../support/app.ts';

test.use({ scenario: 'tour', speed: 6 });

test('while sockets drop and every frame comes twice, a failure and its repair are told once each', async ({ app, desktop, platform }) => {
  await desktop.until(() => desktop.items.length > 0, 'the tray icon');
  platform.fault('frames-twice');
  const drops = setInterval(() => platform.dropSockets(), 2_500);
  try {
    const failure = await desktop.until(
      () => desktop.notices.find(({ summary }) => summary.endsWith('DEPLOYMENT ERROR')),
      'the failure',
      40_000,
    );
    const where = failure.summary.split(/ · |: /)[0] ?? '';
    await desktop.until(() => desktop.notices.some(({ summary }) => summary === `${where}: DEPLOYMENT OK`), 'its repair', 40_000);
    expect(desktop.notices.filter(({ summary }) => summary.startsWith(where)).map(({ summary }) => summary.split(': ')[1])).toEqual([
      'DEPLOYMENT ERROR',
      'DEPLOYMENT OK',
    ]);
    expect(app.windows()).toHaveLength(0);
  } finally {
    clearInterval(drops);
  }
});
