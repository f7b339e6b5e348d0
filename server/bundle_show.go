package main

import (
	"fmt"
	"io"

	"secondlook/internal/trust"
)

type bundleShowCommand struct {
	File string `arg:"" help:"The .rbundle, complete or not."`
}

// Run shows roots, then releases, oldest first.
func (c *bundleShowCommand) Run(d desk) error {
	file, err := openTrust(c.File)
	if err != nil {
		return err
	}
	if err := showRoots(d.out, file); err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	for i, note := range file.Releases {
		release, signed, err := trust.ReadRelease(note)
		if err != nil {
			return fmt.Errorf("%s: %w", c.File, inWords(err))
		}
		_, err = trust.CheckReleases(&trust.File{Roots: file.Roots, Releases: file.Releases[:i+1]})
		fmt.Fprintf(d.out, "\nRelease %d, %s\n", release.Seq, completeness(signed, err))
		fmt.Fprintf(d.out, "  by %s, %s, under root %d\n", release.Author, day(release.Issued), release.Root)
		showChanges(d.out, release)
		fmt.Fprintf(d.out, "  bundle of %d bytes, schema %d, %s\n", release.Size, release.Schema, release.Bundle)
	}
	if _, err := trust.Verify(trust.Input{Schema: bundleSchema, FirstUse: true, File: *file}); err != nil {
		fmt.Fprintf(d.out, "\nA browser would refuse this file: %v\n", inWords(err))
	}
	return nil
}

func showChanges(w io.Writer, r *trust.Release) {
	if r.Raises {
		fmt.Fprintln(w, "  It raises a level.")
	}
	for _, line := range r.Changes {
		fmt.Fprintf(w, "  %s\n", line)
	}
}
