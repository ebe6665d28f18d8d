// The deployment label: a word that opens the deployment's log. A pill only when it deviates; hover or focus explain it.
import type { ReactNode } from 'react';
import type { Usual } from '../../electron/model/usual-duration.ts';
import { deploymentSentence, type LabelSource } from '../../electron/model/wording-status.ts';
import type { Deployment, DeploymentTone, Instant } from '../../electron/model/world.ts';
import { DeployMark, type DeployMarkShape } from '../ui/deploy-mark.tsx';
import { useTooltip } from '../ui/tooltip.tsx';
import { labelOf } from './row-texts.ts';
import { isOld } from './run-glyph.tsx';

interface Look {
  readonly look: string;
  readonly mark?: DeployMarkShape;
}
/** The look of each tone; tones that are no news have none. */
const LOOKS: Readonly<Partial<Record<DeploymentTone, Look>>> = {
  error: { look: 'error', mark: 'error' },
  moving: { look: 'progress', mark: 'progress' },
  queued: { look: 'queued', mark: 'queued' },
  cancelled: { look: 'cancelled', mark: 'cancelled' },
  unavailable: { look: 'unavailable' },
};

interface DeploymentLabelProps {
  readonly deployment: Deployment | null;
  /** How far its source can be believed: once that is lost, what moved no longer looks moving. */
  readonly source: LabelSource;
  /** How long it usually takes; null where that is not known. */
  readonly usual: Usual | null;
  readonly now: Instant;
  readonly tabIndex: 0 | -1;
  readonly onOpen: () => void;
}

/** The label in its cell of a row. None was said (Argo CD deploys, or it is not read yet): an empty cell, so that columns stay. */
export function DeploymentLabel({ deployment, ...rest }: DeploymentLabelProps): ReactNode {
  const { look } = (deployment && LOOKS[deployment.tone]) ?? { look: '' };
  return (
    <span role="gridcell" className={`label-cell ${deployment && isOld(rest.source.freshness) ? 'drained' : ''} ${look ? '' : 'quiet'}`}>
      {deployment ? <LabelButton deployment={deployment} {...rest} /> : null}
    </span>
  );
}

type LabelButtonProps = Omit<DeploymentLabelProps, 'deployment'> & { readonly deployment: Deployment };

/** The label alone. */
export function LabelButton({ deployment, source, usual, now, tabIndex, onOpen }: LabelButtonProps): ReactNode {
  const { props, tip } = useTooltip(() => deploymentSentence(deployment, now, source, usual));
  const { look, mark }: Look = LOOKS[deployment.tone] ?? { look: '' };
  const text = labelOf(deployment);
  return (
    <>
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
    </>
  );
}
