import type { MouseEvent, ReactNode } from 'react';
import styles from './Button.module.css';

export type Press = MouseEvent<HTMLButtonElement>;

interface ButtonProps {
  /** `primary`: the one thing to do here. */
  readonly variant?: 'primary' | 'plain';
  /** Keeps the focus, so that a button that disables itself does not throw the keyboard back to the page's top. */
  readonly isDisabled?: boolean;
  /** For a button that is switched on and off. */
  readonly isPressed?: boolean;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly onPress: (press: Press) => void;
  readonly children: ReactNode;
}

export function Button({ variant = 'plain', isDisabled = false, isPressed, onPress, ...props }: ButtonProps) {
  return (
    <button
      {...props}
      type="button"
      className={`${styles.button} ${styles[variant] ?? ''}`}
      aria-disabled={isDisabled}
      aria-pressed={isPressed}
      onClick={(press) => {
        if (!isDisabled) onPress(press);
      }}
    />
  );
}
