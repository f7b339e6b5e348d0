package trust

import (
	"bytes"
	"encoding/base64"
	"slices"
	"unicode/utf8"
)

const (
	signatureStart = "— "
	maxSignatures  = 48 // of a root: 16 approvers before, 16 after, a recovery key, and room
)

// envelope is a note taken apart and not yet believed.
type envelope struct {
	text       []byte // what is signed, with its last LF
	signatures []signature
}

type signature struct {
	name  string
	id    [4]byte
	bytes []byte
}

// hashOf is how notes name each other: SHA-256 of the text, in hexadecimal.
// The signatures are not in it: the same text with one more approver is the
// same note.
func hashOf(text []byte) string {
	sum := sum256(text)
	return hexOf(sum[:])
}

// split takes a note apart: text, an empty line, then signature lines to the
// end. A note nobody has signed yet ends with the empty line. Only the one
// spelling that sealed writes is taken.
func split(part string, note []byte, limit int) (envelope, error) {
	if len(note) == 0 || len(note) > limit {
		return envelope{}, refuse(part, ReasonSize)
	}
	if note[len(note)-1] != '\n' {
		return envelope{}, refuse(part, ReasonTruncated)
	}
	at := bytes.LastIndex(note, []byte("\n\n"))
	if at < 0 {
		return envelope{}, refuse(part, ReasonTruncated)
	}
	e := envelope{text: note[:at+1]}
	if !plainText(e.text) {
		return envelope{}, refuse(part, ReasonMalformed)
	}
	for line := range bytes.Lines(note[at+2:]) {
		s, ok := parseSignature(line)
		if !ok || len(e.signatures) == maxSignatures {
			return envelope{}, refuse(part, ReasonMalformed)
		}
		e.signatures = append(e.signatures, s)
	}
	if !bytes.Equal(e.sealed(), note) {
		return envelope{}, refuse(part, ReasonMalformed)
	}
	return e, nil
}

// parseSignature reads "— name base64(4 bytes of key hash, 64 of signature)".
func parseSignature(line []byte) (signature, bool) {
	rest, ok := bytes.CutPrefix(bytes.TrimSuffix(line, []byte("\n")), []byte(signatureStart))
	name, coded, two := bytes.Cut(rest, []byte(" "))
	if !ok || !two || !ValidName(string(name)) {
		return signature{}, false
	}
	data, err := base64.StdEncoding.Strict().DecodeString(string(coded))
	if err != nil || len(data) != 4+signatureSize {
		return signature{}, false
	}
	return signature{string(name), [4]byte(data[:4]), data[4:]}, true
}

// sealed writes the note again.
func (e envelope) sealed() []byte {
	out := append(slices.Clone(e.text), '\n')
	for _, s := range e.signatures {
		out = append(append(append(out, signatureStart...), s.name...), ' ')
		out = base64.StdEncoding.AppendEncode(out, append(slices.Clone(s.id[:]), s.bytes...))
		out = append(out, '\n')
	}
	return out
}

// signers returns the keys of known that signed, in their order in the note.
// Stricter than C2SP asks for: every signature has to be of a known key and
// fit, and a key signs once. So no byte of a note can change unseen.
func (e envelope) signers(part string, known []Key) ([]Key, error) {
	var out []Key
	for _, s := range e.signatures {
		i := slices.IndexFunc(known, func(k Key) bool { return k.name == s.name && k.ID() == s.id })
		if i < 0 {
			return nil, refuse(part, ReasonUnknownSigner)
		}
		if slices.Contains(out, known[i]) {
			return nil, refuse(part, ReasonKeyTwice)
		}
		if !known[i].verifies(e.text, s.bytes) {
			return nil, refuse(part, ReasonSignature)
		}
		out = append(out, known[i])
	}
	return out, nil
}

// Sign adds the signature of by to a note, which may have some already; sign
// makes it of the text. It does not ask whether by has a say: whoever opens
// the note does. The private key stays with the caller (internal/sign): what
// verifies has no business with it.
func Sign(note []byte, by Key, sign func(text []byte) []byte) ([]byte, error) {
	e, err := split("note", note, maxRelease)
	if err != nil {
		return nil, err
	}
	for _, s := range e.signatures {
		if s.name == by.name && s.id == by.ID() {
			return nil, refuse("note", ReasonKeyTwice)
		}
	}
	made := sign(e.text)
	if !by.verifies(e.text, made) {
		return nil, refuse("note", ReasonSignature)
	}
	e.signatures = append(e.signatures, signature{by.name, by.ID(), made})
	return e.sealed(), nil
}

// Joined is a note with the signatures of two copies of it, each key's once:
// those of approvers who signed apart. It believes none of them.
func Joined(one, other []byte) ([]byte, error) {
	e, err := split("note", one, maxRelease)
	if err != nil {
		return nil, err
	}
	more, err := split("note", other, maxRelease)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(e.text, more.text) {
		return nil, refuse("note", ReasonMalformed)
	}
	for _, s := range more.signatures {
		same := func(had signature) bool { return had.name == s.name && had.id == s.id }
		if !slices.ContainsFunc(e.signatures, same) {
			e.signatures = append(e.signatures, s)
		}
	}
	return e.sealed(), nil
}

// plainText reports whether b is UTF-8 that shows what it says: no control
// characters but LF, and none that turn the direction of writing or hide.
// The two joiners that some scripts need (U+200C, U+200D) may stand.
func plainText(b []byte) bool {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1,
			r < 0x20 && r != '\n', r >= 0x7f && r < 0xa0, r == 0xad,
			r == 0x061c, r == 0x180e, r == 0x200b, r == 0x200e, r == 0x200f,
			r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
			r == 0xfeff, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f:
			return false
		}
		b = b[size:]
	}
	return true
}
