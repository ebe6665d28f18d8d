// What log this is: run status, name, deployment label, why it failed; ways on from here.
import { useEffect, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { isCurrent } from '../../electron/model/freshness.ts';
import { drawingOf } from '../../electron/model/sign.ts';
import { labelText } from '../../electron/model/wording.ts';
import { deploymentSentence, runSentence } from '../../electron/model/wording-status.ts';
import type { Deployment, DeploymentTone, Instant } from '../../electron/model/world.ts';
import { Button } from '../ui/button.tsx';
import { DeployMark, type DeployMarkShape } from '../ui/deploy-mark.tsx';
import { StatusGlyph } from '../ui/status-glyph.tsx';
import { useNow } from '../ui/use-now.ts';
import { causeText, subjectOf, type Subject } from './subject.ts';

interface HeaderProps {
  readonly state: AppState;
  readonly place: LogPlace;
  readonly bridge: Bridge;
}

export function Header({ state, place, bridge }: HeaderProps): ReactNode {
  const now = useNow(5_000);
  const subject = subjectOf(state, place, now);
  const name = place.kind === 'deployment' ? 'Deployment log' : 'Service log';
  const title = subject?.title ?? (place.of || name);
  useEffect(() => {
    document.title = title === name ? name : `${title}: ${name.toLowerCase()}`;
  }, [title, name]);
  if (!subject) {
    return (
      <div className="bar">
        <h1 className="cut">{title}</h1>
        <span className="t2 s12 cut grow">
          {place.of === undefined
            ? 'What it belongs to is no longer there, or not known yet.'
            : 'A log kept on this computer. What it belongs to is not known now.'}
        </span>
      </div>
    );
  }
  const cause = causeText(subject, place);
  return (
    <div className="bar">
      <Glyph subject={subject} now={now} />
      <h1 className="cut">{title}</h1>
      {subject.of === '' ? null : <span className="t2 cut of">{subject.of}</span>}
      {subject.deployment ? <Label deployment={subject.deployment} now={now} /> : null}
      <span className="t2 s12 cut grow cause" title={cause || undefined}>
        {cause}
      </span>
      <Ways subject={subject} place={place} bridge={bridge} />
    </div>
  );
}

function Glyph({ subject: { run }, now }: { readonly subject: Subject; readonly now: Instant }): ReactNode {
  const isDrained = !isCurrent(run.freshness) && run.freshness !== 'waiting';
  const sentence = runSentence(run, now);
  return (
    <span className="glyph" role="img" aria-label={sentence} title={sentence}>
      <StatusGlyph shape={drawingOf(run.run.status)} isDrained={isDrained} />
    </span>
  );
}

const LOOKS: Readonly<Partial<Record<DeploymentTone, readonly [look: string, mark: DeployMarkShape | null]>>> = {
  error: ['error', 'error'],
  moving: ['progress', 'progress'],
  queued: ['queued', 'queued'],
  cancelled: ['cancelled', 'cancelled'],
  unavailable: ['unavailable', null],
};
function Label({ deployment, now }: { readonly deployment: Deployment; readonly now: Instant }): ReactNode {
  const [look, mark] = LOOKS[deployment.tone] ?? ['', null];
  return (
    <span className={`label ${look}`} title={deploymentSentence(deployment, now)}>
      {mark ? <DeployMark shape={mark} /> : null}
      {labelText(deployment)}
    </span>
  );
}

function Ways({ subject, place, bridge }: { readonly subject: Subject; readonly place: LogPlace; readonly bridge: Bridge }): ReactNode {
  const { environment, service, consoleUrl } = subject;
  const target = { environmentId: environment.id, executionId: null, serviceId: service?.id ?? null, lineKey: null };
  return (
    <span className="ways">
      {place.kind === 'service' ? (
        <Button size="small" onClick={() => void bridge.ask('openDeploymentLog', target)}>
          Deployment log
        </Button>
      ) : null}
      <Button size="small" icon="external" aria-label="Console" onClick={() => void bridge.ask('openLink', { url: consoleUrl })}>
        <span className="long">Console</span>
      </Button>
    </span>
  );
}
