import type { EngineCommands, Inquiries } from '../../protocol/engine-api';

/** Passes each question on to the engine of the moment in which it is asked. */
export const forwardInquiries = (commands: () => EngineCommands): Inquiries =>
  new Proxy({} as Inquiries, {
    get:
      (_, name: keyof Inquiries) =>
      (...given: never[]) =>
        (commands()[name] as (...given: never[]) => Promise<unknown>)(...given),
  });
