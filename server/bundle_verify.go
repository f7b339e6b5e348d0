package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"secondlook/internal/trust"
)

type bundleVerifyCommand struct {
	File        string    `arg:"" help:"The .rbundle."`
	Fingerprint string    `help:"As a browser that was given this fingerprint."`
	After       string    `placeholder:"FILE" help:"As a browser that has this .rbundle already."`
	At          time.Time `placeholder:"TIME" help:"As if it were then, such as 2026-03-01T09:00:00Z."`
}

// Run verifies the file and says what a browser would do with it.
func (c *bundleVerifyCommand) Run(d desk) error {
	file, err := openTrust(c.File)
	if err != nil {
		return err
	}
	now := c.At
	if now.IsZero() {
		now = time.Now()
	}
	in := trust.Input{Now: now.Unix(), Schema: bundleSchema, File: *file}
	if err := c.know(&in); err != nil {
		return err
	}
	result, err := trust.Verify(in)
	var refused *trust.Refusal
	if errors.As(err, &refused) {
		fmt.Fprintf(d.out, "refused: %v\n", inWords(err))
		if refused.Have != "" {
			fmt.Fprintf(d.out, "  known  %s\n  other  %s\n", refused.Have, refused.Got)
		}
		return errAlert
	}
	if err != nil {
		return err
	}
	tellResult(d.out, result, in.FirstUse)
	return nil
}

// know fills in what the browser knows before.
func (c *bundleVerifyCommand) know(in *trust.Input) error {
	switch {
	case c.Fingerprint != "" && c.After != "":
		return errors.New("--fingerprint or --after, not both")
	case c.Fingerprint != "":
		fingerprint, ok := trust.ParseFingerprint(c.Fingerprint)
		if !ok {
			return errors.New("--fingerprint: not a fingerprint: it is five groups of five letters and digits")
		}
		in.Pins.Root = fingerprint
	case c.After != "":
		before, err := openTrust(c.After)
		if err != nil {
			return err
		}
		r, err := trust.Verify(trust.Input{Now: in.Now, Schema: in.Schema, FirstUse: true, File: *before})
		if err != nil {
			return fmt.Errorf("%s: %w", c.After, inWords(err))
		}
		in.Pins = r.Pins
	default:
		in.FirstUse = true
	}
	return nil
}

func tellResult(w io.Writer, r *trust.Result, compare bool) {
	release := r.Release()
	fmt.Fprintf(w, "accepted: %s, release %d\n", r.Root.Agency, release.Seq)
	fmt.Fprintf(w, "Fingerprint %s\n", r.Fingerprint)
	if compare {
		fmt.Fprintln(w, "  Compare it with the one the agency gave you: nothing else tells it from another that uses its name.")
	}
	showChanges(w, release.Release)
	if r.ActsFrom > 0 {
		fmt.Fprintf(w, "It acts from %s: one person decides alone here, so staff see it for a day first.\n", day(r.ActsFrom))
	}
	switch r.Freshness {
	case trust.FreshUnknown:
		fmt.Fprintln(w, "There is no word on how fresh it is: that takes a server.")
	case trust.Stale:
		fmt.Fprintf(w, "Nothing was heard of the agency since %s. It still serves.\n", day(r.Head.Stale))
	}
	if r.ClockBehind {
		fmt.Fprintln(w, "This machine's clock is behind.")
	}
}
