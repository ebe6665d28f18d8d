// A field for a secret and the button that sends it. The secret lives in the field alone, and not even there once it is sent.
import { useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';

interface SecretFormProps {
  readonly label: string;
  readonly action: string;
  readonly isBusy: boolean;
  /** What was sent last was not accepted; `describedBy` names the element that says why. */
  readonly isWrong: boolean;
  readonly describedBy: string;
  readonly onSend: (secret: string) => void;
}

export function SecretForm({ label, action, isBusy, isWrong, describedBy, onSend }: SecretFormProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      className="secret-form"
      onSubmit={(event) => {
        event.preventDefault();
        const secret = field.current?.value ?? '';
        if (isBusy) return;
        if (field.current) field.current.value = '';
        onSend(secret);
      }}
    >
      <input
        ref={field}
        className="field mono"
        type="password"
        placeholder={label}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? describedBy : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" look="primary" disabled={isBusy}>
        {action}
      </Button>
    </form>
  );
}
