import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startEngine } from './engine-client/engine-client';
import { startLanguages } from './locales/i18n';
import { settingsFromAddress } from './model/address';
import { keepAddress } from './page/address-bar';
import { Lab } from './page/Page';
import { RESULT_PANELS } from './page/panel-registry';
import { LabContext } from './panels/shared/use-lab';
import { createLab } from './state/lab';
import { viewFromAddress } from './state/selection/selection-address';
import { openKeepStore } from './storage/keep-store';
import { openOwnDigitStore } from './storage/own-digit-store';
import { openSpeedStore } from './storage/speed-store';
import './ui/tokens.css';
import './ui/global.css';

await startLanguages();

const panels = RESULT_PANELS.map(({ id }) => id);
const { settings, notes } = settingsFromAddress(window.location.search);
const lab = createLab({
  startEngine,
  settings,
  notes,
  view: viewFromAddress(window.location.search, panels),
  base: new URL('.', window.location.href).href,
  now: () => performance.now(),
  digitStore: openOwnDigitStore(),
  speedStore: openSpeedStore(),
  keepStore: openKeepStore(),
});

keepAddress(lab.store, lab.actions, panels);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LabContext value={lab}>
      <Lab />
    </LabContext>
  </StrictMode>,
);
