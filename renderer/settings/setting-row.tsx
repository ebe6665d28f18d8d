// One setting: what it is, a quiet line about it, and its control at the right.
import type { ReactNode } from 'react';

interface SettingRowProps {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}

export function SettingRow({ title, about, children }: SettingRowProps): ReactNode {
  return (
    <div className="row">
      <div className="what">
        {title}
        {about ? <p>{about}</p> : null}
      </div>
      <div className="control">{children}</div>
    </div>
  );
}
