import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startEngine } from './engine-client/engine-client';
import { Lab } from './lab/Lab';
import { startLanguages } from './locales/i18n';
import { addressFromSettings, foreignPart, settingsFromAddress } from './model/address';
import { LabContext } from './panels/use-lab';
import { createLab } from './state/lab';
import './ui/tokens.css';
import './ui/global.css';

await startLanguages();

const { settings, notes } = settingsFromAddress(window.location.search);
const lab = createLab({
  startEngine,
  settings,
  notes,
  base: new URL('.', window.location.href).href,
  now: () => performance.now(),
});

// The address always says what the controls say, so that it can be passed on.
const foreign = foreignPart(window.location.search);
let written = settings;
lab.store.subscribe(({ settings: current }) => {
  if (current === written) return;
  written = current;
  const query = [addressFromSettings(current), foreign].filter(Boolean).join('&');
  const { pathname, hash } = window.location;
  window.history.replaceState(null, '', `${pathname}${query && `?${query}`}${hash}`);
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LabContext value={lab}>
      <Lab />
    </LabContext>
  </StrictMode>,
);
