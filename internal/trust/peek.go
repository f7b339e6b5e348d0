package trust

// ReadRoot reads a root note and the names under it. It checks the form and
// believes nothing: for people who are about to sign, or look at what is not
// complete.
func ReadRoot(note []byte) (*Root, []string, error) {
	r, e, err := readRoot(note)
	if err != nil {
		return nil, nil, err
	}
	return r, e.names(), nil
}

// ReadRelease is ReadRoot for a release.
func ReadRelease(note []byte) (*Release, []string, error) {
	e, err := split("release", note, maxRelease)
	if err != nil {
		return nil, nil, err
	}
	r, err := parseRelease(e.text)
	if err != nil {
		return nil, nil, err
	}
	return r, e.names(), nil
}

// ReadHead is ReadRoot for a head.
func ReadHead(note []byte) (*Head, error) {
	e, err := split("head", note, maxHead)
	if err != nil {
		return nil, err
	}
	return parseHead(e.text)
}

func (e envelope) names() []string {
	out := make([]string, len(e.signatures))
	for i, s := range e.signatures {
		out[i] = s.name
	}
	return out
}

// CheckRoots opens every root of a file as Verify does and returns them.
func CheckRoots(notes [][]byte) ([]*Root, error) { return verifyRoots(notes) }

// CheckReleases opens every root and release of a file as Verify does, each
// release under the root it names. It looks at no pins, head or bundle, nor
// whether the newest root still gives the approvers a say.
func CheckReleases(f *File) ([]Signed, error) {
	roots, err := verifyRoots(f.Roots)
	if err != nil {
		return nil, err
	}
	all, _, err := openReleases(f.Releases, roots)
	return all, err
}

// CheckDraft is for who is about to sign the last release of a file, or just
// has: it asks all that Verify asks of any browser, but for the number of
// approvers under that release, the schema and the head.
func CheckDraft(f *File) error {
	if len(f.Releases) == 0 {
		return refuse("release", ReasonNoRelease)
	}
	roots, err := verifyRoots(f.Roots)
	if err != nil {
		return err
	}
	note := f.Releases[len(f.Releases)-1]
	r, _, err := ReadRelease(note)
	if err != nil {
		return err
	}
	under := rootOf(roots, r.Root)
	switch {
	case r.Agency != roots[0].Agency:
		return about(refuse("release", ReasonAgency), r.Seq)
	case under == nil:
		return about(refuse("release", ReasonRoot), r.Seq)
	}
	e, err := split("release", note, maxRelease)
	if err == nil {
		_, err = e.signers("release", under.Approvers)
	}
	if err != nil {
		return about(err, r.Seq)
	}
	if before := f.Releases[:len(f.Releases)-1]; len(before) > 0 {
		all, _, err := openReleases(before, roots)
		if err != nil {
			return err
		}
		if last := all[len(all)-1]; r.Seq != last.Seq+1 || r.Previous != last.Hash() {
			return about(refuse("release", ReasonHistory), r.Seq)
		}
	}
	return checkBlob(r, f.Blob)
}

// BundleHash is how a release names its bundle.
func BundleHash(bundle []byte) string { return hashOf(bundle) }
