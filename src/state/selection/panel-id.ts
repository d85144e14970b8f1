/**
 * What of the results is open, by the word that the address has for it (`?panel=why`): a panel, or several of them
 * together on the overview.
 */
export const PANEL_IDS = [
  'overview',
  'learning-curves',
  'confusion-matrix',
  'classification-report',
  'conclusions',
  'misclassified',
  'walk',
  'activation-maps',
  'filters',
  'why',
  'interventions',
  'projection',
  'inspector',
  'data-browser',
  'test-image',
  'own-digits',
  'runs',
  'sweeps',
  'library',
  'take-away',
  'as-reported',
  'lessons',
  'report',
] as const;

export type PanelId = (typeof PANEL_IDS)[number];
