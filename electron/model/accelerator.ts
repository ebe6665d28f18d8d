// Keys that work from anywhere, as Electron writes them ("Control+Alt+Q"): made of a key press, checked, and said. Pure.

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Super'] as const;
const KEY = /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert)$/;

/** The part of a browser's key event that is used. */
export interface Press {
  /** The place of the key on the keyboard, e.g. `KeyQ`: with Alt held, `key` may be another letter. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

function keyOf(code: string): string {
  return code.replace(/^(Key|Digit|Arrow)(?=\w)/, '');
}

/** Whether these are keys that may be taken from every other program: one key with Control, Alt or Super at least. */
export function isAccelerator(text: string): boolean {
  const parts = text.split('+');
  const [held, key = ''] = [parts.slice(0, -1), parts.at(-1)];
  const inOrder = MODIFIERS.filter((one) => held.includes(one));
  return KEY.test(key) && inOrder.join('+') === held.join('+') && inOrder.some((one) => one !== 'Shift');
}

/** The keys of this press; null when they may not be taken, or while only modifiers are down. */
export function acceleratorOf({ code, ctrlKey, altKey, shiftKey, metaKey }: Press): string | null {
  const isHeld = { Control: ctrlKey, Alt: altKey, Shift: shiftKey, Super: metaKey };
  const text = [...MODIFIERS.filter((one) => isHeld[one]), keyOf(code)].join('+');
  return isAccelerator(text) ? text : null;
}

/** The keys as they are written on a keyboard: "Ctrl", "Alt", "Q". */
export function keyWords(accelerator: string): readonly string[] {
  return accelerator.split('+').map((key) => (key === 'Control' ? 'Ctrl' : key));
}
