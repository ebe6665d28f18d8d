// The tray's drawings: what each status looks like at 16 and at 22 px (two drawings, not one scaled), and its colours.
// Bright fill, near-black edge, white mark: a dark panel shows the fill, a light one fill and edge, a mid-grey one edge and
// mark. So one set serves panels whose colour nobody can ask. Rings sit on a deep plate of their hue for the same reason.

/** @typedef {{ d?: string, w?: number, dot?: number[], box?: number[], dash?: string }} Stroke */
/** @typedef {{ hue: keyof typeof HUES, body?: string, ring?: Stroke, mark?: Stroke }} Drawing */

/** Fill of middle lightness (4:1 on a dark panel), the deep plate, the near-black edge. */
export const HUES = {
  green: { fill: '#2c9e5b', deep: '#11472a', edge: '#06230f' },
  orange: { fill: '#dd7a10', deep: '#5c3000', edge: '#2e1600' },
  red: { fill: '#e5504a', deep: '#6a1512', edge: '#350605' },
  blue: { fill: '#4486f2', deep: '#12397f', edge: '#06193c' },
  grey: { fill: '#8b9099', deep: '#454951', edge: '#15171a' },
};

const RING_16 = 'M1.5 8a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0';
const ARC_16 = 'M12.6 3.4A6.5 6.5 0 1 0 14.5 8';
const RING_22 = 'M2.25 11a8.75 8.75 0 1 0 17.5 0 8.75 8.75 0 1 0-17.5 0';
const ARC_22 = 'M17.2 4.8A8.75 8.75 0 1 0 19.75 11';

/** By drawing size: strokes in px, the badges' places, and one drawing for each status. */
export const SIZES = {
  16: {
    edge: 1,
    halo: 1.25,
    thin: 1.5,
    plate: 5.75,
    failed: { at: [12.9, 3.1], r: 3.1, gap: 4.25 },
    clock: { at: [12.25, 12.25], r: 3.75, gap: 4.75, hands: 'M12 10V12.5H14', w: 1.1 },
    /** @type {Record<string, Drawing>} */
    statuses: {
      running: { hue: 'green', body: '<circle cx="8" cy="8" r="6.75"/>', mark: { d: 'M5 8.25 7.15 10.4 11.1 6', w: 2 } },
      warning: { hue: 'orange', body: '<path d="M8 1.75 14.75 14H1.25Z"/>', mark: { d: 'M8 6v3.25', w: 2, dot: [8, 11.9, 1.05] } },
      error: {
        hue: 'red',
        body: '<path d="M5.2 1.25h5.6l3.95 3.95v5.6l-3.95 3.95H5.2L1.25 10.8V5.2Z"/>',
        mark: { d: 'm5.5 5.5 5 5m0-5-5 5', w: 2 },
      },
      starting: { hue: 'blue', ring: { d: ARC_16, w: 2 }, mark: { d: 'M8 10.75V5.75M5.75 7.5 8 5.25l2.25 2.25', w: 1.75 } },
      stopping: { hue: 'blue', ring: { d: ARC_16, w: 2 }, mark: { d: 'M8 5.25v5M5.75 8.5 8 10.75l2.25-2.25', w: 1.75 } },
      stopped: { hue: 'grey', ring: { d: RING_16, w: 1.75 }, mark: { box: [5.5, 5.5, 5] } },
      unknown: {
        hue: 'grey',
        ring: { d: RING_16, w: 1.75, dash: '3.1 2.006' },
        mark: { d: 'M6.3 6.4a1.75 1.75 0 1 1 2.65 1.5c-.65.4-.95.75-.95 1.35', w: 1.6, dot: [8, 11.5, 1] },
      },
      empty: { hue: 'grey', ring: { d: RING_16, w: 1.75 } },
    },
  },
  22: {
    edge: 1.25,
    halo: 1.5,
    thin: 1.75,
    plate: 8,
    failed: { at: [17.5, 4.5], r: 4, gap: 5.5 },
    clock: { at: [16.5, 16.5], r: 5, gap: 6.25, hands: 'M16.5 13.75V16.75H18.75', w: 1.5 },
    /** @type {Record<string, Drawing>} */
    statuses: {
      running: { hue: 'green', body: '<circle cx="11" cy="11" r="9"/>', mark: { d: 'M6.9 11.35 9.8 14.25 15.2 8.2', w: 2.5 } },
      warning: { hue: 'orange', body: '<path d="M11 2.25 20.25 19H1.75Z"/>', mark: { d: 'M11 8.25v4.5', w: 2.5, dot: [11, 16.1, 1.4] } },
      error: {
        hue: 'red',
        body: '<path d="M7.2 1.75h7.6l5.45 5.45v7.6l-5.45 5.45H7.2L1.75 14.8V7.2Z"/>',
        mark: { d: 'm7.5 7.5 7 7m0-7-7 7', w: 2.5 },
      },
      starting: { hue: 'blue', ring: { d: ARC_22, w: 2.25 }, mark: { d: 'M11 15.25V7.5M7.5 10.65 11 7.15l3.5 3.5', w: 2.25 } },
      stopping: { hue: 'blue', ring: { d: ARC_22, w: 2.25 }, mark: { d: 'M11 6.75v7.75M7.5 11.35 11 14.85l3.5-3.5', w: 2.25 } },
      stopped: { hue: 'grey', ring: { d: RING_22, w: 2 }, mark: { box: [7.5, 7.5, 7] } },
      unknown: {
        hue: 'grey',
        ring: { d: RING_22, w: 2, dash: '4 2.872' },
        mark: { d: 'M8.7 8.9a2.35 2.35 0 1 1 3.55 2.05c-.85.5-1.25.95-1.25 1.8', w: 2, dot: [11, 15.6, 1.3] },
      },
      empty: { hue: 'grey', ring: { d: RING_22, w: 2 } },
    },
  },
};
