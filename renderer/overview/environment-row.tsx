// An environment: two lines, or three with the cause while it needs attention; one line where the list is wide.
import type { ReactNode } from 'react';
import { environmentFreshness } from '../../electron/model/freshness.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { knownOf } from '../../electron/model/known.ts';
import { muteWord } from '../../electron/model/wording-mute.ts';
import type { Instant } from '../../electron/model/world.ts';
import { oldWords } from '../../electron/model/wording-environment.ts';
import { ago, modeText, timeText } from '../../electron/model/wording.ts';
import { progressText } from '../../electron/model/wording-progress.ts';
import { Icon } from '../ui/icon.tsx';
import { DeploymentLabel } from './deployment-label.tsx';
import { openDeploymentLog } from './row-actions.ts';
import type { EnvironmentRow } from './rows.ts';
import { causeText, environmentSpoken, factsText, servicesOf, triggerText, whoText } from './row-texts.ts';
import type { RowProps } from './row-view.tsx';
import { RunGlyph } from './run-glyph.tsx';

/** Why it does not count, and until when; nothing where it does. An environment whose muted services alone ail is known. */
function quietWords(isMuted: boolean, id: string, { mutedEnvironments, known }: Settings, now: Instant): readonly string[] {
  if (mutedEnvironments.includes(id)) return ['muted'];
  const one = knownOf(known, id);
  if (one) return isMuted || one.troubles === null ? [muteWord(one, now)] : [];
  return isMuted ? ['known'] : [];
}

export function EnvironmentRowView({ row, state, bridge, now, tabIndex, rowProps }: RowProps<EnvironmentRow>): ReactNode {
  const { environment, projectName, isAbove, isAway, isFavourite, isMuted, isOpen } = row;
  const { deployment, run } = environment;
  const quiet = quietWords(isMuted, environment.id, state.settings, now);
  const fresh = environmentFreshness(state.world, environment, now);
  const facts = factsText(environment, fresh, progressText(environment, servicesOf(state.world, environment), now));
  const cause = isAbove ? causeText(state.world, environment) : '';
  const at = deployment?.at ?? null;
  return (
    <div
      {...rowProps}
      className={`env ${isAbove ? 'alert' : isAway ? 'away' : ''}`}
      aria-label={environmentSpoken(
        environment,
        projectName,
        [oldWords(run.status, fresh), isFavourite ? 'favourite' : '', ...quiet, cause || facts].filter(Boolean).join(', '),
      )}
    >
      <span className="chev">{environment.serviceIds.length > 0 ? <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} /> : null}</span>
      <RunGlyph
        facts={{
          run,
          reported: environment.reportedRun,
          rung: 'services',
          freshness: fresh.run,
          asOf: fresh.runAsOf,
          problem: fresh.runProblem,
        }}
        now={now}
        tabIndex={tabIndex}
      />
      <span role="gridcell" className="name cut" title={environment.name}>
        <b className="cut">
          <bdi>{environment.name}</bdi>
        </b>
        {isAbove && isFavourite ? <Icon name="star" /> : null}
      </span>
      <DeploymentLabel
        deployment={deployment}
        source={{ freshness: fresh.deployment, problem: fresh.deploymentProblem }}
        usual={environment.usual}
        now={now}
        tabIndex={tabIndex}
        onOpen={() => openDeploymentLog(bridge, row)}
      />
      <span role="gridcell" className="age" title={at === null ? undefined : timeText(at, now)}>
        {at === null ? '' : ago(at, now)}
      </span>
      <span className="second">
        <span role="gridcell" className="info">
          {isAway ? (
            <>
              <bdi className="cut project">{projectName}</bdi>
              <span className="dot"> · </span>
            </>
          ) : null}
          <span className="mode">{modeText(environment.mode)}</span>
          <span className="dot"> · </span>
          <span className="cut facts">
            {quiet.map((word) => `${word}, `)}
            {isAbove ? triggerText(deployment) || facts : facts}
          </span>
        </span>
        {isAbove ? null : (
          <span role="gridcell" className="who cut" title={deployment?.triggeredBy ?? undefined}>
            {whoText(deployment?.triggeredBy ?? null)}
          </span>
        )}
      </span>
      {isAbove ? (
        <span role="gridcell" className="why cut" title={cause}>
          {cause}
        </span>
      ) : null}
    </div>
  );
}
