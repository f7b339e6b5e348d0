package trust

const maxHead = 4 << 10 // bytes of a head note

// Head says which release is the newest, and until when to believe that. The
// server signs it alone, so it is about freshness and nothing else.
type Head struct {
	Agency  string
	Seq     int64
	Release string // hash of the release
	Issued  int64  // unix seconds
	Stale   int64  // unix seconds; from here on the browser says that it has not heard of the agency
}

// Text is the head's text, in its only form.
func (h *Head) Text() []byte {
	l := begin("head")
	l.text("agency", h.Agency)
	l.number("seq", h.Seq)
	l.text("release", h.Release)
	l.number("issued", h.Issued)
	l.number("stale", h.Stale)
	return l
}

func parseHead(text []byte) (*Head, error) {
	f := fields{part: "head", known: []string{"agency", "seq", "release", "issued", "stale"}}
	f.open(text)
	h := &Head{Agency: f.agency(), Seq: f.number("seq", 1, maxNumber), Release: f.hash("release"), Issued: f.number("issued", 0, maxNumber)}
	h.Stale = f.number("stale", h.Issued, maxNumber)
	return h, f.end()
}

// Note checks a head that was put together and returns its note, unsigned.
func (h *Head) Note() ([]byte, error) {
	if _, err := parseHead(h.Text()); err != nil {
		return nil, err
	}
	return unsigned("head", h.Text(), maxHead)
}

// openHead reads a head note and checks that root's head key signed it.
func openHead(note []byte, root *Root) (*Head, error) {
	e, err := split("head", note, maxHead)
	if err != nil {
		return nil, err
	}
	h, err := parseHead(e.text)
	if err != nil {
		return nil, err
	}
	if h.Agency != root.Agency {
		return nil, about(refuse("head", ReasonAgency), h.Seq)
	}
	by, err := e.signers("head", []Key{root.Head})
	if err == nil && len(by) == 0 {
		err = &Refusal{Reason: ReasonApprovals, Part: "head", Need: 1}
	}
	return h, about(err, h.Seq)
}
