// Sends a test notification and says what came back.
import { useState, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { NoticeTest } from '../../electron/model/notification-server.ts';
import { problemText } from '../../electron/model/wording-problem.ts';
import { Button } from '../ui/button.tsx';
import { SettingRow } from './setting-row.tsx';
import { noticeTestText } from './test-text.ts';

export function TestNotification({ bridge }: { readonly bridge: Bridge }): ReactNode {
  const [said, setSaid] = useState('Shown now, whatever is chosen here');
  const [isBusy, setIsBusy] = useState(false);
  const send = async (): Promise<void> => {
    setIsBusy(true);
    const answer = await bridge.ask('testNotification', null);
    setIsBusy(false);
    setSaid(answer.ok ? noticeTestText(answer.value satisfies NoticeTest) : problemText(answer.problem));
  };
  return (
    <SettingRow title="Test" about={<span role="status">{said}</span>}>
      <Button disabled={isBusy} onClick={() => void send()}>
        Send a test notification
      </Button>
    </SettingRow>
  );
}
