// A place on the screen, in pixels that do not depend on the display's scale.

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
