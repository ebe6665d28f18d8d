// The left pane of a deployment log: stages, services, steps. A click on a service shows its lines alone.
import type { KeyboardEvent, ReactNode } from 'react';
import { kindDrawing } from '../../electron/model/sign.ts';
import { DeployMark, type DeployMarkShape } from '../ui/deploy-mark.tsx';
import { KindIcon } from '../ui/kind-icon.tsx';
import type { Pane, PaneGroup } from './pane.ts';
import type { ServiceSteps, StepRow } from './steps.ts';

interface SidePaneProps {
  readonly pane: Pane;
  readonly shown: string | null;
  readonly show: (serviceId: string | null) => void;
}

export function SidePane({ pane, shown, show }: SidePaneProps): ReactNode {
  const { mark, note, progress, groups } = pane;
  return (
    <nav className="side" aria-label="Stages and services of this deployment" onKeyDown={moveAmongNodes}>
      <button type="button" className="node" aria-pressed={shown === null} onClick={() => show(null)}>
        <Mark shape={mark} />
        <span className="grow medium cut">Whole deployment</span>
        <span className="num">{note}</span>
      </button>
      {progress === '' ? null : <p className="pace t2 s12">{`${progress.charAt(0).toUpperCase()}${progress.slice(1)}`}</p>}
      {groups.map((group) => (
        <Group key={group.title ?? ''} group={group} shown={shown} show={show} />
      ))}
    </nav>
  );
}

/** Up and down go from node to node; the lines scroll by the same keys while the focus is with them. */
function moveAmongNodes(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const nodes = [...event.currentTarget.querySelectorAll<HTMLElement>('button.node')];
  const place = nodes.findIndex((node) => node === document.activeElement);
  if (step === 0 || place === -1) return;
  event.preventDefault();
  nodes[Math.max(0, Math.min(nodes.length - 1, place + step))]?.focus();
}

interface GroupProps extends Omit<SidePaneProps, 'pane'> {
  readonly group: PaneGroup;
}
function Group({ group: { title, note, isCurrent, isFailed, services }, shown, show }: GroupProps): ReactNode {
  return (
    <section aria-label={title ?? undefined} aria-current={isCurrent ? 'step' : undefined}>
      {title === null ? null : (
        <h2 className={`stage ${isCurrent ? 'current' : ''} ${isFailed ? 'bad' : ''}`}>
          {isCurrent ? <Mark shape="progress" /> : null}
          <span className="cut grow" title={title}>
            {title}
          </span>
          <span className="num">{note}</span>
        </h2>
      )}
      {services.map((one) => (
        <ServiceNode key={one.service.id} one={one} isShown={shown === one.service.id} show={show} />
      ))}
    </section>
  );
}

interface ServiceNodeProps {
  readonly one: ServiceSteps;
  readonly isShown: boolean;
  readonly show: (serviceId: string | null) => void;
}
function ServiceNode({ one, isShown, show }: ServiceNodeProps): ReactNode {
  const { service, mark, note, isFailed, isOff, steps } = one;
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
        <KindIcon kind={kindDrawing(service)} />
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
