import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { SaveTable } from '../panels/shared/save-table';
import { HintAtPlace } from '../ui/hint-place';
import { TableFoot } from '../ui/table-foot';
import { HintAt } from './hints/Hint';
import { HintsContext, useHints } from './hints/use-hints';

/** What the page puts into panels: its language, a foot behind their tables, hints at their places. */
export function PageParts({ children }: { readonly children: ReactNode }) {
  const hints = useHints();
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={i18n.language}>
      <TableFoot value={SaveTable}>
        <HintAtPlace value={HintAt}>
          <HintsContext value={hints}>{children}</HintsContext>
        </HintAtPlace>
      </TableFoot>
    </I18nProvider>
  );
}
