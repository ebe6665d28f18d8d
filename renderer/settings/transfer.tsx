// Export and import of the settings.
import { useRef, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { Problem } from '../../electron/model/problem.ts';
import { Button } from '../ui/button.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';
import { exported, imported } from './transfer-text.ts';

interface TransferProps extends SectionProps {
  readonly bridge: Bridge;
  readonly tell: (problem: Problem | null) => void;
}

export function Transfer({ settings, change, bridge, tell }: TransferProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const save = (): void =>
    void bridge.ask('saveText', exported(settings, Date.now())).then((answer) => tell(answer.ok ? null : answer.problem));
  const read = async (file: File): Promise<void> => {
    const found = imported(await file.text());
    if (found.ok) change(found.value);
    else tell(found.problem);
  };
  return (
    <section aria-labelledby="transfer">
      <h1 id="transfer" tabIndex={-1}>
        Settings as a file
      </h1>
      <SettingRow title="Export and import" about="All of this page without the token; what is imported takes effect at once">
        <Button icon="save" onClick={save}>
          Export…
        </Button>
        <Button onClick={() => field.current?.click()}>Import…</Button>
        <input
          ref={field}
          type="file"
          accept=".json"
          hidden
          aria-label="Settings to import"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void read(file);
            target.value = ''; // the same file can be chosen again
          }}
        />
      </SettingRow>
    </section>
  );
}
