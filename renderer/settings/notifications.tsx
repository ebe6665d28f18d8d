// Which notifications are shown, of what, and when they are silent.
import type { ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { NoticeSettings, NoticeSwitches } from '../../electron/contract/notice-settings.ts';
import type { World } from '../../electron/model/world.ts';
import { Switch } from '../ui/choice.tsx';
import { NoticeScope } from './notice-scope.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';
import { Silence } from './silence.tsx';
import { TestNotification } from './test-notification.tsx';

const KINDS: readonly (readonly [keyof NoticeSwitches, title: string, about: string])[] = [
  ['deploymentErrors', 'A deployment fails', 'With the service and the cause; a click opens its log there'],
  ['runTroubles', 'An environment runs badly', 'For 20 s at least, outside its deployments; planned stops are never told'],
  ['recoveries', 'It is well again', 'What was told to be bad is mended'],
  ['stuck', 'A deployment is stuck', 'Three times as long as usual, and 10 minutes longer at the least'],
  ['starts', 'A deployment starts', 'Taken back when it ends'],
  ['successes', 'A deployment works', 'Yours, and those that took longer than 5 minutes'],
  ['cancellations', 'A deployment is cancelled by somebody else', 'Or by nobody that the platform names'],
  ['tokenRefused', 'The token is refused', 'It was revoked or has run out: nothing can be watched until it is replaced'],
  ['unreachable', 'The platform cannot be reached', 'For more than 10 minutes'],
];

export function Notifications({
  settings,
  change,
  world,
  bridge,
}: SectionProps & { readonly world: World; readonly bridge: Bridge }): ReactNode {
  const { notifications } = settings;
  const set = (part: Partial<NoticeSettings>): void => change({ ...settings, notifications: { ...notifications, ...part } });
  return (
    <section aria-labelledby="notifications">
      <h1 id="notifications" tabIndex={-1}>
        Notifications
      </h1>
      {KINDS.map(([kind, title, about]) => (
        <SettingRow key={kind} title={title} about={about}>
          <Switch name={title} isOn={notifications[kind]} onChange={(isOn) => set({ [kind]: isOn })} />
        </SettingRow>
      ))}
      <NoticeScope notices={notifications} world={world} set={set} />
      <Silence notices={notifications} set={set} />
      <TestNotification bridge={bridge} />
    </section>
  );
}
