// The way in, for somebody who is not connected: paste a token, use the environment variable, or look at the demo platform.
import { useState, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { AccountState } from '../../electron/contract/state.ts';
import type { Problem } from '../../electron/model/problem.ts';
import { problemText } from '../../electron/model/wording-problem.ts';
import { AppIcon } from '../ui/app-icon.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { SecretForm } from '../ui/secret-form.tsx';
import { StatusGlyph } from '../ui/status-glyph.tsx';
import { Hints } from './hints.tsx';

interface ConnectPageProps {
  readonly account: AccountState;
  readonly hints: readonly Problem[];
  readonly consoleUrl: string;
  readonly bridge: Bridge;
}

export function ConnectPage({ account, hints, consoleUrl, bridge }: ConnectPageProps): ReactNode {
  const [isBusy, setIsBusy] = useState(false);
  const [answered, setAnswered] = useState<Problem | null>(null);
  const [isKept, setIsKept] = useState(true);
  const problem = answered ?? (account.problem?.kind === 'signed-out' ? null : account.problem);
  const ask = async (command: () => ReturnType<Bridge['ask']>): Promise<void> => {
    setIsBusy(true);
    setAnswered(null);
    const answer = await command();
    setIsBusy(false);
    if (!answer.ok) setAnswered(answer.problem);
  };
  const connect = (token: string): void => void ask(() => bridge.ask('connect', { token, keep: isKept ? 'keyring' : 'session' }));
  return (
    <div className="window">
      <Hints hints={hints} />
      <main className="connect">
        <AppIcon />
        <h1>Connect to Qovery</h1>
        <p className="t2 about">Qovery Tray shows what runs, what fails and why. It reads; it changes nothing unless you ask it to.</p>
        <section className="way">
          <h2>Paste a token</h2>
          <p>
            Create an API token in the Console, in the settings of your organisation. The role Viewer is enough.{' '}
            <Button look="text" onClick={() => void bridge.ask('openLink', { url: consoleUrl })}>
              Open the Console
            </Button>
          </p>
          <SecretForm
            label="API token"
            action={isBusy ? 'Connecting…' : 'Connect'}
            isBusy={isBusy}
            isWrong={problem !== null}
            describedBy="connect-problem"
            onSend={connect}
          />
          {problem ? (
            <p className="bad" id="connect-problem" role="alert">
              <StatusGlyph shape="error" />
              <span>{problemText(problem)}</span>
            </p>
          ) : null}
          <label className="note">
            <input type="checkbox" checked={isKept} onChange={(event) => setIsKept(event.target.checked)} />
            Keep it in the system's keyring
          </label>
        </section>
        <section className="way">
          <h2>Use the environment variable</h2>
          <p>
            {account.source === 'environment'
              ? 'The token in QOVERY_CLI_ACCESS_TOKEN was tried. Give it another one and start the app again.'
              : 'Set QOVERY_CLI_ACCESS_TOKEN and start the app again. It is read at each start and never stored.'}
          </p>
        </section>
        <section className="way">
          <h2>Just look around</h2>
          <p>A demo platform on this computer, with deployments, failures and recoveries. No account, no network.</p>
          <div className="acts">
            <Button disabled={isBusy} onClick={() => void ask(() => bridge.ask('exploreDemo', null))}>
              Explore the demo platform
            </Button>
          </div>
        </section>
        <p className="t3 note">
          <Icon name="lock" />
          Asks {account.apiUrl}. Behind a proxy or with a company certificate? The system's settings are used.
        </p>
      </main>
    </div>
  );
}
