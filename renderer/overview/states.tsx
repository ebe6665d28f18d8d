// What stands in the list's place, or above it: nothing yet, nothing at all, nothing found, something in the way.
import { useState, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { Problem } from '../../electron/model/problem.ts';
import type { TrayStatus } from '../../electron/model/tray-status.ts';
import { timeText } from '../../electron/model/wording.ts';
import { problemText, problemWord } from '../../electron/model/wording-problem.ts';
import type { Instant, World } from '../../electron/model/world.ts';
import { Button } from '../ui/button.tsx';
import { StatusGlyph, type GlyphShape } from '../ui/status-glyph.tsx';
import { emptyWords } from './screen.ts';
import { afterEscape, type ViewStore } from './view.ts';

const SKELETON: readonly (readonly number[])[] = [
  [72, 120, 84, 140],
  [52, 96, 110, 70],
  [64, 130],
];

/** The list's shape while its facts are on their way. */
export function Skeleton(): ReactNode {
  return (
    <div className="list-frame" aria-busy="true">
      {SKELETON.map(([heading, ...names]) => (
        <div key={heading} aria-hidden="true">
          <div className="section">
            <i style={{ width: heading }} />
          </div>
          {names.map((width) => (
            <div key={width} className="env sk">
              <i className="r" />
              <i className="n" style={{ width }} />
              <i className="f" style={{ width: width + 72 }} />
            </div>
          ))}
        </div>
      ))}
      <span className="unseen" role="status">
        Reading…
      </span>
    </div>
  );
}

interface MiddleProps {
  readonly shape: GlyphShape;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}
/** A glyph, what is, why, and what can be done about it. */
export function Middle({ shape, title, text, children }: MiddleProps): ReactNode {
  return (
    <div className="middle">
      <StatusGlyph shape={shape} />
      <h2>{title}</h2>
      <p>{text}</p>
      <div className="acts">{children}</div>
    </div>
  );
}

/** Something is in the way and nothing was ever read. */
export function Trouble({
  problem,
  bridge,
  now,
}: {
  readonly problem: Problem;
  readonly bridge: Bridge;
  readonly now: Instant;
}): ReactNode {
  return (
    <Middle shape="unknown" title={problemWord(problem)} text={problemText(problem, now)}>
      <Button onClick={() => void bridge.ask('refresh', null)}>Try now</Button>
      <KeptLogs bridge={bridge} />
    </Middle>
  );
}

/** The way to the logs that can be read without the platform. */
function KeptLogs({ bridge }: { readonly bridge: Bridge }): ReactNode {
  const [trouble, setTrouble] = useState('');
  const open = async (): Promise<void> => {
    const answer = await bridge.ask('openKeptLog', null);
    setTrouble(answer.ok ? '' : problemText(answer.problem));
  };
  return (
    <>
      <Button onClick={() => void open()}>Kept logs</Button>
      <span className="t2" role="status">
        {trouble}
      </span>
    </>
  );
}

/** The window cannot reach its own app. */
export function MirrorTrouble({ problem }: { readonly problem: Problem }): ReactNode {
  return <Middle shape="unknown" title={problemWord(problem)} text={problemText(problem)} />;
}

interface EmptyProps {
  readonly world: World;
  readonly bridge: Bridge;
  readonly consoleUrl: string;
}
/** The account has no environments. */
export function Empty({ world, bridge, consoleUrl }: EmptyProps): ReactNode {
  return (
    <Middle {...emptyWords(world)}>
      <Button icon="external" onClick={() => void bridge.ask('openLink', { url: consoleUrl })}>
        Open the Console
      </Button>
      <Button onClick={() => void bridge.ask('refresh', null)}>Look again</Button>
    </Middle>
  );
}

/** Filter and search leave nothing. */
export function NothingFound({ view }: { readonly view: ViewStore }): ReactNode {
  const { search, filter } = view.getState();
  const what = [search === '' ? '' : `“${search}”`, filter.length === 0 ? '' : 'the chosen statuses'].filter(Boolean).join(' and ');
  const clear = (): void => view.setState((before) => afterEscape({ ...before, isKeysOpen: false }) ?? before);
  return (
    <Middle shape="empty" title="Nothing found" text={what ? `No environment and no service fits ${what}.` : 'Every environment is muted.'}>
      {what ? (
        <Button onClick={clear}>Show all</Button>
      ) : (
        <Button onClick={() => view.setState({ showsMuted: true })}>Show muted ones</Button>
      )}
    </Middle>
  );
}

interface RefusedProps {
  readonly status: TrayStatus;
  readonly bridge: Bridge;
  readonly consoleUrl: string;
  readonly now: Instant;
}
/** The token no longer works, and what is shown is from before. */
export function RefusedNotice({ status, bridge, consoleUrl, now }: RefusedProps): ReactNode {
  const when = status.asOf === null ? '' : ` is from ${timeText(status.asOf, now)} and`;
  return (
    <div className="notice" role="alert">
      <StatusGlyph shape="error" />
      <div className="grow">
        <div className="medium">The platform refused your token</div>
        <p>It was revoked or has run out. What you see{when} will not change until you connect again.</p>
        <div className="acts">
          <Button look="primary" size="small" onClick={() => void bridge.ask('openSettings', null)}>
            Replace the token…
          </Button>
          <Button size="small" onClick={() => void bridge.ask('openLink', { url: consoleUrl })}>
            Open the Console
          </Button>
        </div>
      </div>
    </div>
  );
}
