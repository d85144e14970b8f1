export class Turn {
  constructor(write?: (text: string) => void);
  write(text: string): void;
  say(line: string): void;
  open(): void;
}
