import { AnswerView } from './AnswerView';
import { useSeveralDigits } from './several/use-several-digits';
import { WasItRight } from './WasItRight';

/** What is read on the pad: one digit, which may be kept with its label, or a number digit by digit. */
export function Reading() {
  const several = useSeveralDigits();
  return (
    <>
      <AnswerView several={several} />
      {!several && <WasItRight />}
    </>
  );
}
