package trust

import "slices"

// Input is what Verify looks at. It owns no clock: Now is unix seconds as the
// host's says.
type Input struct {
	Now    int64
	Schema int64 // the newest schema of bundles that this engine reads
	Pins   Pins
	// FirstUse takes whatever root is there where Pins name none. A host sets
	// it only where a person is then asked to compare the fingerprint.
	FirstUse bool
	File
}

// Verify decides whether a bundle is to be used. It goes strictly in order:
// sizes, roots from version 1 on, the pinned root among them, each release,
// the pinned release, the head, the schema, the bundle's bytes, the time. The
// first thing that is wrong is a *Refusal, and the pins stay as they were.
func Verify(in Input) (*Result, error) {
	if err := in.bounds(); err != nil {
		return nil, err
	}
	roots, err := verifyRoots(in.Roots)
	if err != nil {
		return nil, err
	}
	if err := in.knows(roots); err != nil {
		return nil, err
	}
	releases, err := in.verifyReleases(roots)
	if err != nil {
		return nil, err
	}
	in.forgetHead(roots)
	head, err := in.verifyHead(roots, releases[len(releases)-1])
	if err != nil {
		return nil, err
	}
	if err := in.verifyBlob(releases[len(releases)-1].Release); err != nil {
		return nil, err
	}
	root := roots[len(roots)-1]
	r := &Result{Root: root, Fingerprint: root.Fingerprint(), Releases: releases, Head: head}
	in.tellTime(r)
	return r, nil
}

// verifyRoots opens the roots, each by the one before it.
func verifyRoots(notes [][]byte) ([]*Root, error) {
	if len(notes) == 0 {
		return nil, refuse("root", ReasonNoRoot)
	}
	var roots []*Root
	var before *Root
	for _, note := range notes {
		r, err := openRoot(note, before)
		if err != nil {
			return nil, err
		}
		roots, before = append(roots, r), r
	}
	return roots, nil
}

// knows looks for the pinned root among the verified ones.
func (in *Input) knows(roots []*Root) error {
	p := &in.Pins
	newest := roots[len(roots)-1]
	switch {
	case p.Agency != "" && p.Agency != newest.Agency:
		return refuse("root", ReasonAgency)
	case p.Root == "" && in.FirstUse && p.RootVersion == 0 && p.Seq == 0:
		return nil
	case p.RootVersion > newest.Version:
		return about(refuse("root", ReasonOldRoot), newest.Version)
	case p.RootVersion > 0:
		if got := rootOf(roots, p.RootVersion).Fingerprint(); got != p.Root {
			return &Refusal{Reason: ReasonForeignRoot, Part: "root", Number: p.RootVersion, Have: p.Root, Got: got}
		}
	case !slices.ContainsFunc(roots, func(r *Root) bool { return r.Fingerprint() == p.Root }):
		return &Refusal{Reason: ReasonForeignRoot, Part: "root", Number: newest.Version, Have: p.Root, Got: newest.Fingerprint()}
	}
	return nil
}

// verifyReleases opens the releases, holds them against the pinned one and
// the newest against the newest root.
func (in *Input) verifyReleases(roots []*Root) ([]Signed, error) {
	all, by, err := openReleases(in.Releases, roots)
	if err != nil {
		return nil, err
	}
	if err := in.follows(all); err != nil {
		return nil, err
	}
	last := all[len(all)-1]
	if last.Hash() == in.Pins.Release {
		return all, nil
	}
	// A key that has lost its say counts under its old root alone.
	return all, about(enough("release", by, roots[len(roots)-1]), last.Seq)
}

// openReleases opens releases, each following from the one before, and
// returns who signed the last.
func openReleases(notes [][]byte, roots []*Root) (all []Signed, by []Key, err error) {
	if len(notes) == 0 {
		return nil, nil, refuse("release", ReasonNoRelease)
	}
	for i, note := range notes {
		r, signers, err := openRelease(note, roots)
		if err != nil {
			return nil, nil, err
		}
		if i > 0 && (r.Seq != all[i-1].Seq+1 || r.Previous != all[i-1].Hash()) {
			return nil, nil, about(refuse("release", ReasonHistory), r.Seq)
		}
		all, by = append(all, r), signers
	}
	return all, by, nil
}

// follows holds the releases against the one that was accepted last: none
// older, none of its number but itself, and no other past.
func (in *Input) follows(all []Signed) error {
	first, last, p := all[0], all[len(all)-1], &in.Pins
	if p.Seq == 0 {
		return nil
	}
	if last.Seq < p.Seq {
		return about(refuse("release", ReasonOldSeq), last.Seq)
	}
	var got string
	switch i := p.Seq - first.Seq; {
	case i >= 0:
		got = all[i].Hash()
	case i == -1:
		got = first.Previous
	default: // what came between is not there to be looked at
		return about(refuse("release", ReasonHistory), first.Seq)
	}
	if got != p.Release {
		return &Refusal{Reason: ReasonFork, Part: "release", Number: p.Seq, Have: p.Release, Got: got}
	}
	return nil
}

// forgetHead drops the pinned time of the newest head where a newer root took
// the head's key away: what that key said of time is void.
func (in *Input) forgetHead(roots []*Root) {
	if v := in.Pins.RootVersion; v > 0 && rootOf(roots, v).Head != roots[len(roots)-1].Head {
		in.Pins.HeadIssued = 0
	}
}

func (in *Input) verifyHead(roots []*Root, release Signed) (*Head, error) {
	if in.Head == nil {
		return nil, nil
	}
	h, err := openHead(in.Head, roots[len(roots)-1])
	if err != nil {
		return nil, err
	}
	if hash := release.Hash(); h.Seq != release.Seq || h.Release != hash {
		return nil, &Refusal{Reason: ReasonHeadMismatch, Part: "head", Number: h.Seq, Have: hash, Got: h.Release}
	}
	if h.Issued < in.Pins.HeadIssued {
		return nil, about(refuse("head", ReasonOldHead), h.Seq)
	}
	return h, nil
}

func (in *Input) verifyBlob(r *Release) error {
	if r.Schema > in.Schema {
		return about(refuse("release", ReasonSchema), r.Seq)
	}
	return checkBlob(r, in.Blob)
}

func checkBlob(r *Release, blob []byte) error {
	if int64(len(blob)) != r.Size {
		return refuse("bundle", ReasonBlobSize)
	}
	if hashOf(blob) != r.Bundle {
		return refuse("bundle", ReasonBlobHash)
	}
	return nil
}
