package trust

const (
	maxRelease = 64 << 10 // bytes of a release note
	maxChanges = 50       // lines of a changelog
	// Day is how long the release of a one-person agency waits before it may
	// raise a level, in seconds.
	Day = 24 * 60 * 60
)

// Release says which bundle an agency's browsers are to use.
type Release struct {
	Agency   string
	Root     int64    // version of the root whose approvers sign
	Seq      int64    // 1, 2, …
	Previous string   // hash of the release before; "" of seq 1
	Issued   int64    // unix seconds
	Bundle   string   // SHA-256 of the bundle's bytes, hexadecimal
	Size     int64    // bytes of the bundle
	Schema   int64    // of the bundle
	Raises   bool     // some level is higher than in the release before
	Author   string   // who wrote the rules; a word, not a signature
	Report   string   // hash of the proof's report; "" where there is none
	Changes  []string // what changes, for the people it changes things for
}

// Text is the release's text, in its only form.
func (r *Release) Text() []byte {
	l := begin("release")
	l.text("agency", r.Agency)
	l.number("root", r.Root)
	l.number("seq", r.Seq)
	if r.Seq > 1 {
		l.text("previous", r.Previous)
	}
	l.number("issued", r.Issued)
	l.text("bundle", r.Bundle)
	l.number("size", r.Size)
	l.number("schema", r.Schema)
	raises := "no"
	if r.Raises {
		raises = "yes"
	}
	l.text("raises", raises)
	l.text("author", r.Author)
	if r.Report != "" {
		l.text("report", r.Report)
	}
	for _, c := range r.Changes {
		l.text("change", c)
	}
	return l
}

// Hash names this release in heads, pins and the next release.
func (r *Release) Hash() string { return hashOf(r.Text()) }

func parseRelease(text []byte) (*Release, error) {
	f := fields{part: "release", known: []string{"agency", "root", "seq", "previous", "issued", "bundle", "size", "schema", "raises",
		"author", "report", "change"}}
	f.open(text)
	r := &Release{Agency: f.agency(), Root: f.number("root", 1, maxNumber), Seq: f.number("seq", 1, maxNumber)}
	if r.Seq > 1 {
		r.Previous = f.hash("previous")
	}
	r.Issued = f.number("issued", 0, maxNumber)
	r.Bundle, r.Size, r.Schema = f.hash("bundle"), f.number("size", 1, maxBlob), f.number("schema", 1, maxNumber)
	switch f.text("raises") {
	case "yes":
		r.Raises = true
	case "no":
	default:
		f.fail(ReasonMalformed)
	}
	r.Author = f.text("author")
	if f.next("report") {
		r.Report = f.hash("report")
	}
	for f.next("change") {
		r.Changes = append(r.Changes, f.text("change"))
		if len(r.Changes) > maxChanges {
			f.fail(ReasonMalformed)
		}
	}
	return r, f.end()
}

// Note checks a release that was put together and returns its note, unsigned.
func (r *Release) Note() ([]byte, error) {
	back, err := parseRelease(r.Text())
	if err != nil {
		return nil, err
	}
	if string(back.Text()) != string(r.Text()) {
		return nil, refuse("release", ReasonMalformed)
	}
	return unsigned("release", r.Text(), maxRelease)
}

// Signed is a release with who approved it.
type Signed struct {
	*Release
	Approvers []string // names, in the order in which they signed
}

// openRelease reads a release note and checks that K approvers of the root it
// names signed it. roots are verified.
func openRelease(note []byte, roots []*Root) (Signed, []Key, error) {
	e, err := split("release", note, maxRelease)
	if err != nil {
		return Signed{}, nil, err
	}
	r, err := parseRelease(e.text)
	if err != nil {
		return Signed{}, nil, err
	}
	if r.Agency != roots[0].Agency {
		return Signed{}, nil, about(refuse("release", ReasonAgency), r.Seq)
	}
	under := rootOf(roots, r.Root)
	if under == nil {
		return Signed{}, nil, about(refuse("release", ReasonRoot), r.Seq)
	}
	by, err := e.signers("release", under.Approvers)
	if err == nil {
		err = enough("release", by, under)
	}
	if err != nil {
		return Signed{}, nil, about(err, r.Seq)
	}
	return Signed{r, names(by)}, by, nil
}

func rootOf(roots []*Root, version int64) *Root {
	if i := version - roots[0].Version; i >= 0 && i < int64(len(roots)) {
		return roots[i]
	}
	return nil
}

func names(keys []Key) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.name
	}
	return out
}
