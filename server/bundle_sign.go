package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"secondlook/internal/policy"
	"secondlook/internal/trust"
)

// bundleSchema is the newest schema of bundles that the engine inside reads.
const bundleSchema = policy.BundleSchema

type bundleSignCommand struct {
	File   string   `arg:"" help:"The .rbundle to make or to add to."`
	After  string   `placeholder:"FILE" help:"For a new release: the .rbundle before it, or the root file."`
	Bundle string   `placeholder:"FILE" help:"For a new release: the bundle, as secondlook bundle build wrote it."`
	Author string   `help:"For a new release: who wrote the rules."`
	Change []string `placeholder:"LINE" sep:"none" help:"For a new release: what changes, for the people it changes things for; a line each."`
	Raises bool     `help:"For a new release: some level is higher than before. Where one person decides alone, it then acts a day later."`
	Report string   `placeholder:"FILE" help:"For a new release: the proof's report; its hash is signed."`
	Schema int64    `default:"${bundle_schema}" help:"For a new release: the schema of the bundle."`
	keyFlags
}

// Run makes a new release where --bundle is there, else adds a signature.
func (c *bundleSignCommand) Run(d desk) error {
	if len(c.Key) == 0 {
		return errors.New("name the key that signs with --key")
	}
	if c.Bundle != "" {
		return c.release(d)
	}
	if c.After != "" || c.Author != "" || len(c.Change) > 0 || c.Raises || c.Report != "" {
		return errors.New("a new release wants --bundle; to add a signature name the file and --key alone")
	}
	file, err := openTrust(c.File)
	if err != nil {
		return err
	}
	if err := trust.CheckDraft(file); err != nil {
		return fmt.Errorf("%s: %w", c.File, inWords(err))
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
func (c *bundleSignCommand) release(d desk) error {
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
	if err := c.describe(next, file); err != nil {
		return err
	}
	note, err := next.Note()
	if err != nil {
		return inWords(err)
	}
	file.Releases, file.Head = append(file.Releases, note), nil
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

// describe fills in what the flags and the bundle say.
func (c *bundleSignCommand) describe(r *trust.Release, file *trust.File) error {
	blob, err := readBounded(c.Bundle)
	if err != nil {
		return err
	}
	if len(blob) == 0 {
		return fmt.Errorf("%s: it is empty", c.Bundle)
	}
	file.Blob = blob
	r.Issued = time.Now().Unix()
	r.Bundle, r.Size, r.Schema, r.Raises, r.Author = trust.BundleHash(blob), int64(len(blob)), c.Schema, c.Raises, c.Author
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
