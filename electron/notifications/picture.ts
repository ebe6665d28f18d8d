// A picture's pixels, as the notification service of a Linux desktop takes them.

/** Row by row: red, green, blue, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

/** From Electron's bitmap: blue, green, red, alpha, the colours multiplied by their alpha. */
export function pictureFrom(bitmap: Buffer, { width, height }: { readonly width: number; readonly height: number }): Picture {
  const rgba = Buffer.from(bitmap);
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const alpha = bitmap[at + 3] ?? 0;
    const whole = (value = 0): number => (alpha === 0 ? 0 : Math.min(255, Math.round((value * 255) / alpha)));
    [rgba[at], rgba[at + 1], rgba[at + 2]] = [whole(bitmap[at + 2]), whole(bitmap[at + 1]), whole(bitmap[at])];
  }
  return { width, height, rgba };
}
