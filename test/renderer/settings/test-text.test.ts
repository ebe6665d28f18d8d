import { expect, test } from 'vitest';
import type { NoticeTest } from '../../../electron/model/notification-server.ts';
import { noticeTestText } from '../../../renderer/settings/test-text.ts';

const server = { kind: 'answers', name: 'dunst', version: '1.9', capabilities: ['actions', 'body'], isHeldBack: null } as const;

test.each<[NoticeTest, RegExp]>([
  [{ problem: null, server }, /^Taken by dunst 1\.9; it can: actions, body\.$/],
  [{ problem: null, server: { ...server, version: '', capabilities: [] } }, /^Taken by dunst; it does not say what it can\.$/],
  [{ problem: null, server: { ...server, isHeldBack: true } }, /do not disturb is on\.$/],
  [{ problem: null, server: null }, /^The system took it\./],
  [{ problem: { kind: 'no-notifications', why: 'absent', detail: '' }, server: null }, /has no notification service/],
])('%j reads well', (came, words) => {
  expect(noticeTestText(came)).toMatch(words);
});
