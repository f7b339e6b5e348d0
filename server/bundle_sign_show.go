package main

import (
	"errors"
	"fmt"
	"io"

	"secondlook/internal/policy"
	"secondlook/internal/trust"
)

// signing is a release that somebody is about to sign, and what it stands on.
type signing struct {
	root    *trust.Root
	release *trust.Release
	blob    []byte
	before  []byte // the rules it follows; nil for the built-in ones alone
	known   bool   // before is what the release before had: asked for, or there was none
}

// show says what is about to be signed, in the words of bundle diff. What cannot
// be read, is another agency's, or gets louder unsaid where one person decides
// alone is an error: no browser would take it.
func (s *signing) show(w io.Writer, e engineChoice) error {
	bundle, err := s.readable()
	if err != nil {
		return err
	}
	changes, err := e.compare(s.before, s.blob)
	if err != nil {
		return err
	}
	r := s.release
	if s.known && r.Seq > 1 && s.root.Need == 1 && changes.Raises && !r.Raises {
		return errors.New("it gets louder and does not say so, and one person decides here: browsers would refuse it. Make the release anew")
	}
	fmt.Fprintf(w, "To be signed: release %d of %s (%s), by %s\n", r.Seq, printable(bundle.Name), r.Agency, printable(r.Author))
	fmt.Fprintf(w, "  %d rules, %d pages, schema %d, %d bytes\n", len(bundle.Rules), len(bundle.Pages), r.Schema, r.Size)
	showChanges(w, r)
	switch {
	case s.before != nil:
		fmt.Fprintf(w, "Against release %d:\n", r.Seq-1)
	case s.known:
		fmt.Fprintln(w, "Against the built-in rules alone:")
	default:
		fmt.Fprintf(w, "Against the built-in rules alone (name release %d with --after to see what changes from there):\n", r.Seq-1)
	}
	changes.Write(w)
	fmt.Fprintln(w)
	return nil
}

// readable opens the rules and holds them against the release and the root.
func (s *signing) readable() (*policy.Bundle, error) {
	b, err := policy.OpenBundle(s.blob)
	if err != nil {
		return nil, fmt.Errorf("the rules cannot be read: %w\n  `secondlook bundle build` writes what can be signed", err)
	}
	if b.Agency != s.release.Agency || b.Agency != s.root.Agency {
		return nil, fmt.Errorf("the rules are of %s, and the root is of %s", b.Agency, s.root.Agency)
	}
	if s.release.Schema != bundleSchema {
		return nil, fmt.Errorf("the release says schema %d, the rules have %d", s.release.Schema, bundleSchema)
	}
	return b, nil
}

// lastOf reads the last release of a file whose roots hold, with its rules.
func lastOf(file *trust.File) (*signing, error) {
	release, _, err := trust.ReadRelease(file.Releases[len(file.Releases)-1])
	if err != nil {
		return nil, inWords(err)
	}
	root, _, err := trust.ReadRoot(file.Roots[release.Root-1])
	if err != nil {
		return nil, inWords(err)
	}
	return &signing{root: root, release: release, blob: file.Blob, known: release.Seq == 1}, nil
}

// follows takes the rules of the release before from the file that has it.
func (s *signing) follows(name string) error {
	file, err := openTrust(name)
	if err != nil {
		return err
	}
	all, err := trust.CheckReleases(file)
	if err != nil {
		return fmt.Errorf("%s: %w", name, inWords(err))
	}
	if last := all[len(all)-1]; last.Hash() != s.release.Previous || trust.BundleHash(file.Blob) != last.Bundle {
		return fmt.Errorf("%s is not the release that comes before this one", name)
	}
	s.before, s.known = file.Blob, true
	return nil
}
