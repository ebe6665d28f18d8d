// PURE. A growing list of whole numbers in a typed array. Adding returns a new value that shares the room behind it: the older
// value stays what it was, as long as only the newest is added to.
export interface Numbers {
  readonly room: Uint32Array;
  readonly count: number;
}

/** An empty list. */
export const noNumbers = (): Numbers => ({ room: new Uint32Array(64), count: 0 });

/** The list with `count` places more at its end, still to be set in `room`. */
export function withRoomFor({ room, count }: Numbers, more: number): Numbers {
  if (count + more <= room.length) return { room, count: count + more };
  const bigger = new Uint32Array(Math.max(count + more, room.length * 2));
  bigger.set(room.subarray(0, count));
  return { room: bigger, count: count + more };
}

/** The list with one number more. */
export function withNumber(list: Numbers, number: number): Numbers {
  const next = withRoomFor(list, 1);
  next.room[list.count] = number;
  return next;
}

/** How many numbers of an ascending list are smaller than `number`: the place of the first that is not. */
export function placeOf({ room, count }: Numbers, number: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((room[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
