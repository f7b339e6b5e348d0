package main

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"secondlook/internal/trust"
)

type rootRotateCommand struct {
	File     string   `arg:"" help:"Root file or .rbundle that gets the next root."`
	Name     string   `help:"The agency's name, where it changes."`
	Approver []string `placeholder:"PUB" sep:"none" help:"Public key of an approver; all of them, those who stay too."`
	Need     int      `help:"How many approvers it takes; with --approver."`
	Head     string   `placeholder:"PUB" help:"New public key of the server."`
	Recovery string   `placeholder:"PUB" help:"New public key to be kept offline."`
	keyFlags
}

// Run appends the next root, signed by the keys that are at hand.
func (c *rootRotateCommand) Run(d desk) error {
	file, err := openTrust(c.File)
	if err != nil {
		return err
	}
	roots, err := trust.CheckRoots(file.Roots)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, inWords(err))
	}
	before := roots[len(roots)-1]
	next := *before
	if err := c.change(&next); err != nil {
		return err
	}
	if string(next.Text()) == string(before.Text()) {
		return errors.New("nothing changes: name approvers, a head, a recovery key or a name")
	}
	next.Version, next.Previous, next.Issued = before.Version+1, before.Hash(), time.Now().Unix()
	note, err := next.Note()
	if err != nil {
		return inWords(err)
	}
	if note, err = c.signAs(note, voters(&next, before), d); err != nil {
		return err
	}
	file.Roots, file.Head = append(file.Roots, note), nil
	if err := holds(file); err != nil {
		return err
	}
	if err := replace(c.File, file.Bytes()); err != nil {
		return err
	}
	fmt.Fprintf(d.out, "Fingerprint %s\n", next.Fingerprint())
	return tellRoot(d.out, c.File, file)
}

// change makes of root what the flags say.
func (c *rootRotateCommand) change(root *trust.Root) error {
	root.Approvers = slices.Clone(root.Approvers)
	if c.Name != "" {
		if !trust.ValidLine(c.Name) {
			return errors.New("the agency's name has to be one line of at most 500 bytes")
		}
		root.Name = c.Name
	}
	switch {
	case len(c.Approver) > 0:
		if err := elect(root, c.Approver, c.Need); err != nil {
			return err
		}
	case c.Need != 0:
		if c.Need < 0 || c.Need > len(root.Approvers) {
			return fmt.Errorf("--need %d of %s", c.Need, approvers(len(root.Approvers)))
		}
		root.Need = c.Need
	}
	for _, k := range []struct {
		file string
		to   *trust.Key
	}{{c.Head, &root.Head}, {c.Recovery, &root.Recovery}} {
		if k.file == "" {
			continue
		}
		keys, err := publicKeys([]string{k.file})
		if err != nil {
			return err
		}
		*k.to = keys[0]
	}
	return nil
}
