// Who is connected, from where the token comes, and how to replace or forget it. The token itself is never shown.
import { useState, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { AccountState } from '../../electron/contract/state.ts';
import type { Problem } from '../../electron/model/problem.ts';
import { assertNever } from '../../electron/model/status.ts';
import { problemText } from '../../electron/model/wording-problem.ts';
import { Button } from '../ui/button.tsx';
import { SecretForm } from '../ui/secret-form.tsx';
import { StatusGlyph } from '../ui/status-glyph.tsx';
import { SettingRow } from './setting-row.tsx';

function stateText({ state }: AccountState): string {
  switch (state) {
    case 'signed-out':
      return 'Not connected';
    case 'checking':
      return 'Checking the token…';
    case 'connected':
      return 'Connected';
    case 'refused':
      return 'The platform refused the token';
    default:
      return assertNever(state);
  }
}

function sourceText({ source, scheme }: AccountState): string {
  const kind = scheme === 'Bearer' ? 'Sign-in token' : 'API token';
  switch (source) {
    case null:
      return 'None';
    case 'environment':
      return `${kind} from QOVERY_CLI_ACCESS_TOKEN: read at each start, never stored`;
    case 'keyring':
      return `${kind}, kept in the system's keyring`;
    case 'session':
      return `${kind}, kept until you quit`;
    case 'demo':
      return 'None: this is the demo platform on this computer';
    default:
      return assertNever(source);
  }
}

export function Account({ account, bridge }: { readonly account: AccountState; readonly bridge: Bridge }): ReactNode {
  const [isReplacing, setIsReplacing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [answered, setAnswered] = useState<Problem | null>(null);
  const problem = answered ?? (account.problem?.kind === 'signed-out' ? null : account.problem);
  const ask = async (command: () => ReturnType<Bridge['ask']>): Promise<void> => {
    setIsBusy(true);
    setAnswered(null);
    const answer = await command();
    setIsBusy(false);
    setIsReplacing(!answer.ok);
    if (!answer.ok) setAnswered(answer.problem);
  };
  const canForget = account.source === 'keyring' || account.source === 'session';
  const isOpen = isReplacing || account.state === 'signed-out' || account.state === 'refused';
  return (
    <section aria-labelledby="account">
      <h1 id="account" tabIndex={-1}>
        Account
      </h1>
      <SettingRow title={stateText(account)} about={problem ? <AccountProblem problem={problem} /> : null} />
      <SettingRow title="Token" about={sourceText(account)}>
        {isOpen ? null : (
          <Button disabled={isBusy} onClick={() => setIsReplacing(true)}>
            Replace…
          </Button>
        )}
        {canForget ? (
          <Button disabled={isBusy} onClick={() => void ask(() => bridge.ask('forgetToken', null))}>
            Forget
          </Button>
        ) : null}
      </SettingRow>
      {isOpen ? (
        <SecretForm
          label="API token"
          action={isBusy ? 'Connecting…' : 'Connect'}
          isBusy={isBusy}
          isWrong={problem !== null}
          describedBy="account-problem"
          onSend={(token) => void ask(() => bridge.ask('connect', { token, keep: 'keyring' }))}
        />
      ) : null}
      <SettingRow title="Platform address" about="Set with QOVERY_API_URL and QOVERY_WS_URL">
        <span className="mono s12 t2 address">{account.apiUrl}</span>
      </SettingRow>
      {account.source === 'demo' ? null : (
        <SettingRow title="Demo platform" about="On this computer, with deployments, failures and recoveries. No account, no network.">
          <Button disabled={isBusy} onClick={() => void ask(() => bridge.ask('exploreDemo', null))}>
            Open the demo
          </Button>
        </SettingRow>
      )}
    </section>
  );
}

function AccountProblem({ problem }: { readonly problem: Problem }): ReactNode {
  return (
    <span className="bad" id="account-problem" role="alert">
      <StatusGlyph shape={problem.kind === 'no-keyring' ? 'warning' : 'error'} />
      <span>{problemText(problem)}</span>
    </span>
  );
}
