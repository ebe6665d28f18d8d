// The deployment label: a word that opens the deployment's log. A pill only when it deviates; hover or focus explain it.
import type { ReactNode } from 'react';
import { deploymentSentence } from '../../electron/model/wording-status.ts';
import type { Deployment, DeploymentTone, Instant } from '../../electron/model/world.ts';
import { DeployMark, type DeployMarkShape } from '../ui/deploy-mark.tsx';
import { useTooltip } from '../ui/tooltip.tsx';
import { labelOf } from './row-texts.ts';

/** The look of each tone; tones that are no news have none. */
const LOOKS: Readonly<Partial<Record<DeploymentTone, { readonly look: string; readonly mark?: DeployMarkShape }>>> = {
  error: { look: 'error', mark: 'error' },
  moving: { look: 'progress', mark: 'progress' },
  queued: { look: 'queued', mark: 'queued' },
  cancelled: { look: 'cancelled', mark: 'cancelled' },
  unavailable: { look: 'unavailable' },
};

interface DeploymentLabelProps {
  readonly deployment: Deployment | null;
  /** The label's source is lost: what moved no longer looks moving. */
  readonly isOld: boolean;
  readonly now: Instant;
  readonly tabIndex: 0 | -1;
  readonly onOpen: () => void;
}

export function DeploymentLabel({ deployment, isOld, now, tabIndex, onOpen }: DeploymentLabelProps): ReactNode {
  const { props, tip } = useTooltip(() => deploymentSentence(deployment, now));
  const { look, mark } = (deployment && LOOKS[deployment.tone]) ?? { look: '' };
  const text = labelOf(deployment);
  // None was said (Argo CD deploys, or it is not read yet): an empty cell, so that columns stay.
  if (!deployment) return <span role="gridcell" className="label-cell quiet" />;
  return (
    <span role="gridcell" className={`label-cell ${isOld ? 'drained' : ''} ${look ? '' : 'quiet'}`}>
      <button
        type="button"
        className={`label ${look} ${deployment.isPartOfLast ? '' : 'old'}`}
        aria-label={`${text}, open the deployment log`}
        tabIndex={tabIndex}
        {...props}
        onClick={(event) => {
          event.stopPropagation();
          onOpen();
        }}
      >
        {mark ? <DeployMark shape={mark} /> : null}
        {text}
      </button>
      {tip}
    </span>
  );
}
