import { startTransition, useEffect, useRef, useState } from 'react';
import type { Inquiries } from '../../protocol/engine-api';
import { LatestQuestion } from '../../state/inspection/latest-question';
import { useInquiries, useLab } from './use-lab';

export interface Inquiry<Answer> {
  /** `ready` also when the answer is that there is nothing (`answer` is undefined then). */
  readonly status: 'loading' | 'ready' | 'failed';
  /** The last answer to this question; stays while the next one is on its way. */
  readonly answer: Answer | undefined;
  /** Asks again. */
  readonly retry: () => void;
}

type Question<Answer> = (inquiries: Inquiries) => Promise<Answer | undefined>;

interface Answered<Answer> {
  readonly question: Question<Answer>;
  readonly answer: Answer | undefined;
  readonly hasFailed: boolean;
}

/**
 * Asks the engine, and asks again whenever the question or the weights have become others, as long as the panel is
 * shown. One question is under way at a time.
 * @param question - a new function is a new question; keep it (useCallback) while nothing changed. Undefined asks
 * nothing and is answered by nothing.
 * @param follows - `nothing` for what does not depend on the weights
 */
export function useInquiry<Answer>(
  question: Question<Answer> | undefined,
  follows: 'weights' | 'nothing' = 'weights',
): Inquiry<Answer> {
  const inquiries = useInquiries();
  const version = useLab((state) => (follows === 'weights' ? state.weightsVersion : 0));
  const [answered, setAnswered] = useState<Answered<Answer>>();
  const [attempt, setAttempt] = useState(0);
  const questions = useRef(new LatestQuestion());

  // biome-ignore lint/correctness/useExhaustiveDependencies: other weights and another attempt are reasons to ask again
  useEffect(() => {
    if (!question) return;
    let isLatest = true;
    const { current } = questions;
    current.put(async () => {
      const result = await question(inquiries).then(
        (answer) => ({ question, answer, hasFailed: false }),
        () => ({ question, answer: undefined, hasFailed: true }),
      );
      // Also when the weights have moved on meanwhile: while training they may move faster than questions are answered.
      // An answer to another question is not shown, since it bears that question. A failure that the next may mend is none.
      // What it shows may be large: it is rendered in slices of time, and holds up neither the page nor the pen.
      if (isLatest || !result.hasFailed) startTransition(() => setAnswered(result));
    });
    return () => {
      isLatest = false;
      current.drop();
    };
  }, [question, inquiries, version, attempt]);

  const retry = () => setAttempt((before) => before + 1);
  if (!question) return { status: 'ready', answer: undefined, retry };
  if (answered?.question !== question) return { status: 'loading', answer: undefined, retry };
  return { status: answered.hasFailed ? 'failed' : 'ready', answer: answered.answer, retry };
}
