// How logs are shown, and what is kept of them.
import type { ReactNode } from 'react';
import { Choice, Switch } from '../ui/choice.tsx';
import { SettingRow } from './setting-row.tsx';
import type { SectionProps } from './settings.tsx';

const LIMITS = [
  ['50000', '50,000'],
  ['200000', '200,000'],
  ['1000000', '1 million'],
] as const;
/** The choice that holds; of a number from elsewhere the nearest. */
function limitOf(mostLines: number): (typeof LIMITS)[number][0] {
  const far = ([most]: (typeof LIMITS)[number]): number => Math.abs(Math.log(Number(most) / mostLines));
  return LIMITS.toSorted((a, b) => far(a) - far(b))[0]?.[0] ?? '1000000';
}
/** A size between them is set by key, and then none of these holds. */
const SIZES = [
  ['10', '10'],
  ['12', '12'],
  ['14', '14'],
  ['16', '16'],
  ['20', '20'],
] as const;

export function Logs({ settings, change }: SectionProps): ReactNode {
  const { log } = settings;
  return (
    <section aria-labelledby="logs">
      <h1 id="logs" tabIndex={-1}>
        Logs
      </h1>
      <SettingRow
        title="Keep logs of failed deployments"
        about="On this computer, compressed, secrets masked, 50 MB at most; readable without a connection"
      >
        <Switch
          name="Keep logs of failed deployments"
          isOn={log.keepsFailed}
          onChange={(keepsFailed) => change({ ...settings, log: { ...log, keepsFailed } })}
        />
      </SettingRow>
      <SettingRow title="Lines kept in a log window" about="The oldest leave first, and a note says how many; more lines need more memory">
        <Choice
          name="Lines kept in a log window"
          options={LIMITS}
          value={limitOf(log.mostLines)}
          onChange={(most) => change({ ...settings, log: { ...log, mostLines: Number(most) } })}
        />
      </SettingRow>
      <SettingRow title="Text size" about="Of the lines alone; Ctrl + and Ctrl − in a log window do the same">
        <Choice
          name="Text size"
          options={SIZES}
          value={String(log.fontPx)}
          onChange={(px) => change({ ...settings, log: { ...log, fontPx: Number(px) } })}
        />
      </SettingRow>
    </section>
  );
}
