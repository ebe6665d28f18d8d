// What a person should know beside the statuses: no notifications here, a settings file that was set aside. Each until hidden.
import { useState, type ReactNode } from 'react';
import type { Problem } from '../../electron/model/problem.ts';
import { problemText } from '../../electron/model/wording-problem.ts';
import { Button } from '../ui/button.tsx';
import { StatusGlyph } from '../ui/status-glyph.tsx';

export function Hints({ hints }: { readonly hints: readonly Problem[] }): ReactNode {
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const texts = hints.map((hint) => problemText(hint));
  // What was hidden and is over is told again when it comes again.
  const stillHidden = hidden.filter((text) => texts.includes(text));
  if (stillHidden.length < hidden.length) setHidden(stillHidden);
  return texts
    .filter((text) => !hidden.includes(text))
    .map((text) => (
      <div key={text} className="notice hint" role="status">
        <StatusGlyph shape="warning" />
        <p className="grow">{text}</p>
        <Button size="small" onClick={() => setHidden([...hidden, text])}>
          Hide
        </Button>
      </div>
    ));
}
