// Names and messages come from people and programs: whatever they hold, a notification is a title of one line, a body of two at
// most, no control characters, and no markup of theirs.
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import { incidentMarkdown } from '../../../electron/model/incident.ts';
import type { World } from '../../../electron/model/world.ts';
import type { Notice } from '../../../electron/notifications/notice.ts';
import { notifyCall } from '../../../electron/notifications/notify-call.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';
import { noticesOverTime } from '../../support/notices-over-time.ts';

const MINUTE = 60_000;
const settings = {
  ...DEFAULT_SETTINGS,
  notifications: { ...DEFAULT_SETTINGS.notifications, starts: true, successes: true, cancellations: true },
};

/** Every text of the platform that a notification can hold is `text`. */
function world(text: string, state: string, executionId: string, api: 'RUNNING' | 'ERROR' = 'RUNNING', at = T0 - MINUTE): World {
  const cause = { serviceId: 'api', serviceName: text, step: text, tag: text, message: text, hint: text, link: null, lineKey: 'k' };
  const failure = state === 'DEPLOYMENT_ERROR' ? { executionId, cause } : null;
  const deployment = aDeployment(state, { executionId, at, triggeredBy: text, origin: text, durationMs: 400_000 });
  const environment = { ...anEnvironment('shop/a', api), name: text, deployment, failure };
  const shop = aWorld([environment], [{ ...aService('api', 'shop/a', api), name: text }]);
  return { ...shop, projects: { shop: { id: 'shop', name: text, organizationId: 'acme' } } };
}

/** A failure, its repair, a start, an alarm and its end, one that is stuck, one that is cancelled. */
function everything(text: string): readonly Notice[] {
  const app = noticesOverTime(settings);
  app.see(world(text, 'DEPLOYED', 'x1'), MINUTE);
  app.see(world(text, 'DEPLOYMENT_ERROR', 'x2'), MINUTE);
  app.see(world(text, 'DEPLOYED', 'x3'), 2 * MINUTE);
  app.see(world(text, 'DEPLOYED', 'x3', 'ERROR'), 2 * MINUTE);
  app.see(world(text, 'DEPLOYED', 'x3'), 2 * MINUTE);
  app.see(world(text, 'DEPLOYING', 'x4', 'RUNNING', T0 - 2 * 60 * MINUTE), MINUTE);
  app.see(world(text, 'CANCELED', 'x4'), MINUTE);
  return app.shown;
}

// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

test.each<[string, string]>([
  ['bold', '<b>api</b>'],
  ['a link', '<a href="file:///etc/passwd">api</a>'],
  ['a picture', '<img src="http://example.test/x.png"/>'],
  ['half a tag', '<b'],
  ['an entity', '&lt;b&gt; &amp;amp; &#10;'],
  ['ampersands', 'a & b && c'],
  ['quotes', `"api" 'api' \`api\``],
  ['line breaks', 'a\nb\r\nc\u2028d\u2029e'],
  ['tabs and form feeds', 'a\tb\fc\vd'],
  ['a NUL', 'a\u0000b'],
  ['an ANSI colour', '\u001B[31mred\u001B[0m'],
  ['a title set for a terminal', '\u001B]0;owned\u0007api'],
  ['an escape without end', '\u001B[31'],
  ['direction marks', '\u202Eipa\u202C \u2066api\u2069 \u200Fapi'],
  ['C1 controls', 'a\u0085b\u009Bc'],
  ['half a character', 'a\uD83Db'],
  ['emoji', '🚀🚀🚀 api'],
  ['nothing but spaces', '   \n  '],
  ['nothing', ''],
  ['10,000 letters', 'x'.repeat(10_000)],
  ['10,000 words', 'word '.repeat(10_000)],
  ['format signs', '%s %d %n ${api} {0}'],
  ['Markdown', '# a *b* [c](javascript:alert(1)) | d'],
])('whatever names and messages hold, it reads well: %s', (_, text) => {
  const shown = everything(text);
  expect(shown.length).toBeGreaterThanOrEqual(6);
  for (const notice of shown) {
    expect(`${notice.title}\n${notice.body}`).not.toMatch(CONTROL);
    expect(notice.title).not.toMatch(/[\n\u2028\u2029]/);
    expect(notice.body.split('\n').length).toBeLessThanOrEqual(2);
    expect(notice.title.length).toBeLessThan(180);
    expect(notice.body.length).toBeLessThan(700);
    const server = { kind: 'answers', name: 'x', version: '1', capabilities: ['body', 'body-markup'], isHeldBack: null } as const;
    const [title, body] = notifyCall(notice, server, null, 0).body.slice(3, 5) as [string, string];
    expect(body).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
    expect(title).toBe(notice.title);
    const copy = notice.actions.find(({ choice }) => choice.kind === 'copy-incident')?.choice;
    if (copy?.kind !== 'copy-incident') continue;
    const markdown = incidentMarkdown(copy.incident, 'https://console.test');
    expect(markdown).not.toMatch(CONTROL);
    expect(markdown.replaceAll(/- (Help|Console): <[^>]*>/g, '')).not.toMatch(/(?<!\\)[<>|[\]`]/);
    expect(markdown.match(/^## /gm)).toHaveLength(1);
  }
});
