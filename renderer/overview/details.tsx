// The details of what is selected: beside the list where the window is wide, in its place with a way back where it is not.
import { useEffect, useRef, type ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { environmentFreshness } from '../../electron/model/freshness.ts';
import { drawingOf } from '../../electron/model/sign.ts';
import { plainLine } from '../../electron/model/plain-text.ts';
import { runSentence } from '../../electron/model/wording-status.ts';
import type { Instant } from '../../electron/model/world.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { StatusGlyph } from '../ui/status-glyph.tsx';
import { LabelButton } from './deployment-label.tsx';
import { About, Ids, Instances, Services } from './detail-lists.tsx';
import { Progress, Stages, Steps } from './detail-progress.tsx';
import { kindWord, otherWord, runFacts } from './detail-facts.ts';
import { isOld } from './run-glyph.tsx';
import { openConsole, openDeploymentLog, openServiceLog } from './row-actions.ts';
import { environmentKey, type Subject } from './subject.ts';
import { withDetails, withoutDetails, type ViewStore } from './view.ts';

export interface DetailsProps {
  readonly subject: Subject;
  readonly state: AppState;
  readonly view: ViewStore;
  readonly bridge: Bridge;
  readonly now: Instant;
  /** In the list's place; else a pane beside it. */
  readonly isPage: boolean;
}

export function Details(props: DetailsProps): ReactNode {
  const { subject, state, view, bridge, now, isPage } = props;
  const { name } = subject.kind === 'environment' ? subject.environment : subject.service;
  return (
    <aside className={isPage ? 'details page' : 'details'} aria-label={`${name}, details`}>
      <div className="d-head">
        {isPage ? <Back view={view} /> : null}
        <Crumb {...props} />
        <IconButton icon="external" name="Open in the Console" keys="O" onClick={() => openConsole(bridge, state.consoleUrl, subject)} />
        {isPage ? null : <IconButton icon="close" name="Close" keys="Esc" onClick={() => view.setState(withoutDetails)} />}
      </div>
      <div className="d-scroll">
        <Top {...props} name={name} />
        <Progress {...props} />
        {subject.kind === 'environment' ? <Stages stages={subject.environment.stages} /> : null}
        {subject.kind === 'environment' ? <Services {...props} environment={subject.environment} /> : null}
        {subject.kind === 'environment' ? null : <Instances service={subject.service} bridge={bridge} now={now} />}
        {subject.kind === 'environment' ? null : <Steps deployment={subject.service.deployment} />}
        <About {...props} />
        <Ids subject={subject} bridge={bridge} />
      </div>
    </aside>
  );
}

/** Takes the focus when the page comes: what had it is covered. */
function Back({ view }: { readonly view: ViewStore }): ReactNode {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <span ref={box}>
      <IconButton icon="back" name="Back to the list" keys="Esc" onClick={() => view.setState(withoutDetails)} />
    </span>
  );
}

/** Where it lies; a service's environment is a click away. */
function Crumb({ subject, state, view }: DetailsProps): ReactNode {
  const { environment } = subject;
  const project = state.world.projects[environment.projectId]?.name ?? 'Unknown project';
  return (
    <span className="t2 s12 cut grow crumb">
      <bdi>{project}</bdi>
      {subject.kind === 'environment' ? null : (
        <>
          {' / '}
          <Button look="text" onClick={() => view.setState((before) => withDetails(before, environmentKey(environment.id)))}>
            <bdi>{environment.name}</bdi>
          </Button>
        </>
      )}
    </span>
  );
}

function Top({ subject, state, bridge, now, name }: DetailsProps & { readonly name: string }): ReactNode {
  const facts = runFacts(state.world, subject, now);
  const fresh = environmentFreshness(state.world, subject.environment, now);
  const other = otherWord(facts);
  const { deployment } = subject.kind === 'environment' ? subject.environment : subject.service;
  const open = (): void => openDeploymentLog(bridge, subject);
  return (
    <>
      <div className="d-title">
        <StatusGlyph shape={drawingOf(facts.run.status)} isDrained={isOld(facts.freshness)} />
        <h2 className="cut" title={name}>
          <bdi>{name}</bdi>
        </h2>
        <span className="t3 s12 d-kind">{kindWord(subject)}</span>
        <span className="grow" />
        {deployment ? (
          <LabelButton
            deployment={deployment}
            source={{ freshness: fresh.deployment, problem: fresh.deploymentProblem }}
            usual={subject.kind === 'environment' ? subject.environment.usual : null}
            now={now}
            tabIndex={0}
            onOpen={open}
          />
        ) : null}
      </div>
      <p className="d-say">{runSentence({ ...facts, reported: other === null ? facts.reported : null }, now)}</p>
      {other === null ? null : (
        <dl className="d-both" aria-label="Run status, computed and reported">
          <div>
            <dt>Computed from its {facts.rung}</dt>
            <dd>{facts.run.status}</dd>
          </div>
          <div>
            <dt>Reported by the platform</dt>
            <dd>{other}</dd>
          </div>
        </dl>
      )}
      <div className="d-actions">
        {subject.kind === 'environment' ? null : (
          <Button size="small" icon="terminal" onClick={() => openServiceLog(bridge, subject)}>
            Service log
          </Button>
        )}
        <Button size="small" onClick={open}>
          Deployment log
        </Button>
      </div>
      <Cause subject={subject} bridge={bridge} />
    </>
  );
}

/** Why the last deployment failed, where its log said so and it concerns what is shown. */
function Cause({ subject, bridge }: Pick<DetailsProps, 'subject' | 'bridge'>): ReactNode {
  const cause = subject.environment.failure?.cause;
  if (!cause || (subject.kind !== 'environment' && cause.serviceId !== subject.service.id)) return null;
  const { link } = cause;
  const who = subject.kind === 'environment' ? cause.serviceName : null;
  return (
    <div className="d-cause">
      <h3>Why the deployment failed</h3>
      <p>{plainLine([who, cause.message].filter(Boolean).join(': '), 1_000)}</p>
      {cause.hint ? <p className="t2">Hint: {plainLine(cause.hint, 1_000)}</p> : null}
      {link ? (
        <Button look="text" onClick={() => void bridge.ask('openLink', { url: link })}>
          What the documentation says
        </Button>
      ) : null}
    </div>
  );
}
