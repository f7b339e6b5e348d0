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

// BundleHash is how a release names its bundle.
func BundleHash(bundle []byte) string { return hashOf(bundle) }
