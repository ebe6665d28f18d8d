// The footer: how true the list is now, or what is wrong and when it will be tried again.
import type { ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { TrayStatus } from '../../electron/model/tray-status.ts';
import type { Instant, World } from '../../electron/model/world.ts';
import { Button } from '../ui/button.tsx';
import { footerOf } from './screen.ts';
import type { ViewStore } from './view.ts';

interface FooterProps {
  readonly world: World;
  readonly status: TrayStatus;
  /** Environments that wait to change their place until the hand has left the list. */
  readonly moved: number;
  readonly view: ViewStore;
  readonly bridge: Bridge;
  readonly now: Instant;
}

export function Footer({ world, status, moved, view, bridge, now }: FooterProps): ReactNode {
  const { parts, isTrouble, canTry } = footerOf(world, status, now);
  const said = moved > 0 ? [...parts, `${moved} moved`] : parts;
  return (
    <footer className={`foot ${isTrouble ? 'trouble' : ''}`}>
      <span className="grow cut" title={said.join(' · ')}>
        {said.join(' · ')}
      </span>
      {canTry ? (
        <Button size="small" onClick={() => void bridge.ask('refresh', null)}>
          Try now
        </Button>
      ) : null}
      <button
        type="button"
        className="icon-button"
        aria-label="Keys"
        title="Keys (?)"
        onClick={() => view.setState(({ isKeysOpen }) => ({ isKeysOpen: !isKeysOpen }))}
      >
        <kbd>?</kbd>
      </button>
    </footer>
  );
}
