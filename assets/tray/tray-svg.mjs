// Composes one tray icon as SVG out of the drawings: a status, in colour or as a template, with a badge for a failed
// deployment (top right) and a clock for old data (bottom right). Badges are cut out with a clear gap, not drawn on.
// Old data is drained: outlines instead of fills. Good news turns grey then, bad news keeps its hue: nothing is green that is
// not known to be so now, and no failure is hidden. Templates have black (or, light ones, white) and clear only; drained there
// means hollow.
import { HUES, SIZES } from './drawings.mjs';

const ROUND = 'stroke-linecap="round" stroke-linejoin="round"';
const BADGE_RED = '#f0554e';
const CLOCK_FACE = '#f4f5f7';

/** Every status that has a drawing. */
export const STATUSES = Object.keys(SIZES[22].statuses);

/** Every icon: its name (`running`, `error-failed-stale` …) and what it shows. */
export const VARIANTS = STATUSES.flatMap((status) =>
  [false, true].flatMap((failed) =>
    [false, true].map((stale) => ({ name: `${status}${failed ? '-failed' : ''}${stale ? '-stale' : ''}`, status, failed, stale })),
  ),
);

const disc = ([x, y], r, colour) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;
const withAttributes = (body, attributes) => body.replace('/>', ` ${attributes}/>`);
const smaller = (pen) =>
  `transform="translate(${pen.mid} ${pen.mid}) scale(${1 - pen.edge / pen.size}) translate(${-pen.mid} ${-pen.mid})"`;

function cutOut(id, size, holes, shape) {
  const area = `<rect width="${size}" height="${size}" fill="#fff"/>`;
  return `<mask id="${id}" maskUnits="userSpaceOnUse" x="0" y="0" width="${size}" height="${size}">${area}${holes}</mask><g mask="url(#${id})">${shape}</g>`;
}

function markShape(mark, colour) {
  if (!mark) return '';
  if (mark.box) {
    const [x, y, side] = mark.box;
    return `<rect x="${x}" y="${y}" width="${side}" height="${side}" rx="0.75" fill="${colour}"/>`;
  }
  const dot = mark.dot ? disc(mark.dot, mark.dot[2], colour) : '';
  return `<path d="${mark.d}" stroke="${colour}" stroke-width="${mark.w}" ${ROUND}/>${dot}`;
}

function ringShape(ring, colour, grow = 0) {
  const ends = ring.dash ? `stroke-dasharray="${ring.dash}"` : ROUND;
  return `<path d="${ring.d}" stroke="${colour}" stroke-width="${ring.w + grow}" ${ends}/>`;
}

function ringIcon(drawing, pen, tone) {
  const ink = pen.isTemplate ? pen.ink : tone.fill;
  const mark = markShape(drawing.mark, pen.isTemplate ? pen.ink : '#fff');
  if (pen.isTemplate) return ringShape(drawing.ring, ink) + mark;
  const plate = drawing.mark ? disc([pen.mid, pen.mid], pen.plate, tone.deep) : '';
  return ringShape(drawing.ring, tone.edge, pen.halo) + plate + ringShape(drawing.ring, ink) + mark;
}

function filledIcon({ body, mark }, pen, tone) {
  if (pen.isTemplate) {
    const shape = withAttributes(body, `fill="${pen.ink}" stroke="${pen.ink}" stroke-width="${pen.edge}" stroke-linejoin="round"`);
    return cutOut('mark', pen.size, markShape(mark, '#000'), shape);
  }
  const edge = withAttributes(body, `fill="${tone.edge}" stroke="${tone.edge}" stroke-width="${pen.edge * 1.5}" stroke-linejoin="round"`);
  const fill = withAttributes(body, `fill="${tone.fill}" stroke="${tone.fill}" stroke-width="0.4" stroke-linejoin="round" ${smaller(pen)}`);
  return edge + fill + markShape(mark, '#fff');
}

function hollowIcon({ body, mark }, pen, tone) {
  const thinMark = { ...mark, w: mark.w - 0.25 };
  const outline = `stroke-width="${pen.thin}" stroke-linejoin="round"`;
  if (pen.isTemplate) return withAttributes(body, `stroke="${pen.ink}" ${outline}`) + markShape(thinMark, pen.ink);
  const width = pen.thin + pen.halo;
  const plate = withAttributes(body, `fill="${tone.deep}" stroke="${tone.edge}" stroke-width="${width}" stroke-linejoin="round"`);
  return plate + withAttributes(body, `stroke="${tone.fill}" ${outline} ${smaller(pen)}`) + markShape(thinMark, '#fff');
}

function statusShape(drawing, pen, stale) {
  const isGoodNews = drawing.hue === 'green' || drawing.hue === 'blue';
  const tone = HUES[stale && isGoodNews ? 'grey' : drawing.hue];
  if (drawing.ring) return ringIcon(drawing, pen, tone);
  return stale ? hollowIcon(drawing, pen, tone) : filledIcon(drawing, pen, tone);
}

function failedBadge({ failed, edge, isTemplate, ink }) {
  if (isTemplate) return disc(failed.at, failed.r, ink);
  return disc(failed.at, failed.r, HUES.red.edge) + disc(failed.at, failed.r - edge * 0.6, BADGE_RED);
}

function clockBadge({ clock, edge, size, isTemplate, ink }) {
  const hands = (colour) => `<path d="${clock.hands}" stroke="${colour}" stroke-width="${clock.w}" ${ROUND}/>`;
  if (isTemplate) return cutOut('hands', size, hands('#000'), disc(clock.at, clock.r, ink));
  return disc(clock.at, clock.r, HUES.grey.edge) + disc(clock.at, clock.r - edge * 0.6, CLOCK_FACE) + hands(HUES.grey.edge);
}

/**
 * One tray icon as SVG text; `size` names the drawing (16 or 22), `style` its colours.
 * @param {{ size: 16 | 22, style: 'colour' | 'template' | 'light', status: string, failed: boolean, stale: boolean }} wanted
 */
export function traySvg({ size, style, status, failed, stale }) {
  const { statuses, ...strokes } = SIZES[size];
  const pen = { ...strokes, size, mid: size / 2, isTemplate: style !== 'colour', ink: style === 'light' ? '#fff' : '#000' };
  const gaps = (failed ? disc(pen.failed.at, pen.failed.gap, '#000') : '') + (stale ? disc(pen.clock.at, pen.clock.gap, '#000') : '');
  const shape = statusShape(statuses[status], pen, stale);
  const badges = (failed ? failedBadge(pen) : '') + (stale ? clockBadge(pen) : '');
  const drawn = (gaps ? cutOut('gap', size, gaps, shape) : shape) + badges;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" fill="none">${drawn}</svg>`;
}
