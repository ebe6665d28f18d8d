// How far the deployment is, within the details: in words, stage by stage, and a service's steps.
import type { ReactNode } from 'react';
import { stageName, type Stage } from '../../electron/model/stages.ts';
import { durationText, labelText } from '../../electron/model/wording.ts';
import { progressText, slowText } from '../../electron/model/wording-progress.ts';
import type { Deployment } from '../../electron/model/world.ts';
import { DeployMark } from '../ui/deploy-mark.tsx';
import type { DetailsProps } from './details.tsx';
import { stepWord } from '../../electron/model/wording-step.ts';
import { stageSign, stageText, stepSign, stepText } from './detail-facts.ts';
import { servicesOf } from './row-texts.ts';

/** "stage 2 of 3, about 1–2 min left": nothing when nothing is under way. */
export function Progress({ subject, state, now }: DetailsProps): ReactNode {
  const { environment } = subject;
  const text =
    subject.kind === 'environment'
      ? progressText(environment, servicesOf(state.world, environment), now)
      : slowText(subject.service, environment, now);
  return text === '' ? null : <p className="d-say d-progress">{`${text.charAt(0).toUpperCase()}${text.slice(1)}.`}</p>;
}

/** The stages of the last deployment, each with what takes part in it. */
export function Stages({ stages }: { readonly stages: readonly Stage[] }): ReactNode {
  const taking = stages.filter(({ status }) => status !== 'skipped');
  if (taking.length === 0) return null;
  return (
    <section aria-labelledby="d-stages">
      <h3 id="d-stages">
        Stages <span className="t3">{taking.length}</span>
      </h3>
      <ol>
        {taking.map((stage) => (
          <li key={stage.name}>
            <div className={`d-step ${stageSign(stage)}`}>
              <DeployMark shape={stageSign(stage)} />
              <span className="grow cut" title={stage.name}>
                {stageName(stage)}
              </span>
              <span className="num t3">{stageText(stage)}</span>
            </div>
            <ul>
              {stage.services.map((service) => (
                <li key={service.id} className="d-step in">
                  <span className="grow cut">{service.name}</span>
                  <span className="num t3">
                    {[labelText({ ...service, detail: null }), service.durationMs === null ? '' : durationText(service.durationMs)]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The steps of a service's last deployment. */
export function Steps({ deployment }: { readonly deployment: Deployment | null }): ReactNode {
  if (!deployment || deployment.steps.length === 0) return null;
  const { steps, durationMs, inProgress } = deployment;
  return (
    <section aria-labelledby="d-steps">
      <h3 id="d-steps">
        Deployment {durationMs === null ? null : <span className="t3">{`${durationText(durationMs)}${inProgress ? ' so far' : ''}`}</span>}
      </h3>
      <ol>
        {steps.map((step) => (
          <li key={step.name} className={`d-step ${stepSign(step)}`}>
            <DeployMark shape={stepSign(step)} />
            <span className="grow">{stepWord(step.name)}</span>
            <span className="num t3">{stepText(step)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
