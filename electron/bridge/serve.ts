// Registers the commands: one channel each. Who may ask and what comes back is decided in answer.ts.
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { channelOf, COMMAND_NAMES, packedAnswer, type CommandHandlers } from '../contract/channels.ts';
import { answer, type AnswerParts, type Caller } from './answer.ts';

function callerOf({ sender, senderFrame }: IpcMainInvokeEvent): Caller {
  return {
    windowId: sender.id,
    frameUrl: senderFrame?.url ?? '',
    isTopFrame: senderFrame !== null && senderFrame === sender.mainFrame,
  };
}

/** Answers the windows' commands until the returned function is called. */
export function serve(handlers: CommandHandlers, parts: AnswerParts): () => void {
  for (const name of COMMAND_NAMES)
    ipcMain.handle(channelOf(name), async (event, argument: unknown) =>
      packedAnswer(name, await answer(name, handlers, parts, callerOf(event), argument)),
    );
  return () => {
    for (const name of COMMAND_NAMES) ipcMain.removeHandler(channelOf(name));
  };
}
