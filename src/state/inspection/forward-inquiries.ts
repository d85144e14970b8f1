import type { EngineCommands, Inquiries } from '../../protocol/engine-api';

/** Passes each question on to the engine of the moment in which it is asked. */
export const forwardInquiries = (commands: () => EngineCommands): Inquiries => ({
  images: (...which) => commands().images(...which),
  previewAugmentation: (...which) => commands().previewAugmentation(...which),
  labels: (...which) => commands().labels(...which),
  summary: (...which) => commands().summary(...which),
  cancelSummary: () => commands().cancelSummary(),
  weights: (...which) => commands().weights(...which),
  weightedSums: (...which) => commands().weightedSums(...which),
  attribution: (...which) => commands().attribution(...which),
  deadUnits: () => commands().deadUnits(),
  projection: (...which) => commands().projection(...which),
  cancelProjection: () => commands().cancelProjection(),
  neighbours: (...which) => commands().neighbours(...which),
  cancelNeighbours: (...which) => commands().cancelNeighbours(...which),
  looksLikeDigit: (...which) => commands().looksLikeDigit(...which),
  readImages: (...which) => commands().readImages(...which),
});
