package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"secondlook/internal/trust"
)

type rootShowCommand struct {
	File string `arg:"" help:"Root file or .rbundle."`
}

// Run shows every root of the file.
func (c *rootShowCommand) Run(d desk) error {
	file, err := openTrust(c.File)
	if err != nil {
		return err
	}
	if err := showRoots(d.out, file); err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	return nil
}

// showRoots writes every root of a file, whether it is complete or not.
func showRoots(w io.Writer, file *trust.File) error {
	newest, _, err := newestRoot(file)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s · %s\n", newest.Agency, newest.Name)
	for i, note := range file.Roots {
		root, signed, err := trust.ReadRoot(note)
		if err != nil {
			return inWords(err)
		}
		_, err = trust.CheckRoots(file.Roots[:i+1])
		fmt.Fprintf(w, "\nRoot %d, %s\n", root.Version, completeness(signed, err))
		fmt.Fprintf(w, "  %d of %d approve: %s\n", root.Need, len(root.Approvers), namesOf(root.Approvers))
		for _, k := range append(append([]trust.Key(nil), root.Approvers...), root.Head, root.Recovery) {
			fmt.Fprintf(w, "    %s  %s\n", k.Fingerprint(), k.Name())
		}
		fmt.Fprintf(w, "  issued %s\n  fingerprint %s\n", day(root.Issued), root.Fingerprint())
	}
	return nil
}

// completeness says whether a note holds and who signed it.
func completeness(signed []string, err error) string {
	by := "signed by " + strings.Join(signed, ", ")
	if len(signed) == 0 {
		by = "signed by nobody"
	}
	if err != nil {
		return "not complete: " + by + "; " + inWords(err).Error()
	}
	return "complete: " + by
}

func day(unix int64) string { return time.Unix(unix, 0).UTC().Format("2 January 2006 15:04 UTC") }
