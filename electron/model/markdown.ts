// Text within Markdown that says what it says and nothing else.

/** One line of Markdown. */
export function inlineMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`)
    .trim();
}
