// How long each part took in both runs, side by side.
import type { ReactNode } from 'react';
import type { ComparedPart } from '../../electron/model/good-run.ts';
import { durationText } from '../../electron/model/wording.ts';

/** So much longer than in the good run is worth a second look: half again, and five seconds. */
const isSlower = ({ ownMs, goodMs }: ComparedPart): boolean =>
  ownMs !== null && goodMs !== null && ownMs > goodMs * 1.5 && ownMs - goodMs > 5_000;

export function ComparePane({ parts }: { readonly parts: readonly ComparedPart[] }): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
    <section className="compare-pane" aria-label="Durations side by side" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Took</th>
            <th scope="col">this run</th>
            <th scope="col">good run</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the parts never change their order, and names repeat
            <tr key={index} className={`part-${part.kind} ${isSlower(part) ? 'slower' : ''}`}>
              <th scope="row" className="cut" title={part.name}>
                {part.name}
              </th>
              <td>{took(part.ownMs)}</td>
              <td>{took(part.goodMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const took = (ms: number | null): string => (ms === null ? '–' : durationText(ms));
