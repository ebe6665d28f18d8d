// A program of the person's own that is run on each change, and what came of its last runs.
import { useState, type ReactNode } from 'react';
import { VALUE_NAMES, type CommandRun } from '../../electron/model/own-command.ts';
import { timeText } from '../../electron/model/wording.ts';
import { Switch } from '../ui/choice.tsx';
import { useNow } from '../ui/use-now.ts';
import { commandEndText } from './command-text.ts';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';

const PLACES = VALUE_NAMES.map((name) => `{${name}}`).join(' ');

function Runs({ runs }: { readonly runs: readonly CommandRun[] }): ReactNode {
  const now = useNow(10_000);
  return runs.map((run, i) => (
    <SettingRow key={`${run.at} ${run.event} ${runs.length - i}`} title={`${timeText(run.at, now)}, ${run.event}: ${commandEndText(run)}`}>
      {run.output ? (
        <details className="output">
          <summary>Output</summary>
          <pre>{run.output}</pre>
        </details>
      ) : null}
    </SettingRow>
  ));
}

export function OwnCommandSection({ settings, change, runs }: SectionProps & { readonly runs: readonly CommandRun[] }): ReactNode {
  const { ownCommand } = settings;
  const [program, setProgram] = useState(ownCommand.program);
  const [args, setArgs] = useState(ownCommand.argumentLines);
  const keep = (): void => change({ ...settings, ownCommand: { ...ownCommand, program, argumentLines: args } });
  return (
    <section aria-labelledby="own-command">
      <h1 id="own-command" tabIndex={-1}>
        Your own command
      </h1>
      <SettingRow title="Run a program on each change" about="One run at a time, for 10 s at most; your token is never handed to it">
        <Switch
          name="Run a program on each change"
          isOn={ownCommand.isOn}
          onChange={(isOn) => change({ ...settings, ownCommand: { ...ownCommand, isOn } })}
        />
      </SettingRow>
      <SettingRow title="Program" about="Its path, or its name; no shell reads it">
        <input
          className="field name"
          aria-label="Program"
          value={program}
          onChange={(event) => setProgram(event.target.value)}
          onBlur={keep}
        />
      </SettingRow>
      <SettingRow
        title="Arguments"
        about={`One a line. These stand for values: ${PLACES}; the program finds each in its environment, too, as QOVERY_TRAY_EVENT and so on`}
      >
        <textarea
          className="field args"
          aria-label="Arguments, one a line"
          rows={3}
          value={args}
          onChange={(event) => setArgs(event.target.value)}
          onBlur={keep}
        />
      </SettingRow>
      <Runs runs={runs} />
    </section>
  );
}
