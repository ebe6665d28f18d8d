// A button that copies and says that it has.
import { useEffect, useState, type ReactNode } from 'react';
import { Button, IconButton } from './button.tsx';

interface CopyButtonProps {
  /** What is copied, in a word or two: "service id". */
  readonly what: string;
  /** With words beside the icon; they are its name where it has none. */
  readonly hasWords?: boolean;
  readonly onCopy: () => void;
}
const SAID_MS = 2_000;

export function CopyButton({ what, hasWords = false, onCopy }: CopyButtonProps): ReactNode {
  const [isSaid, setIsSaid] = useState(false);
  useEffect(() => {
    if (!isSaid) return undefined;
    const timer = setTimeout(() => setIsSaid(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isSaid]);
  const name = `Copy the ${what}`;
  const icon = isSaid ? 'check' : 'copy';
  const copy = (): void => {
    onCopy();
    setIsSaid(true);
  };
  return (
    <>
      {hasWords ? (
        <Button size="small" icon={icon} onClick={copy}>
          {name}
        </Button>
      ) : (
        <IconButton icon={icon} name={name} onClick={copy} />
      )}
      <span className="unseen" role="status">
        {isSaid ? 'Copied' : ''}
      </span>
    </>
  );
}
