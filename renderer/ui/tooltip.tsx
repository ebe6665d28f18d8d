// A sentence about the thing under the pointer (after 500 ms) or under the keyboard's focus (at once). Escape puts it away; the
// pointer may move onto it. Its text is made only when it shows.
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { createPortal } from 'react-dom';
import { placedBelow, type Placed } from './placed.ts';

const SHOW_MS = 500;
const HIDE_MS = 120;

/** What the element that is explained must carry. */
interface TooltipProps {
  readonly 'aria-describedby': string | undefined;
  readonly onPointerEnter: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}
interface Tooltip {
  readonly props: TooltipProps;
  /** Draw it anywhere in the component. */
  readonly tip: ReactNode;
  /** Shows it at once, e.g. on a click. */
  readonly show: (anchor: HTMLElement) => void;
}

/** Explains one element by `text`. */
export function useTooltip(text: () => string): Tooltip {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = useCallback((next: HTMLElement | null, ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(next), ms);
  }, []);
  const at = useCallback((next: HTMLElement | null) => {
    clearTimeout(timer.current);
    setAnchor(next);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    props: {
      'aria-describedby': anchor ? id : undefined,
      onPointerEnter: (event) => later(event.currentTarget, SHOW_MS),
      onPointerLeave: () => later(null, HIDE_MS),
      onFocus: (event) => {
        if (event.currentTarget.matches(':focus-visible')) at(event.currentTarget);
      },
      onBlur: () => at(null),
    },
    show: at,
    tip: anchor ? (
      <Tip id={id} anchor={anchor} text={text()} keep={() => at(anchor)} leave={() => later(null, HIDE_MS)} close={() => at(null)} />
    ) : null,
  };
}

interface TipProps {
  readonly id: string;
  readonly anchor: HTMLElement;
  readonly text: string;
  readonly keep: () => void;
  readonly leave: () => void;
  readonly close: () => void;
}
function Tip({ id, anchor, text, keep, leave, close }: TipProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Placed | null>(null);
  useLayoutEffect(() => {
    const size = box.current?.getBoundingClientRect();
    if (size) setPlace(placedBelow(anchor.getBoundingClientRect(), size, { width: window.innerWidth, height: window.innerHeight }));
  }, [anchor]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    };
    // Before anyone else: Escape puts the nearest thing away, and that is the tooltip.
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('scroll', close, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('scroll', close, { capture: true });
    };
  }, [close]);
  return createPortal(
    <div
      ref={box}
      id={id}
      role="tooltip"
      className="tip"
      style={place ? { left: place.left, top: place.top } : { visibility: 'hidden' }}
      onPointerEnter={keep}
      onPointerLeave={leave}
    >
      {text}
    </div>,
    document.body,
  );
}
