import { useCallback, useEffect } from 'react';
import type { Part } from '../../protocol/data/images';
import type { Inquiries } from '../../protocol/engine-api';
import type { ImageSummary } from '../../protocol/inspect';
import { type Inquiry, useInquiry } from '../shared/use-inquiry';
import { useInquiries, useLab } from '../shared/use-lab';

/** What the images of a part are; asked again when there are other data. Nothing while there are none. */
export function useSummary(part: Part): Inquiry<ImageSummary> {
  const inquiries = useInquiries();
  const isThere = useLab(({ dataset }) => dataset.status === 'ready');
  const version = useLab((state) => state.dataVersion);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data are another question
  const question = useCallback((engine: Inquiries) => engine.summary(part), [part, version]);
  // What is under way then is about images that nobody looks at any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is what is given up
  useEffect(() => () => void inquiries.cancelSummary().catch(() => undefined), [inquiries, question]);
  return useInquiry(isThere ? question : undefined, 'nothing');
}
