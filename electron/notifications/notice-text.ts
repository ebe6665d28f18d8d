// A notice as the desktop at hand wants it.
import type { ServerAnswer } from '../model/notification-server.ts';
import type { Notice } from './notice.ts';

// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F]/g;

/**
 * The texts for a notification service of Linux. One that knows markup reads the body as such, so its signs are written out for
 * it; one that shows no body at all gets the words in the title. No text can break the message that carries it.
 */
export function textFor(notice: Pick<Notice, 'title' | 'body'>, capabilities: readonly string[]): Pick<Notice, 'title' | 'body'> {
  const [title, body] = [notice.title, notice.body].map((text) => text.replaceAll(CONTROL, ' ')) as [string, string]; // two in, two out
  if (!capabilities.includes('body')) return { title: body === '' ? title : `${title}. ${body.replaceAll('\n', ' ')}`, body: '' };
  const isMarkup = capabilities.includes('body-markup');
  return { title, body: isMarkup ? body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : body };
}

/** Many desktops show what is critical even while a person is not to be disturbed: then it is not. */
export function urgencyFor(urgency: Notice['urgency'], server: ServerAnswer): Notice['urgency'] {
  return server.kind === 'answers' && server.isHeldBack === true ? 'normal' : urgency;
}

/** What it belongs to, where the system groups notifications: its environment, or what it says of the whole account. */
export function groupOf({ key, title }: Pick<Notice, 'key' | 'title'>): { readonly id: string; readonly title: string } {
  const at = key.indexOf('/');
  return at < 0 ? { id: key, title: 'Qovery Tray' } : { id: key.slice(at + 1), title: title.split(/: | · /)[0] ?? title };
}
