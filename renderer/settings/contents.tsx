// The contents at the settings' side: leads to a section, and says in which one is.
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { StatusGlyph } from '../ui/status-glyph.tsx';
import { sectionAt } from './section-at.ts';

/** In the order in which they stand; each key is the id of its heading. */
const SECTIONS = [
  ['account', 'Account'],
  ['watched', 'What is watched'],
  ['notifications', 'Notifications'],
  ['appearance', 'Appearance'],
  ['start', 'Start and keys'],
  ['logs', 'Logs'],
  ['muted', 'Muted'],
  ['own-command', 'Your own command'],
  ['transfer', 'Settings as a file'],
  ['doctor', 'Doctor'],
] as const;

interface ContentsProps {
  /** The element that scrolls. */
  readonly pane: RefObject<HTMLElement | null>;
  /** The doctor has found something to look at. */
  readonly isAiling: boolean;
}

function go(id: string): void {
  const heading = document.getElementById(id);
  heading?.closest('section')?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true }); // the next Tab goes on from there
}

export function Contents({ pane, isAiling }: ContentsProps): ReactNode {
  const here = useSection(pane);
  return (
    <nav className="contents" aria-label="Sections">
      {SECTIONS.map(([id, title]) => {
        const isMarked = id === 'doctor' && isAiling;
        return (
          <button
            key={id}
            type="button"
            aria-label={isMarked ? `${title}, look at this` : undefined}
            aria-current={id === here ? 'true' : undefined}
            onClick={() => go(id)}
          >
            <span className="cut grow">{title}</span>
            {isMarked ? <StatusGlyph shape="warning" /> : null}
          </button>
        );
      })}
    </nav>
  );
}

/** The section that is read now: asked anew with each scroll. */
function useSection(pane: RefObject<HTMLElement | null>): string {
  const [here, setHere] = useState<string>(SECTIONS[0][0]);
  useEffect(() => {
    const scroller = pane.current;
    if (!scroller) return undefined;
    const look = (): void => {
      const { top } = scroller.getBoundingClientRect();
      const tops = SECTIONS.map(([id]) => (document.getElementById(id)?.getBoundingClientRect().top ?? 0) - top);
      const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
      setHere(SECTIONS[sectionAt(tops, scroller.clientHeight, left)]?.[0] ?? SECTIONS[0][0]);
    };
    scroller.addEventListener('scroll', look);
    return () => scroller.removeEventListener('scroll', look);
  }, [pane]);
  return here;
}
