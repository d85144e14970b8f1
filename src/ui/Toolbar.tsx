import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

interface ToolbarProps {
  /** `end`: where labels stand above some of the controls. */
  readonly align?: 'center' | 'end';
  readonly role?: 'group' | 'alert';
  readonly 'aria-label'?: string;
  readonly children: ReactNode;
}

/** Controls in a row, in as many lines as they need. */
export const Toolbar = ({ align = 'center', ...props }: ToolbarProps) => (
  <div className={styles.toolbar} data-align={align} {...props} />
);
