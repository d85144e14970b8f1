import { type ComponentType, createContext } from 'react';

/** What stands behind each table, told its name; nothing unless the page says so. */
export const TableFoot = createContext<ComponentType<{ readonly name: string }> | undefined>(undefined);
