import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

const VIOLATIONS = '/journey/violations';
const ERRORS = '/journey/errors';

/** Tells of errors before any script of the page runs: of three browsers one tells nobody else. */
const LISTENER = `(() => {
  const tell = (text) => navigator.sendBeacon('${ERRORS}', text);
  const error = console.error;
  console.error = (...args) => { tell('console: ' + args.map(String).join(' ')); error.apply(console, args); };
  addEventListener('error', (event) => tell('uncaught: ' + event.message));
  addEventListener('unhandledrejection', (event) => tell('rejected: ' + event.reason));
})();`;

/**
 * Stands between a browser and the server of the page. It adds to the page's policy where violations are reported, in
 * workers too, and to the page a script that tells of its errors; as a proxy it sees requests to any other host.
 */
export class Witness {
  readonly errors: string[] = [];
  /** What the policy forbade, 'directive: address'. */
  readonly violations: string[] = [];
  /** Requests to other hosts, none of which is answered. */
  readonly elsewhere: string[] = [];
  private readonly server: Server;

  /** @param target - origin of the server of the page */
  constructor(private readonly target: string) {
    this.server = createServer((request, response) => this.answer(request, response));
    this.server.on('connect', (request: IncomingMessage, socket) => {
      this.elsewhere.push(`https://${request.url}`);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
  }

  /** @returns host and port */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this.host;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    // A proxy is asked by the whole address.
    const url = new URL(request.url ?? '/', `http://${this.host}`);
    if (url.host !== this.host) {
      this.elsewhere.push(url.href);
      response.writeHead(502).end();
    } else if (url.pathname === VIOLATIONS) void this.note(request, response, this.violations, violationOf);
    else if (url.pathname === ERRORS) void this.note(request, response, this.errors, (text) => text);
    else if (url.pathname === '/journey/listener.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(LISTENER);
    } else this.passOn(request, response, url);
  }

  private async note(
    request: IncomingMessage,
    response: ServerResponse,
    list: string[],
    read: (text: string) => string,
  ): Promise<void> {
    list.push(read(await textOf(request)));
    response.writeHead(204).end();
  }

  private passOn(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const address = new URL(url.pathname + url.search, this.target);
    const { method = 'GET' } = request;
    // The page is changed on its way, which it can't be when it is packed.
    const headers = { ...request.headers, host: address.host, 'accept-encoding': 'identity' };
    const asked = ask(address, { method, headers }, async (got) => {
      const policy = got.headers['content-security-policy'];
      const policed = policy && { 'content-security-policy': `${policy}; report-uri ${VIOLATIONS}` };
      const heads = { ...got.headers, ...policed };
      if (!got.headers['content-type']?.startsWith('text/html')) {
        response.writeHead(got.statusCode ?? 502, heads);
        got.pipe(response);
        return;
      }
      const html = (await textOf(got)).replace(
        '<head>',
        '<head><script src="/journey/listener.js"></script>',
      );
      const { 'content-length': _, etag: __, ...rest } = heads;
      response.writeHead(got.statusCode ?? 502, rest).end(html);
    });
    asked.on('error', () => response.writeHead(502).end());
    request.pipe(asked);
  }
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function violationOf(report: string): string {
  const told = (JSON.parse(report) as { 'csp-report'?: Record<string, string> })['csp-report'] ?? {};
  return `${told['effective-directive'] ?? told['violated-directive']}: ${told['blocked-uri']}`;
}
