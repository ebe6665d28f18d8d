// What came of a run of the person's own command, in words. Pure.
import type { CommandRun } from '../../electron/model/own-command.ts';
import { assertNever } from '../../electron/model/status.ts';

export function commandEndText({ end, code }: Pick<CommandRun, 'end' | 'code'>): string {
  switch (end) {
    case 'ended':
      return code === 0 ? 'worked' : `ended with ${code ?? 'a signal'}`;
    case 'killed':
      return 'took longer than 10 s and was ended';
    case 'not-started':
      return 'could not be started';
    case 'left-out':
      return 'left out: too many were waiting';
    default:
      return assertNever(end);
  }
}
