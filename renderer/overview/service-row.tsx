// A service of an unfolded environment: glyph, kind, name (opens its live log), a pip for each instance, label, age.
import type { ReactNode } from 'react';
import { environmentFreshness } from '../../electron/model/freshness.ts';
import { kindDrawing } from '../../electron/model/sign.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { oldWords } from '../../electron/model/wording-environment.ts';
import { muteWord } from '../../electron/model/wording-mute.ts';
import { ago, kindText, timeText } from '../../electron/model/wording.ts';
import type { Instant, Service } from '../../electron/model/world.ts';
import { Icon } from '../ui/icon.tsx';
import { KindIcon } from '../ui/kind-icon.tsx';
import { Pip } from '../ui/pip.tsx';
import { DeploymentLabel } from './deployment-label.tsx';
import { isMutedForGood, mutedForNow } from './mute-actions.ts';
import { instancesShown, pipsOf } from './pips.ts';
import { openDeploymentLog, openServiceLog } from './row-actions.ts';
import type { ServiceRow } from './rows.ts';
import { pipsText, serviceSpoken } from './row-texts.ts';
import type { RowProps } from './row-view.tsx';
import { RunGlyph } from './run-glyph.tsx';

/** "muted until 15:04"; empty where it is not muted alone. */
function quietWord(row: ServiceRow, settings: Settings, now: Instant): string {
  const target = { environmentId: row.environment.id, serviceId: row.service.id };
  const known = mutedForNow(settings, target);
  return known || isMutedForGood(settings, target) ? muteWord(known, now) : '';
}

export function ServiceRowView({ row, state, bridge, now, tabIndex, rowProps }: RowProps<ServiceRow>): ReactNode {
  const { service, environment } = row;
  const fresh = environmentFreshness(state.world, environment, now);
  const at = service.deployment?.at ?? null;
  const quiet = quietWord(row, state.settings, now);
  return (
    <div
      {...rowProps}
      className="svc"
      aria-label={[serviceSpoken(row), oldWords(service.run.status, fresh), quiet].filter(Boolean).join(', ')}
    >
      <RunGlyph
        facts={{
          run: service.run,
          reported: service.reportedRun,
          rung: 'instances',
          freshness: fresh.run,
          asOf: fresh.runAsOf,
          problem: fresh.runProblem,
        }}
        now={now}
        tabIndex={tabIndex}
      />
      {/* The sign of a mute takes the place of the kind: beside the name there is no room for it. */}
      <span className="kind" title={[kindText(service.kind), quiet].filter(Boolean).join(', ')}>
        {quiet ? <Icon name="bell-off" /> : <KindIcon kind={kindDrawing(service)} />}
      </span>
      <span role="gridcell" className="name cut">
        <button
          type="button"
          className="name-button cut"
          tabIndex={tabIndex}
          title={service.name}
          aria-label={`${service.name}, open the service log`}
          onClick={(event) => {
            event.stopPropagation();
            openServiceLog(bridge, row);
          }}
        >
          {service.name}
        </button>
        {service.deployment?.needsRedeploy ? (
          <span className="drift" title="Needs a redeploy: its configuration changed">
            <Icon name="refresh" />
            <span>redeploy</span>
          </span>
        ) : null}
      </span>
      <Pips service={service} />
      <DeploymentLabel
        deployment={service.deployment}
        source={{ freshness: fresh.deployment, problem: fresh.deploymentProblem }}
        usual={null}
        now={now}
        tabIndex={tabIndex}
        onOpen={() => openDeploymentLog(bridge, row)}
      />
      <span role="gridcell" className="age" title={at === null ? undefined : timeText(at, now)}>
        {at === null ? '' : ago(at, now)}
      </span>
    </div>
  );
}

function Pips({ service }: { readonly service: Service }): ReactNode {
  const groups = pipsOf(service);
  const text = groups.length > 0 ? pipsText(instancesShown(service)) : '';
  const seen = new Map<string, number>();
  return (
    <span role="gridcell" className="pips" title={text}>
      {text ? <span className="unseen">{text}</span> : null}
      {groups.map(({ shape, isOld: isOldVersion, count }) => {
        const kind = `${shape} ${isOldVersion ? 'old' : 'new'}`;
        const nth = (seen.get(kind) ?? 0) + 1;
        seen.set(kind, nth);
        return (
          <span key={`${kind} ${nth}`} className="pip" aria-hidden="true">
            <Pip shape={shape} isOld={isOldVersion} />
            {count > 1 ? <span className="more">{count}</span> : null}
          </span>
        );
      })}
    </span>
  );
}
