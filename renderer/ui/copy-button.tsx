// A button that copies and says that it has.
import { useEffect, useState, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  /** What is copied, in a word or two: "service id". */
  readonly what: string;
  readonly onCopy: () => void;
}
const SAID_MS = 2_000;

export function CopyButton({ what, onCopy }: CopyButtonProps): ReactNode {
  const [isSaid, setIsSaid] = useState(false);
  useEffect(() => {
    if (!isSaid) return undefined;
    const timer = setTimeout(() => setIsSaid(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isSaid]);
  return (
    <>
      <button
        type="button"
        className="icon-button"
        title={`Copy the ${what}`}
        aria-label={`Copy the ${what}`}
        onClick={() => {
          onCopy();
          setIsSaid(true);
        }}
      >
        <Icon name={isSaid ? 'check' : 'copy'} />
      </button>
      <span className="unseen" role="status">
        {isSaid ? 'Copied' : ''}
      </span>
    </>
  );
}
