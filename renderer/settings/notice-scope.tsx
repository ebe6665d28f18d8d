// Of what is notified: whose deployments, which modes, projects and environments. What is left out still counts in the icon.
import { useId, useMemo, useState, type ReactNode } from 'react';
import type { NoticeSettings } from '../../electron/contract/notice-settings.ts';
import { modeText } from '../../electron/model/wording.ts';
import type { Mode, World } from '../../electron/model/world.ts';
import { Button } from '../ui/button.tsx';
import { Several, Switch } from '../ui/choice.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import { authorEntries, authorsOf, namesIn } from './authors.ts';
import { environmentName } from './muted.tsx';
import { SettingRow } from './setting-row.tsx';

const MODES: readonly Mode[] = ['PRODUCTION', 'STAGING', 'DEVELOPMENT', 'PREVIEW'];

interface ScopeProps {
  readonly notices: NoticeSettings;
  readonly world: World;
  readonly set: (part: Partial<NoticeSettings>) => void;
}

function MeRow({ notices, world, set }: ScopeProps): ReactNode {
  const list = useId();
  const [text, setText] = useState(notices.me.join(', '));
  const seen = useMemo(() => authorsOf(world), [world]);
  const take = (me: readonly string[]): void => {
    setText(me.join(', '));
    set({ me });
  };
  const keep = (): void => take(namesIn(text));
  return (
    <SettingRow title="You" about="As the platform names you where it says who asked for a deployment; several with commas between">
      {authorEntries(seen, notices.me, take).length === 0 ? null : (
        <MenuButton
          icon="chevron-down"
          name="Who asked for deployments"
          words="Choose"
          groups={() => [authorEntries(seen, notices.me, take)]}
        />
      )}
      <input
        className="field name"
        aria-label="Your name on the platform"
        placeholder="ada@example.com"
        list={list}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <datalist id={list}>
        {seen.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </SettingRow>
  );
}

const without = (all: readonly string[], id: string): readonly string[] => all.filter((one) => one !== id);

function ProjectRows({ notices, world, set }: ScopeProps): ReactNode {
  const { leftOut } = notices;
  const projects = Object.values(world.projects).toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <details className="more">
      <summary>
        Projects: {projects.length - leftOut.projects.filter((id) => world.projects[id]).length} of {projects.length}
      </summary>
      {projects.map(({ id, name }) => (
        <SettingRow key={id} title={name}>
          <Switch
            name={`Notify of ${name}`}
            isOn={!leftOut.projects.includes(id)}
            onChange={(isOn) =>
              set({ leftOut: { ...leftOut, projects: isOn ? without(leftOut.projects, id) : [...leftOut.projects, id] } })
            }
          />
        </SettingRow>
      ))}
    </details>
  );
}

export function NoticeScope(props: ScopeProps): ReactNode {
  const { notices, world, set } = props;
  const { leftOut } = notices;
  const told = MODES.filter((mode) => !leftOut.modes.includes(mode));
  const unknown = leftOut.modes.filter((mode) => !MODES.includes(mode));
  return (
    <>
      <MeRow {...props} />
      <SettingRow
        title="Only what I asked for"
        about={
          notices.me.length === 0 ? 'Say above who you are first' : 'Deployments of others are not told; run status is, whoever deployed'
        }
      >
        <Switch name="Only what I asked for" isOn={notices.isOnlyMine} onChange={(isOnlyMine) => set({ isOnlyMine })} />
      </SettingRow>
      <SettingRow title="Modes" about="Of which anything is told; what is left out still counts in the icon">
        <Several
          name="Modes"
          options={MODES.map((mode) => [mode, modeText(mode)] as const)}
          values={told}
          onChange={(modes) => set({ leftOut: { ...leftOut, modes: [...unknown, ...MODES.filter((mode) => !modes.includes(mode))] } })}
        />
      </SettingRow>
      <ProjectRows {...props} />
      {leftOut.environments.map((id) => (
        <SettingRow key={id} title={environmentName(world, id)} about="Not notified of; it counts in the icon">
          <Button
            size="small"
            aria-label={`Notify of ${environmentName(world, id)}`}
            onClick={() => set({ leftOut: { ...leftOut, environments: without(leftOut.environments, id) } })}
          >
            Notify
          </Button>
        </SettingRow>
      ))}
    </>
  );
}
