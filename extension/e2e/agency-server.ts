// A real agency server with its people, for the specs: bin/secondlook serve on
// SQLite in a folder of its own, its command line, two approvers with keys.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { agencyId } from '../src/rules-built';
import { built } from './agency';
import { root } from './paths';

const program = join(root, 'bin/secondlook');
export const password = 'four odd words here';
const approvers = ['ann', 'ben'];

/** A port that nobody has; the server keeps it over all of its lives. */
async function freePort(): Promise<number> {
  const door = createServer();
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
  const { port } = door.address() as AddressInfo;
  await new Promise((done) => door.close(done));
  return port;
}

export class AgencyServer {
  readonly dir = mkdtempSync(join(tmpdir(), 'agency-'));
  /** The address at which the first administrator begins. */
  begin = '';
  private process?: ChildProcess;

  private constructor(readonly port: number) {}

  static async start(): Promise<AgencyServer> {
    const s = new AgencyServer(await freePort());
    await s.up();
    return s;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  path(name: string): string {
    return join(this.dir, name);
  }

  async up(): Promise<void> {
    const child = spawn(program, ['serve', '--addr', this.host, '--metrics-addr', 'none'], { cwd: this.dir, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = child;
    let said = '';
    child.stdout!.on('data', (part: Buffer) => (said += part.toString()));
    await new Promise<void>((ready, failed) => {
      let log = '';
      child.stderr!.on('data', (part: Buffer) => {
        log += part.toString();
        if (log.includes('"serving"')) ready();
      });
      child.once('exit', () => failed(new Error(`the server ended: ${said}${log}`)));
    });
    this.begin = /Begin at (\S+)/.exec(said)?.[1] ?? '';
  }

  /** Kills it, as a machine that loses power does. */
  async down(): Promise<void> {
    const child = this.process!;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  async run(...args: string[]): Promise<string> {
    return (await promisify(execFile)(program, args, { cwd: this.dir })).stdout;
  }

  /** Keys of two approvers, and the root by which both of them decide. */
  async root(agency: string, name: string): Promise<void> {
    writeFileSync(this.path('pass'), `${password}\n`);
    for (const who of approvers) await this.run('key', 'new', who, '--passphrase-file', 'pass');
    await this.run('root', 'new', `${agency}.root`, '--agency', agency, '--name', name, '--head', `${agency}-head.pub`,
      ...approvers.flatMap((a) => ['--approver', `${a}.pub`]), '--need', '2', '--key', 'ann.key', '--passphrase-file', 'pass');
    await this.run('root', 'sign', `${agency}.root`, '--key', 'ben.key', '--passphrase-file', 'pass');
  }

  /** Founds an agency without the pages, and publishes its first release: the example's rules. */
  async founded(agency = agencyId): Promise<void> {
    await this.run('agency', 'new', agency, '--name', 'Maple County');
    await this.root(agency, 'Maple County');
    await this.run('agency', 'root', `${agency}.root`);
    writeFileSync(this.path('rules.bin'), built().first);
    await this.publish(agency, 'first.rbundle', '--bundle', 'rules.bin');
  }

  async sign(file: string): Promise<void> {
    for (const who of approvers) await this.run('bundle', 'sign', file, '--key', `${who}.key`, '--passphrase-file', 'pass');
  }

  /** Drafts, signs and publishes a release by the command line; `what` is --bundle FILE, --pause or --back N. */
  async publish(agency: string, file: string, ...what: string[]): Promise<void> {
    await this.run('agency', 'draft', agency, file, ...what, '--author', 'Ann Lee', '--change', `Release file ${file}.`);
    await this.sign(file);
    await this.run('agency', 'publish', file);
  }

  /** The code that staff are given, once the feed has looked at what is published. */
  async code(): Promise<string> {
    const said = await this.run('agency', 'show');
    const capability = /\/v1\/a\/([\w-]+)/.exec(said)![1]!;
    const feed = `http://${this.host}/v1/a/${capability}`;
    await expect.poll(async () => (await fetch(`${feed}/head`)).status, { message: 'the feed serves' }).toBe(200);
    return `${feed}#${/[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}/.exec(said)![0]}`;
  }

  /** Moves the database away and puts another in its place; the server has to be down. */
  replace(by: string): void {
    for (const end of ['', '-wal', '-shm']) {
      try {
        renameSync(this.path(`secondlook.db${end}`), this.path(`gone-${Date.now()}.db${end}`));
      } catch {
        // SQLite takes the two beside it away by itself
      }
    }
    cpSync(this.path(by), this.path('secondlook.db'));
  }

  async end(): Promise<void> {
    await this.down();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
