// What a command's caller gets: decides who may ask, parses what was sent, and makes a Result of everything, thrown errors
// included. Needs no Electron; serve.ts joins it to the channels.
import { parsers, type CommandHandlers, type CommandName, type Commands } from '../contract/channels.ts';
import type { Log } from '../log.ts';
import { failed, type Result } from '../model/result.ts';

/** Who asks: the web contents, its frame's address ("" when the frame is gone already), and whether that is the top frame. */
export interface Caller {
  readonly windowId: number;
  readonly frameUrl: string;
  readonly isTopFrame: boolean;
}
export interface AnswerParts {
  /** Whether a page at this address is one of ours. */
  readonly isOurs: (frameUrl: string) => boolean;
  readonly log: Log;
}

/** The answer to a command; never rejects. */
export async function answer<K extends CommandName>(
  name: K,
  handlers: CommandHandlers,
  parts: AnswerParts,
  caller: Caller,
  argument: unknown,
): Promise<Result<Commands[K]['value']>> {
  if (!caller.isTopFrame || !parts.isOurs(caller.frameUrl)) {
    parts.log.warn('refused a command from a page that is not ours', { command: name, page: caller.frameUrl.slice(0, 200) });
    return failed({ kind: 'bad-input', detail: 'only windows of the app may ask this' });
  }
  try {
    const parsed = parsers[name](argument);
    if (parsed.ok) return await handlers[name](parsed.value, caller.windowId);
    parts.log.warn('a window sent what cannot be understood', { command: name, problem: parsed.problem.kind });
    return parsed;
  } catch (error) {
    // A bug of ours. An Error would lose its class on the way and carry a stack trace into the window.
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parts.log.error('a command failed', { command: name, error: text });
    return failed({ kind: 'bad-input', detail: 'this went wrong inside the app; its log says how' });
  }
}
