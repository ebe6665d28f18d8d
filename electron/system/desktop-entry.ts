// The text of a freedesktop.org entry that starts a program. Needs no Electron.
// https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html

/** An argument in quotes: within them these four are escaped; then the whole line's backslashes, and `%` marks a field. */
function quoted(argument: string): string {
  return `"${argument.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`.replaceAll('\\', '\\\\').replaceAll('%', '%%');
}

/** An entry that starts `command` (the program first) when its person signs in. Names are one line. */
export function autostartEntry(name: string, command: readonly string[]): string {
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether an entry is there and not switched off by the desktop's own settings. */
export function isStarting(entry: string | null): boolean {
  return entry !== null && !/^\s*(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(entry);
}
