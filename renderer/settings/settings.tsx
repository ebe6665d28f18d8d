// The settings window: one page of sections. Every change takes effect at once; there is no Save.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import { SETTINGS_FILE, type Settings } from '../../electron/contract/settings.ts';
import type { Problem } from '../../electron/model/problem.ts';
import { problemText } from '../../electron/model/wording-problem.ts';
import type { MirrorStore } from '../mirror/mirror.ts';
import { appState } from '../mirror/selectors.ts';
import { useMirror } from '../mirror/use-mirror.ts';
import { StatusGlyph } from '../ui/status-glyph.tsx';
import { useNow } from '../ui/use-now.ts';
import { Account } from './account.tsx';
import { Appearance } from './appearance.tsx';
import { Contents } from './contents.tsx';
import { Doctor } from './doctor.tsx';
import { findings } from './findings.ts';
import { Logs } from './logs.tsx';
import { Muted } from './muted.tsx';
import { Notifications } from './notifications.tsx';
import { OwnCommandSection } from './own-command.tsx';
import { Start } from './start.tsx';
import { Transfer } from './transfer.tsx';
import { Watched } from './watched.tsx';

interface SettingsWindowProps {
  readonly mirror: MirrorStore;
  readonly bridge: Bridge;
}

/** What every section that changes settings is given. */
export interface SectionProps {
  readonly settings: Settings;
  readonly change: (next: Settings) => void;
}

/** Whether the state's hints say it, for as long as it is so. */
const isHint = (problem: Problem): boolean => problem.kind === 'store' && problem.file === SETTINGS_FILE;

export function SettingsWindow({ mirror, bridge }: SettingsWindowProps): ReactNode {
  const state = useMirror(mirror, appState);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) window.close();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const now = useNow(5_000);
  const pane = useRef<HTMLElement>(null);
  if (!state) return <div className="window" aria-busy="true" />;
  const { settings, account, hints, world } = state;
  const said = new Set([...hints, ...(problem && !isHint(problem) ? [problem] : [])].map((one) => problemText(one)));
  const found = findings(state, now);
  const change = (wanted: Settings): void =>
    void bridge.ask('changeSettings', { seen: settings, wanted }).then((answer) => setProblem(answer.ok ? null : answer.problem));
  return (
    <div className="window settings">
      <Contents pane={pane} isAiling={found.some(({ isGood }) => !isGood)} />
      <main className="pane" ref={pane}>
        <div className="sections">
          {[...said].map((text) => (
            <p key={text} className="hint" role="alert">
              <StatusGlyph shape="warning" />
              <span>{text}</span>
            </p>
          ))}
          <Account account={account} bridge={bridge} />
          <Watched settings={settings} change={change} world={world} />
          <Notifications settings={settings} change={change} world={world} bridge={bridge} />
          <Appearance settings={settings} change={change} />
          <Start settings={settings} change={change} shortcut={state.shortcut} />
          <Logs settings={settings} change={change} />
          <Muted settings={settings} change={change} world={world} />
          <OwnCommandSection settings={settings} change={change} runs={state.commandRuns} />
          <Transfer settings={settings} change={change} bridge={bridge} tell={setProblem} />
          <Doctor found={found} bridge={bridge} now={now} />
        </div>
      </main>
    </div>
  );
}
