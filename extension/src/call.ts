// One call a draft: the chip comes up with its words once, and is read out; what
// is found after the worker answered it is shown by its mark alone. What the
// dialog would ask about, and support, always call.

/** What of a finding says whether it calls. */
export interface Calling {
  rule: string;
  category: string;
}

export class Call {
  /** Rules whose findings came with the call and were not answered. */
  private readonly called = new Set<string>();
  private over = false;

  /** Whether what stands now is shown quietly. exact: these are the findings of the very text that stands. */
  quiet(level: string, findings: readonly Calling[], exact: boolean): boolean {
    if (findings.length === 0) {
      this.over ||= exact && this.called.size > 0;
      return false;
    }
    const loud = level === 'hold' || findings.some((f) => f.category === 'crisis');
    if (loud || !this.over) for (const f of findings) this.called.add(f.rule);
    return !findings.some((f) => this.called.has(f.rule));
  }

  /** The worker closed the card, or answered one of its findings. */
  answered(rule?: string): void {
    this.over = true;
    if (rule !== undefined) this.called.delete(rule);
  }

  /** Another draft begins. */
  fresh(): void {
    this.called.clear();
    this.over = false;
  }
}
