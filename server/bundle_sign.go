package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/trust"
)

// bundleSchema is the newest schema of bundles that the engine inside reads.
const bundleSchema = policy.BundleSchema

type bundleSignCommand struct {
	File   string   `arg:"" help:"The .rbundle to make or to add to."`
	After  string   `placeholder:"FILE" help:"The .rbundle before it, to see what changes from there; for a first release the root file."`
	Bundle string   `placeholder:"FILE" help:"For a new release: the bundle, as secondlook bundle build wrote it."`
	Author string   `help:"For a new release: who wrote the rules."`
	Change []string `placeholder:"LINE" sep:"none" help:"For a new release: what changes, for the people it changes things for; a line each."`
	Raises bool     `help:"For a new release: say that it gets louder; where a release before shows it, that is said by itself. Where one person decides alone, it acts a day later."`
	Report string   `placeholder:"FILE" help:"For a new release: the proof's report; its hash is signed."`
	keyFlags
}

// Run makes a new release where --bundle is there, else adds a signature. What
// is signed is opened and shown before any passphrase is asked for.
func (c *bundleSignCommand) Run(d desk, e engineChoice) error {
	if len(c.Key) == 0 {
		return errors.New("name the key that signs with --key")
	}
	if c.Bundle != "" {
		return c.release(d, e)
	}
	if c.Author != "" || len(c.Change) > 0 || c.Raises || c.Report != "" {
		return errors.New("a new release wants --bundle; to add a signature name the file, --key and, to see what changes, --after")
	}
	file, err := openTrust(c.File)
	if err != nil {
		return err
	}
	if err := trust.CheckDraft(file); err != nil {
		return fmt.Errorf("%s: %w", c.File, inWords(err))
	}
	last, err := lastOf(file)
	if err == nil && c.After != "" {
		err = last.follows(c.After)
	}
	if err == nil {
		err = last.show(d.out, e)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	if err := c.sign(file, d); err != nil {
		return err
	}
	if err := replace(c.File, file.Bytes()); err != nil {
		return err
	}
	return tellRelease(d.out, c.File, file)
}

// release writes a new file with the next release.
func (c *bundleSignCommand) release(d desk, e engineChoice) error {
	if c.After == "" {
		return errors.New("name the .rbundle before this one, or the root file, with --after")
	}
	if !trust.ValidLine(c.Author) {
		return errors.New("name who wrote the rules with --author, in one line of at most 500 bytes")
	}
	if err := absent(c.File); err != nil {
		return err
	}
	file, err := openTrust(c.After)
	if err != nil {
		return err
	}
	next, err := c.follow(file)
	if err != nil {
		return fmt.Errorf("%s: %w", c.After, inWords(err))
	}
	before := file.Blob // of a root file there is none
	if err := c.describe(next, file); err != nil {
		return err
	}
	note, err := next.Note()
	if err != nil {
		return inWords(err)
	}
	file.Releases, file.Head = append(file.Releases, note), nil
	if err := c.weigh(d, e, file, before); err != nil {
		return err
	}
	if err := c.sign(file, d); err != nil {
		return err
	}
	if err := trust.CheckDraft(file); err != nil {
		return fmt.Errorf("%s: %w", c.File, inWords(err))
	}
	whole := file.Bytes()
	if _, err := trust.OpenFile(whole); err != nil {
		return fmt.Errorf("%s: %w", c.File, inWords(err))
	}
	if err := create(c.File, whole, 0o644); err != nil {
		return err
	}
	return tellRelease(d.out, c.File, file)
}

// follow begins the release after the last of file, which has to be whole.
func (c *bundleSignCommand) follow(file *trust.File) (*trust.Release, error) {
	if len(file.Releases) == 0 {
		roots, err := trust.CheckRoots(file.Roots)
		if err != nil {
			return nil, err
		}
		root := roots[len(roots)-1]
		return &trust.Release{Agency: root.Agency, Root: root.Version, Seq: 1}, nil
	}
	all, err := trust.CheckReleases(file)
	if err != nil {
		return nil, err
	}
	last := all[len(all)-1]
	return &trust.Release{Agency: last.Agency, Root: int64(len(file.Roots)), Seq: last.Seq + 1, Previous: last.Hash()}, nil
}

// weigh shows the new release of file. before is the bundle of the one before.
func (c *bundleSignCommand) weigh(d desk, e engineChoice, file *trust.File, before []byte) error {
	last, err := lastOf(file)
	if err != nil {
		return err
	}
	last.before, last.known = before, true
	if err := last.show(d.out, e); err != nil {
		return fmt.Errorf("%s: %w", c.Bundle, err)
	}
	return nil
}

// describe fills in what the flags and the bundle say. Whether it gets louder is
// looked at, where there is something before it to get louder than.
func (c *bundleSignCommand) describe(r *trust.Release, file *trust.File) error {
	before := file.Blob
	blob, err := readBounded(c.Bundle)
	if err != nil {
		return err
	}
	if len(blob) == 0 {
		return fmt.Errorf("%s: it is empty", c.Bundle)
	}
	file.Blob = blob
	r.Issued = time.Now().Unix()
	r.Bundle, r.Size, r.Schema, r.Author = trust.BundleHash(blob), int64(len(blob)), bundleSchema, c.Author
	if r.Raises = c.Raises; !r.Raises && before != nil {
		changes, err := publish.Describe(before, blob)
		if err != nil {
			return fmt.Errorf("%s: %w", c.Bundle, err)
		}
		r.Raises = changes.Raises
	}
	for _, line := range c.Change {
		if !trust.ValidLine(line) {
			return errors.New("--change takes one line of at most 500 bytes, without hidden marks")
		}
		r.Changes = append(r.Changes, line)
	}
	if c.Report == "" {
		return nil
	}
	report, err := readBounded(c.Report)
	if err != nil {
		return err
	}
	r.Report = trust.BundleHash(report)
	return nil
}

// sign adds the signatures to the last release of file, whose roots hold.
func (c *bundleSignCommand) sign(file *trust.File, d desk) error {
	last := &file.Releases[len(file.Releases)-1]
	release, _, err := trust.ReadRelease(*last)
	if err != nil {
		return inWords(err)
	}
	root, _, err := trust.ReadRoot(file.Roots[release.Root-1])
	if err != nil {
		return inWords(err)
	}
	*last, err = c.signAs(*last, root.Approvers, d)
	return err
}

// tellRelease says what the last release of a file is and how far it came.
func tellRelease(w io.Writer, name string, file *trust.File) error {
	release, signed, err := trust.ReadRelease(file.Releases[len(file.Releases)-1])
	if err != nil {
		return inWords(err)
	}
	root, _, err := trust.ReadRoot(file.Roots[release.Root-1])
	if err != nil {
		return inWords(err)
	}
	fmt.Fprintf(w, "%s, release %d\n", release.Agency, release.Seq)
	showChanges(w, release)
	fmt.Fprintf(w, "%d of %d approvers have signed: %s\n", len(signed), root.Need, strings.Join(signed, ", "))
	if len(signed) < root.Need {
		fmt.Fprintf(w, "Pass %s on: secondlook bundle sign %s --key THEIRS.key\n", name, name)
		return nil
	}
	if _, err := trust.Verify(trust.Input{Schema: bundleSchema, FirstUse: true, File: *file}); err != nil {
		return fmt.Errorf("%s: %w", name, inWords(err))
	}
	fmt.Fprintf(w, "%s is ready to hand out.\n", name)
	return nil
}
