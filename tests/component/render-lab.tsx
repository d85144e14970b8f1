import { type ReactNode, StrictMode } from 'react';
import { render } from 'vitest-browser-react';
import { fetchPanelTexts, startLanguages } from '../../src/locales/i18n';
import { LabContext } from '../../src/panels/shared/use-lab';
import type { FakeLab } from '../fixtures/fake-lab';
import '../../src/ui/tokens.css';
import '../../src/ui/global.css';

await startLanguages();
await fetchPanelTexts();

/** Shows panels, or anything else that reads the lab, as the page would: same language, same styles, strict. */
export const renderLab = (lab: FakeLab, children: ReactNode) =>
  render(
    <StrictMode>
      <LabContext value={lab}>{children}</LabContext>
    </StrictMode>,
  );
