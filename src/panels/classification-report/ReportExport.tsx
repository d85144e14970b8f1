import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../metrics/report';
import { reportCsv } from '../../metrics/report-csv';
import { reportText } from '../../metrics/report-text';
import type { Part } from '../../protocol/data/images';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copy-text';
import { Toolbar } from '../../ui/Toolbar';
import { saveText } from '../shared/save-text';
import { useClassNames } from '../shared/use-class-names';

interface ReportExportProps {
  readonly report: Report;
  readonly part: Part;
}

/** The report to take along: as scikit-learn writes it, or for a spreadsheet. */
export function ReportExport({ report, part }: ReportExportProps) {
  const { t } = useTranslation('translation', { keyPrefix: 'panels.classification-report' });
  const [copied, setCopied] = useState<{ report: Report; worked: boolean }>();
  const names = useClassNames();
  const name = `classification-report-${part}`;
  const copy = async () => {
    const worked = await copyText(reportText(report, names));
    setCopied({ report, worked });
  };
  return (
    <Toolbar>
      <Button onPress={() => void copy()}>{t('copy')}</Button>
      <Button onPress={() => saveText(`${name}.csv`, 'text/csv', reportCsv(report, names))}>
        {t('csv')}
      </Button>
      <Button onPress={() => saveText(`${name}.txt`, 'text/plain', reportText(report, names))}>
        {t('text')}
      </Button>
      <span role="status">{copied?.report === report && t(copied.worked ? 'copied' : 'notCopied')}</span>
    </Toolbar>
  );
}
