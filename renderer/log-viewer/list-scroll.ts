// Where the list stands: at its end while following, else at a line that keeps its place whatever comes, leaves or unfolds.
// Lives as long as its list; the element that scrolls is handed to it once it is drawn.
import type { KeptLog } from './kept-log.ts';
import { lineAtRow, rowOfLine, type Layout } from './lines.ts';
import type { LogStore } from './log-store.ts';
import { endPx, positionOf, ROW_PX, scrollScale, scrollTopOf, type ScrollScale } from './scroll-scale.ts';
import { following, paused, type ViewStore } from './view.ts';

/** A line and how far the top of the view is below the line's first row. */
interface Anchor {
  readonly number: number;
  readonly offsetPx: number;
}
function anchorAt(layout: Layout, log: KeptLog, px: number): Anchor {
  const number = lineAtRow(layout, Math.floor(px / ROW_PX)) ?? log.first;
  return { number, offsetPx: px - rowOfLine(layout, log, number) * ROW_PX };
}

/** Share of the view that stays above a line which is shown. */
const ABOVE = 0.3;

export class ListScroll {
  readonly #store: LogStore['store'];
  readonly #view: ViewStore;
  readonly #moved: (scrollTop: number) => void;
  #element: HTMLElement | null = null;
  #anchor: Anchor = { number: 0, offsetPx: 0 };
  /** Where we scrolled the element to: any other place is the person's doing. */
  #placedTop = 0;
  /** Height of what was in sight then. */
  #placedPx = 0;

  /** `moved` is told the element's scroll position whenever it may have changed. */
  constructor(log: LogStore, view: ViewStore, moved: (scrollTop: number) => void) {
    this.#store = log.store;
    this.#view = view;
    this.#moved = moved;
  }

  attach(element: HTMLElement | null): void {
    this.#element = element;
  }

  /** Puts the element where the list stands. To be called after every change of rows or size. */
  place(): void {
    const [box, scale] = [this.#element, this.#scale()];
    if (!box) return;
    const { layout, log } = this.#store.getState();
    const anchorPx = rowOfLine(layout, log, this.#anchor.number) * ROW_PX + this.#anchor.offsetPx;
    box.scrollTop = scrollTopOf(scale, this.#view.getState().isFollowing ? endPx(scale) : anchorPx);
    [this.#placedTop, this.#placedPx] = [box.scrollTop, box.clientHeight];
    this.#moved(box.scrollTop);
  }

  /** Stands at a line, with some of what came before it above. */
  show(number: number): void {
    const { end } = this.#store.getState().log;
    this.#view.setState((one) => paused(one, end));
    this.#anchor = { number, offsetPx: -Math.floor((this.pagePx() * ABOVE) / ROW_PX) * ROW_PX };
    this.place();
  }
  /** Number of the line at the top of the view. */
  lineAtTop(): number | null {
    return lineAtRow(this.#store.getState().layout, Math.ceil(this.#here() / ROW_PX));
  }
  isInSight(number: number): boolean {
    const { layout, log } = this.#store.getState();
    const topPx = rowOfLine(layout, log, number) * ROW_PX - this.#here();
    return topPx >= 0 && topPx < this.pagePx();
  }
  /** Scrolls as little as is needed to have the line in sight. */
  reveal(number: number): void {
    const { layout, log } = this.#store.getState();
    const top = rowOfLine(layout, log, number) * ROW_PX;
    const [here, page] = [this.#here(), this.pagePx()];
    if (top < here) this.#goTo(top);
    else if (top + ROW_PX > here + page) this.#goTo(top + ROW_PX - page);
  }
  scrollBy(px: number): void {
    this.#goTo(this.#here() + px);
  }
  toStart(): void {
    this.#goTo(0);
  }
  toEnd(): void {
    this.#goTo(Number.POSITIVE_INFINITY);
  }
  /** Height of what is in sight, in px. */
  pagePx(): number {
    return this.#element?.clientHeight ?? 0;
  }
  focus(): void {
    this.#element?.focus();
  }
  /** Leaves the end and stands where the list stands now. */
  pause(): void {
    this.#pauseAt(this.#here());
  }

  /** The element was scrolled, by us or by the person. */
  onScroll(): void {
    // A window that was resized moves its list by itself; that is not the person who scrolls.
    if (this.pagePx() !== this.#placedPx) return this.place();
    const [top, before] = [this.#element?.scrollTop ?? 0, this.#placedTop];
    this.#moved(top);
    if (Math.abs(top - before) < 1) return;
    this.#placedTop = top;
    if (top > before && this.#here() >= endPx(this.#scale()) - ROW_PX) this.#follow();
    else this.pause();
  }
  /** Before the wheel has moved anything: else a busy log would pull the list back to its end. */
  onWheel(deltaY: number): void {
    if (deltaY < 0 && endPx(this.#scale()) > 0 && this.#view.getState().isFollowing) this.pause();
  }

  #scale(): ScrollScale {
    return scrollScale(this.#store.getState().layout.rows, this.pagePx());
  }
  #here(): number {
    return positionOf(this.#scale(), this.#element?.scrollTop ?? 0);
  }
  #follow(): void {
    this.#view.setState((one) => ({ ...following(one), isSettled: true, sought: null }));
  }
  #pauseAt(px: number): void {
    const { log, layout } = this.#store.getState();
    this.#anchor = anchorAt(layout, log, px);
    this.#view.setState((one) => ({ ...paused(one, log.end), isSettled: true, sought: null }));
  }
  #goTo(px: number): void {
    if (px >= endPx(this.#scale())) this.#follow();
    else this.#pauseAt(Math.max(0, px));
    this.place();
  }
}
