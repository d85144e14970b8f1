import { usePaced } from './use-paced';

/** A sentence with a figure that runs: seen at once, told to those who hear the page now and then. */
export function PacedStatus({ text }: { readonly text: string }) {
  const told = usePaced(text);
  return (
    <>
      <span aria-hidden="true">{text}</span>
      <span className="visually-hidden" role="status">
        {told}
      </span>
    </>
  );
}
