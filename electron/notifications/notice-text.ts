// A notice as the desktop at hand wants it.
import type { ServerAnswer } from '../model/notification-server.ts';
import type { Notice } from './notice.ts';

/**
 * Linux services that know markup read the body as such, so its signs are written out for them; where it is not known whether
 * they do, too, since most do. One that shows no body at all gets the words in the title.
 */
export function textFor(
  { title, body }: Pick<Notice, 'title' | 'body'>,
  server: ServerAnswer,
  isLinux: boolean,
): Pick<Notice, 'title' | 'body'> {
  if (!isLinux) return { title, body };
  const can = (word: string): boolean => server.kind !== 'answers' || server.capabilities.includes(word);
  if (!can('body')) return { title: `${title}. ${body.replaceAll('\n', ' ')}`, body: '' };
  return { title, body: can('body-markup') ? body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : body };
}

/** Many desktops show what is critical even while a person is not to be disturbed: then it is not. */
export function urgencyFor(urgency: Notice['urgency'], server: ServerAnswer): Notice['urgency'] {
  return server.kind === 'answers' && server.isHeldBack === true ? 'normal' : urgency;
}
