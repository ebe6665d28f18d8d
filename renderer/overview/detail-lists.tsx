// The lists within the details: instances, services, facts, ids. Stages and steps are detail-progress.tsx's.
import type { ReactNode } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import { drawingOf } from '../../electron/model/sign.ts';
import { ago, timeText } from '../../electron/model/wording.ts';
import type { Environment, Instance, Instant, Service } from '../../electron/model/world.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Pip } from '../ui/pip.tsx';
import { StatusGlyph } from '../ui/status-glyph.tsx';
import type { DetailsProps } from './details.tsx';
import { factsOf, idsOf } from './detail-facts.ts';
import { instancesShown, pipShape } from './pips.ts';
import { instanceReason, labelOf, shortVersion } from './row-texts.ts';
import { serviceKey, type Subject } from './subject.ts';
import { withDetails } from './view.ts';

interface InstancesProps {
  readonly service: Service;
  readonly bridge: Bridge;
  readonly now: Instant;
}
/** Every instance with all that is known of it. */
export function Instances({ service, bridge, now }: InstancesProps): ReactNode {
  const shown = instancesShown(service);
  return (
    <section aria-labelledby="d-instances">
      <h3 id="d-instances">
        Instances <span className="t3">{shown.length}</span>
      </h3>
      {shown.length === 0 ? <p className="s12 t3">None was seen</p> : null}
      <ul>
        {shown.map(({ instance, isOld }) => (
          <InstanceItem key={instance.name} instance={instance} isOld={isOld} bridge={bridge} now={now} />
        ))}
      </ul>
    </section>
  );
}

/** The end of a name tells instances apart, so it is always seen. */
const TAIL = 6;

interface InstanceItemProps {
  readonly instance: Instance;
  readonly isOld: boolean;
  readonly bridge: Bridge;
  readonly now: Instant;
}
function InstanceItem({ instance, isOld, bridge, now }: InstanceItemProps): ReactNode {
  const { name, version, status, reported, startedAt } = instance;
  const said = reported !== '' && reported !== status ? `the platform says ${reported}` : '';
  const why = [instanceReason(instance, isOld, now), said].filter(Boolean).join(', ');
  return (
    <li className={instance.remnant ? 'd-inst t3' : 'd-inst'}>
      <Pip shape={pipShape(instance)} isOld={isOld} />
      <span className="mono pod" title={name}>
        <span className="cut">{name.slice(0, -TAIL)}</span>
        {name.slice(-TAIL)}
      </span>
      <span className={`mono cut ${isOld ? 't3' : ''}`} title={version}>
        {shortVersion(version)}
      </span>
      <span className="t2">{status}</span>
      <span className="t3 num r" title={startedAt === null ? undefined : `since ${timeText(startedAt, now)}`}>
        {startedAt === null ? '' : ago(startedAt, now)}
      </span>
      <CopyButton what={`name of instance ${name}`} onCopy={() => void bridge.ask('copyText', { text: name })} />
      {why === '' ? null : <span className="why">{why}</span>}
    </li>
  );
}

/** The services of an environment; each leads to its own details. */
export function Services({ environment, state, view }: DetailsProps & { readonly environment: Environment }): ReactNode {
  const services = environment.serviceIds.flatMap((id) => state.world.services[id] ?? []);
  return (
    <section aria-labelledby="d-services">
      <h3 id="d-services">
        Services <span className="t3">{services.length}</span>
      </h3>
      <ul>
        {services.map(({ id, name, run, deployment }) => (
          <li key={id}>
            <button type="button" className="d-service" onClick={() => view.setState((before) => withDetails(before, serviceKey(id)))}>
              <StatusGlyph shape={drawingOf(run.status)} />
              <span className="cut grow">{name}</span>
              <span className="unseen">{run.status}</span>
              <span className="t3 s11">{labelOf(deployment)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function About({ state, subject, now }: DetailsProps): ReactNode {
  return (
    <section aria-labelledby="d-about">
      <h3 id="d-about">About</h3>
      <dl>
        {factsOf(state.world, subject, now).map(({ term, text }) => (
          <div key={term} className="d-fact">
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Ids({ subject, bridge }: { readonly subject: Subject; readonly bridge: Bridge }): ReactNode {
  return (
    <section aria-labelledby="d-ids">
      <h3 id="d-ids">Ids</h3>
      <dl>
        {idsOf(subject).map(({ term, id }) => (
          <div key={term} className="d-fact">
            <dt>{term}</dt>
            <dd className="mono cut" title={id}>
              {id}
            </dd>
            <dd>
              <CopyButton what={`${term.toLowerCase()} id`} onCopy={() => void bridge.ask('copyText', { text: id })} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
