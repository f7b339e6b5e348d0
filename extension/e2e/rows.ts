// A reporter that prints only what the tests themselves print, and what failed.
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export default class Rows implements Reporter {
  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    for (const error of result.errors) process.stderr.write(`${test.title}: ${error.message ?? ''}\n`);
  }
}
