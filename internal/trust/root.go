package trust

import "slices"

const (
	maxRoot      = 16 << 10 // bytes of a root note
	maxLine      = 500      // bytes of a value
	MaxApprovers = 16       // keys of a root
)

// Root says who speaks for an agency.
type Root struct {
	Agency    string // its id
	Name      string // its name, for people
	Version   int64  // 1, 2, …
	Previous  string // hash of the root before; "" of version 1
	Issued    int64  // unix seconds
	Need      int    // approvers that a release and the next root need: K
	Approvers []Key  // N of them
	Head      Key    // the server's online key: signs heads, nothing else
	Recovery  Key    // kept offline: may sign the next root in place of the approvers
}

// Text is the root's text, in its only form. The note is Text, an empty line
// and signatures.
func (r *Root) Text() []byte {
	l := begin("root")
	l.text("agency", r.Agency)
	l.text("name", r.Name)
	l.number("version", r.Version)
	if r.Version > 1 {
		l.text("previous", r.Previous)
	}
	l.number("issued", r.Issued)
	l.number("need", int64(r.Need))
	for _, k := range r.Approvers {
		l.text("approver", k.String())
	}
	l.text("head", r.Head.String())
	l.text("recovery", r.Recovery.String())
	return l
}

// Hash names this root in the next.
func (r *Root) Hash() string { return hashOf(r.Text()) }

// Fingerprint is what a person compares at enrolment.
func (r *Root) Fingerprint() string { return Fingerprint(string(r.Text())) }

// Sole reports whether one person alone decides for the agency.
func (r *Root) Sole() bool { return len(r.Approvers) == 1 }

func parseRoot(text []byte) (*Root, error) {
	f := fields{part: "root", known: []string{"agency", "name", "version", "previous", "issued", "need", "approver", "head", "recovery"}}
	f.open(text)
	r := &Root{Agency: f.agency(), Name: f.text("name"), Version: f.number("version", 1, maxNumber)}
	if r.Version > 1 {
		r.Previous = f.hash("previous")
	}
	r.Issued = f.number("issued", 0, maxNumber)
	r.Need = int(f.number("need", 1, MaxApprovers))
	for f.next("approver") {
		r.Approvers = append(r.Approvers, f.key("approver"))
		if len(r.Approvers) > MaxApprovers {
			f.fail(ReasonMalformed)
		}
	}
	r.Head, r.Recovery = f.key("head"), f.key("recovery")
	if err := f.end(); err != nil {
		return nil, err
	}
	return r, r.check()
}

// check looks at what the lines mean together: no key and no name has two
// parts, and there are enough approvers to approve.
func (r *Root) check() error {
	keys := append(slices.Clone(r.Approvers), r.Head, r.Recovery)
	for i, k := range keys {
		for _, other := range keys[:i] {
			if k.name == other.name || k.public == other.public {
				return refuse("root", ReasonKeyTwice)
			}
		}
	}
	if r.Need < 1 || r.Need > len(r.Approvers) {
		return refuse("root", ReasonMalformed)
	}
	return nil
}

// Note checks a root that was put together and returns its note, unsigned.
func (r *Root) Note() ([]byte, error) {
	if back, err := parseRoot(r.Text()); err != nil {
		return nil, err
	} else if string(back.Text()) != string(r.Text()) {
		return nil, refuse("root", ReasonMalformed)
	}
	return unsigned("root", r.Text(), maxRoot)
}

// unsigned returns the note of a text that was just written.
func unsigned(part string, text []byte, limit int) ([]byte, error) {
	note := append(text, '\n')
	if _, err := split(part, note, limit); err != nil {
		return nil, err
	}
	return note, nil
}

// openRoot reads a root note and checks its signatures: K of its own
// approvers and, where there is a root before, K of that one's or its
// recovery key.
func openRoot(note []byte, before *Root) (*Root, error) {
	r, e, err := readRoot(note)
	if err != nil {
		return nil, err
	}
	switch {
	case before == nil && r.Version != 1:
		return nil, about(refuse("root", ReasonSkippedRoot), r.Version)
	case before == nil:
	case r.Agency != before.Agency:
		return nil, about(refuse("root", ReasonAgency), r.Version)
	case r.Version != before.Version+1:
		return nil, about(refuse("root", ReasonSkippedRoot), r.Version)
	case r.Previous != before.Hash():
		return nil, about(refuse("root", ReasonForeignRoot), r.Version)
	}
	return r, about(r.signed(e, before), r.Version)
}

func readRoot(note []byte) (*Root, envelope, error) {
	e, err := split("root", note, maxRoot)
	if err != nil {
		return nil, e, err
	}
	r, err := parseRoot(e.text)
	return r, e, err
}

// signed checks the signatures of a root.
func (r *Root) signed(e envelope, before *Root) error {
	known := slices.Clone(r.Approvers)
	if before != nil {
		known = append(append(known, before.Approvers...), before.Recovery)
		known = unique(known)
	}
	by, err := e.signers("root", known)
	if err != nil {
		return err
	}
	if err := enough("root", by, r); err != nil {
		return err
	}
	if before == nil || slices.Contains(by, before.Recovery) {
		return nil
	}
	return enough("root", by, before)
}

// enough reports whether those who signed are as many of r's approvers as r
// needs.
func enough(part string, by []Key, r *Root) error {
	n := 0
	for _, k := range by {
		if slices.Contains(r.Approvers, k) {
			n++
		}
	}
	if n < r.Need {
		return &Refusal{Reason: ReasonApprovals, Part: part, Signed: n, Need: r.Need}
	}
	return nil
}

func unique(keys []Key) []Key {
	var out []Key
	for _, k := range keys {
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// about adds the number of the note to a refusal.
func about(err error, number int64) error {
	if r, ok := err.(*Refusal); ok {
		r.Number = number
	}
	return err
}
