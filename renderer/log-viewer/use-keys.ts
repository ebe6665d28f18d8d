// The keys of the log window, wherever the focus is (but not while something is typed).
import { useEffect } from 'react';
import type { Settings } from '../../electron/contract/settings.ts';
import type { Actions } from './actions.ts';
import { ROW_PX } from './scroll-scale.ts';
import type { ListScroll } from './list-scroll.ts';
import { searching, type ViewStore } from './view.ts';

interface KeyParts {
  readonly view: ViewStore;
  readonly actions: Actions;
  readonly list: () => ListScroll | null;
  readonly searchField: () => HTMLInputElement | null;
  readonly logSettings: () => Settings['log'];
  /** Of what is not compared there is no comparison. */
  readonly isDeployment: boolean;
}

type Act = (parts: KeyParts, event: KeyboardEvent) => void;
const scroll =
  (rows: (list: ListScroll) => number): Act =>
  ({ list }) => {
    const found = list();
    if (found) found.scrollBy(rows(found) * ROW_PX);
  };
const arrow =
  (step: 1 | -1): Act =>
  (parts, event) =>
    event.shiftKey ? parts.actions.choose(step) : scroll(() => step)(parts, event);
/** A page is what is in sight but for one row, so that the eye finds its place. */
const page = (list: ListScroll): number => Math.max(1, Math.floor(list.pagePx() / ROW_PX) - 1);

const ACTS: Readonly<Record<string, Act>> = {
  ArrowDown: arrow(1),
  ArrowUp: arrow(-1),
  PageDown: scroll(page),
  PageUp: scroll((list) => -page(list)),
  ' ': scroll(page),
  Home: ({ list }) => list()?.toStart(),
  End: ({ list }) => list()?.toEnd(),
  f: ({ actions }) => actions.follow(),
  e: ({ actions }) => actions.error(1),
  E: ({ actions }) => actions.error(-1),
  F8: ({ actions }, { shiftKey }) => actions.error(shiftKey ? -1 : 1),
  n: ({ actions }) => actions.hit(1),
  p: ({ actions }) => actions.hit(-1),
  N: ({ actions }) => actions.hit(-1),
  m: ({ actions }) => actions.mark(),
  M: ({ actions }) => actions.unmark(),
  '.': ({ actions }) => actions.goToMarker(1),
  ',': ({ actions }) => actions.goToMarker(-1),
  s: () => document.querySelector<HTMLElement>('.side .node[aria-pressed="true"]')?.focus(),
  v: ({ actions, isDeployment }) => (isDeployment ? actions.compare() : undefined),
  d: ({ actions }) => actions.goToNews(1),
  D: ({ actions }) => actions.goToNews(-1),
  w: ({ actions, logSettings }) => actions.setLog({ wrap: !logSettings().wrap }),
  Enter: ({ actions }) => actions.explain(),
  o: ({ actions }) => actions.openFirstLink(),
  l: ({ actions }) => actions.copyReference(),
  c: ({ actions }) => actions.copyIncident(),
  '/': ({ searchField }) => searchField()?.select(),
  '?': ({ view }) => view.setState((one) => ({ isKeysOpen: !one.isKeysOpen })),
  Escape: ({ view }) => {
    const { isKeysOpen, query, chosen, whole } = view.getState();
    if (whole !== null) view.setState({ whole: null });
    else if (isKeysOpen) view.setState({ isKeysOpen: false });
    else if (chosen) view.setState({ chosen: null });
    else if (query.text !== '') view.setState((one) => searching(one, { text: '' }));
    else window.close();
  },
};

const isTyping = ({ target }: KeyboardEvent): boolean => target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
/** A focused button has its own Enter and space. */
const isPressing = ({ target, key }: KeyboardEvent): boolean => target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ');

/** The keys that make the text larger, smaller, and as it was; by what they say, so that it holds on every layout. */
function sizeStep({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): 1 | -1 | 0 | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key === '+' || key === '=') return 1;
  return key === '-' ? -1 : key === '0' ? 0 : null;
}

/** Listens as long as the window is drawn. `parts` must keep its identity. */
export function useKeys(parts: KeyParts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const size = sizeStep(event);
      if (size !== null) parts.actions.resize(size);
      const isFind = event.key === 'f' && (event.ctrlKey || event.metaKey);
      if (isFind) parts.searchField()?.select();
      const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey) && !isTyping(event);
      if (isAll) parts.actions.chooseAll();
      const isOther = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
      if (isFind || isAll || size !== null) event.preventDefault();
      if (isOther || isTyping(event) || isPressing(event)) return;
      const act = Object.hasOwn(ACTS, event.key) ? ACTS[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act(parts, event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [parts]);
}
