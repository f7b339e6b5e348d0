package main

import (
	"fmt"

	"secondlook/internal/policy"
)

type bundleLevelsCommand struct{}

// Run lists the built-in checks whose level an agency may change.
func (c *bundleLevelsCommand) Run(d desk, _ engineChoice) error {
	p, err := policy.Baseline()
	if err != nil {
		return err
	}
	fmt.Fprintln(d.out, "For `levels:` in words.yaml. What is not listed stays as it is.")
	fmt.Fprintf(d.out, "\n  %-28s %-9s %s\n", "check", "built in", "may be")
	for _, l := range policy.Changes(p) {
		fmt.Fprintf(d.out, "  %-28s %-9s %s to %s\n", l.Rule, l.BuiltIn, l.Low, l.Top)
	}
	return nil
}
