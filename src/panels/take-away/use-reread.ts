import { useEffect, useState } from 'react';
import type { Opened } from '../../export/open-files';
import { largestDifference } from '../../metrics/largest-difference';
import type { Inquiries } from '../../protocol/engine-api';
import { useInquiries } from '../shared/use-lab';
import { checkImages } from './check-images';

type OpenedFile = Extract<Opened, { kind: 'network' }>;

interface Reread {
  readonly count: number;
  /** Between the probabilities here and there. */
  readonly difference: number;
}

/** Whether the program that a file is for reads images as the network does that was found in it; undefined until it is known, and where it can't. */
export function useReread(opened: OpenedFile): Reread | undefined {
  const inquiries = useInquiries();
  const [known, setKnown] = useState<{ readonly of: OpenedFile; readonly reread: Reread | undefined }>();
  useEffect(() => {
    let isLatest = true;
    compare(opened, inquiries)
      .catch(() => undefined)
      .then((reread) => {
        if (isLatest) setKnown({ of: opened, reread });
      });
    return () => {
      isLatest = false;
    };
  }, [opened, inquiries]);
  return known?.of === opened ? known.reread : undefined;
}

async function compare({ network, reread }: OpenedFile, inquiries: Inquiries): Promise<Reread | undefined> {
  if (!reread) return undefined;
  const { pixels, count } = await checkImages(network, inquiries);
  const [there, here] = [await reread(pixels), await inquiries.probabilities(network, pixels)];
  return { count, difference: largestDifference(there, here) };
}
