// The left pane of a deployment log: the services of the environment with their part in this deployment. A click shows one alone.
import type { ReactNode } from 'react';
import type { ServiceKind } from '../../electron/model/world.ts';
import { durationText } from '../../electron/model/wording.ts';
import { DeployMark, type DeployMarkShape } from '../ui/deploy-mark.tsx';
import { KindIcon, type KindName } from '../ui/kind-icon.tsx';
import type { ServiceSteps, StepRow } from './steps.ts';

const KINDS: Readonly<Record<ServiceKind, KindName>> = {
  APPLICATION: 'application',
  CONTAINER: 'container',
  DATABASE: 'database',
  JOB: 'job',
  HELM: 'helm',
  TERRAFORM: 'terraform',
  ARGOCD_APP: 'other',
  AGENTIC_WORKFLOW: 'other',
  UNKNOWN: 'other',
};

interface SidePaneProps {
  readonly services: readonly ServiceSteps[];
  /** The whole deployment's mark and duration; null where they are not known. */
  readonly mark: DeployMarkShape | null;
  readonly durationMs: number | null;
  readonly shown: string | null;
  readonly show: (serviceId: string | null) => void;
}

export function SidePane({ services, mark, durationMs, shown, show }: SidePaneProps): ReactNode {
  return (
    <nav className="side" aria-label="Services of this deployment">
      <button type="button" className="node" aria-pressed={shown === null} onClick={() => show(null)}>
        <Mark shape={mark} />
        <span className="grow medium cut">Whole deployment</span>
        <span className="num">{durationMs === null ? '' : durationText(durationMs)}</span>
      </button>
      {services.map((one) => (
        <ServiceNode key={one.service.id} one={one} isShown={shown === one.service.id} show={show} />
      ))}
    </nav>
  );
}

interface ServiceNodeProps {
  readonly one: ServiceSteps;
  readonly isShown: boolean;
  readonly show: (serviceId: string | null) => void;
}
function ServiceNode({ one, isShown, show }: ServiceNodeProps): ReactNode {
  const { service, mark, note, isFailed, isOff, steps } = one;
  const kind = service.jobKind === 'CRON' ? 'cron' : KINDS[service.kind];
  return (
    <>
      <button
        type="button"
        className={`node ${isFailed ? 'bad' : ''} ${isOff ? 'off' : ''}`}
        aria-pressed={isShown}
        title={service.name}
        onClick={() => show(isShown ? null : service.id)}
      >
        <Mark shape={mark} />
        <KindIcon kind={kind} />
        <span className="cut grow">{service.name}</span>
        <span className="num">{note}</span>
      </button>
      {steps.map((step) => (
        <Step key={step.name} step={step} />
      ))}
    </>
  );
}

function Step({ step }: { readonly step: StepRow }): ReactNode {
  return (
    <div className={`node step ${step.isFailed ? 'bad' : ''}`}>
      <Mark shape={step.mark} />
      <span className="grow cut">{step.name}</span>
      <span className="num">{step.note}</span>
    </div>
  );
}

/** The marks of a column stand below each other, also where there is none. */
function Mark({ shape }: { readonly shape: DeployMarkShape | null }): ReactNode {
  return <span className="mark-cell">{shape ? <DeployMark shape={shape} /> : null}</span>;
}
