// The doctor: what works and what does not, and a report of it to send on.
import { useEffect, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { Instant } from '../../electron/model/world.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { StatusGlyph } from '../ui/status-glyph.tsx';
import { report, type Finding } from './findings.ts';
import { SettingRow } from './setting-row.tsx';

interface DoctorProps {
  readonly found: readonly Finding[];
  readonly bridge: Bridge;
  readonly now: Instant;
}

export function Doctor({ found, bridge, now }: DoctorProps): ReactNode {
  useEffect(() => void bridge.ask('examine', null), [bridge]);
  return (
    <section aria-labelledby="doctor">
      <h1 id="doctor" tabIndex={-1}>
        Doctor
      </h1>
      {found.map(({ term, text, isGood, shows }) => (
        <SettingRow
          key={`${term} ${text}`}
          title={
            <span className="finding">
              <StatusGlyph shape={isGood ? 'running' : 'warning'} />
              {term}
              <span className="unseen">{isGood ? ', all right' : ', look at this'}</span>
            </span>
          }
          about={<span className="address">{text}</span>}
        >
          {shows ? (
            <Button
              size="small"
              icon="external"
              aria-label={`${term}: show in folder`}
              onClick={() => void bridge.ask('showFile', { which: shows })}
            >
              Show in folder
            </Button>
          ) : null}
        </SettingRow>
      ))}
      <SettingRow
        title="Report"
        about="All of this as text. It names the platform's address, counts and where the app's files lie, never the token or what you deploy."
      >
        <CopyButton what="report" hasWords onCopy={() => void bridge.ask('copyText', { text: report(found, navigator.userAgent, now) })} />
      </SettingRow>
    </section>
  );
}
