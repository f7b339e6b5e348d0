package trust

import (
	"bytes"
	"crypto/rand"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/mod/sumdb/note"
	"pgregory.net/rapid"
)

// Go's own implementation opens what we sign, and we open what it signs.
func TestSameAsGoNotes(t *testing.T) {
	p := newPublisher(t)
	ours, err := Sign(append(p.release.Text(), '\n'), p.by[0].key, p.by[0].sign)
	require.NoError(t, err)
	verifier, err := note.NewVerifier(p.by[0].key.String())
	require.NoError(t, err)
	opened, err := note.Open(ours, note.VerifierList(verifier))
	require.NoError(t, err)
	require.Len(t, opened.Sigs, 1)
	require.Equal(t, string(p.release.Text()), opened.Text)

	skey, vkey, err := note.GenerateKey(rand.Reader, "gil")
	require.NoError(t, err)
	gil, err := ParseKey(vkey)
	require.NoError(t, err)
	require.Equal(t, vkey, gil.String())
	signer, err := note.NewSigner(skey)
	require.NoError(t, err)
	theirs, err := note.Sign(&note.Note{Text: string(p.release.Text())}, signer)
	require.NoError(t, err)
	e, err := split("release", theirs, maxRelease)
	require.NoError(t, err)
	by, err := e.signers("release", []Key{p.by[0].key, gil})
	require.NoError(t, err)
	require.Equal(t, []Key{gil}, by)

	both, err := Sign(theirs, p.by[0].key, p.by[0].sign)
	require.NoError(t, err)
	more, err := note.NewVerifier(vkey)
	require.NoError(t, err)
	opened, err = note.Open(both, note.VerifierList(verifier, more))
	require.NoError(t, err)
	require.Len(t, opened.Sigs, 2)

	_, err = Sign(both, p.by[0].key, p.by[0].sign)
	require.Equal(t, ReasonKeyTwice, err.(*Refusal).Reason)
	_, err = Sign(theirs, p.by[1].key, p.by[0].sign)
	require.Equal(t, ReasonSignature, err.(*Refusal).Reason, "a private key that is not the public one's")
}

// The worked example of the package's documentation is what Example prints.
func TestDocumentationHoldsTheExample(t *testing.T) {
	bare := func(name string) string { // without what makes lines comments
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		var out strings.Builder
		for line := range strings.Lines(string(b)) {
			out.WriteString(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "//")) + "\n")
		}
		return out.String()
	}
	_, output, ok := strings.Cut(bare("example_test.go"), "Output:\n")
	require.True(t, ok)
	notes, verdicts, ok := strings.Cut(output, "<nil> ")
	require.True(t, ok)
	doc := bare("doc.go")
	require.Contains(t, doc, notes)
	require.Contains(t, doc, strings.Fields(verdicts)[0], "the fingerprint")
}

// Any one byte of any part, changed into any other, is refused.
func TestAnyFlippedByteIsRefused(t *testing.T) {
	p := newPublisher(t)
	p.newRoot(func(r *Root) { r.Approvers[0] = signer(t, "fay").Key() }, p.signers("ben", "cai")...)
	p.by = p.signers("fay", "ben")
	p.publish()
	pins := p.enrolment()
	p.accepted(pins)
	whole := p.File.Bytes()
	rapid.Check(t, func(t *rapid.T) {
		b := bytes.Clone(whole)
		b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] ^= byte(rapid.IntRange(1, 255).Draw(t, "flip"))
		refusedFile(t, b, p.now, pins)
	})
	// and every byte once
	for i := 0; i < len(whole); i += stride() {
		b := bytes.Clone(whole)
		b[i] ^= 1
		refusedFile(t, b, p.now, pins)
	}
}

// Whoever signs after others, and whoever signs apart from them, makes one note.
func TestJoined(t *testing.T) {
	p := newPublisher(t)
	bare := append(p.release.Text(), '\n')
	signed := func(note []byte, by int) []byte {
		out, err := Sign(note, p.by[by].key, p.by[by].sign)
		require.NoError(t, err)
		return out
	}
	both := signed(signed(bare, 0), 1)
	for _, two := range [][2][]byte{{signed(bare, 0), signed(bare, 1)}, {both, signed(bare, 1)}, {both, bare}, {signed(bare, 0), both}} {
		out, err := Joined(two[0], two[1])
		require.NoError(t, err)
		require.Equal(t, string(both), string(out))
	}
	_, err := Joined(both, append(p.root.Text(), '\n'))
	require.Error(t, err)
}

func TestAnyTruncationIsRefused(t *testing.T) {
	p := newPublisher(t)
	whole, pins := p.File.Bytes(), p.enrolment()
	for i := 0; i < len(whole); i += stride() {
		refusedFile(t, whole[:i], p.now, pins)
	}
}

// stride is 1; where tests have to be short, inside wasm, more.
func stride() int {
	if testing.Short() {
		return 23
	}
	return 1
}

func refusedFile(t require.TestingT, b []byte, now int64, pins Pins) {
	f, err := OpenFile(b)
	if err == nil {
		_, err = Verify(Input{Now: now, Schema: 1, Pins: pins, File: *f})
	}
	require.Error(t, err)
	require.IsType(t, &Refusal{}, err)
}

// What parses is written back as it was: there is one spelling.
func roundTrip[T interface{ Text() []byte }](t *testing.T, text []byte, parse func([]byte) (T, error)) {
	v, err := parse(text)
	if err == nil {
		require.Equal(t, string(text), string(v.Text()))
	}
}

func FuzzParse(f *testing.F) {
	p := newPublisher(f)
	p.newRoot(nil, p.by...)
	h, err := ReadHead(p.File.Head)
	require.NoError(f, err)
	f.Add(p.root.Text())
	f.Add(p.release.Text())
	f.Add(h.Text())
	f.Fuzz(func(t *testing.T, text []byte) {
		roundTrip(t, text, parseRoot)
		roundTrip(t, text, parseRelease)
		roundTrip(t, text, parseHead)
	})
}

func FuzzSplit(f *testing.F) {
	p := newPublisher(f)
	f.Add(p.Roots[0])
	f.Add(p.Releases[0])
	f.Add([]byte("a\n\n— a "))
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := split("note", b, maxBlob)
		if err == nil {
			require.Equal(t, string(b), string(e.sealed()))
		}
	})
}

func FuzzOpenFile(f *testing.F) {
	p := newPublisher(f)
	f.Add(p.File.Bytes())
	f.Add([]byte(fileStart + "root 1\nx"))
	pins := p.enrolment()
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := OpenFile(b)
		if err != nil {
			return
		}
		require.Equal(t, string(b), string(file.Bytes()))
		r, err := Verify(Input{Now: p.now, Schema: 1, Pins: pins, File: *file})
		if err == nil { // nobody but the publisher can have made it
			require.Equal(t, p.release.Hash(), r.Pins.Release)
		}
	})
}

func FuzzKeys(f *testing.F) {
	f.Add(signer(f, "ann").Key().String())
	f.Add("4QK2M-00000-00000-00000-00000")
	f.Fuzz(func(t *testing.T, s string) {
		if k, err := ParseKey(s); err == nil {
			require.Equal(t, s, k.String())
		}
		if printed, ok := ParseFingerprint(s); ok {
			again, ok := ParseFingerprint(printed)
			require.True(t, ok)
			require.Equal(t, printed, again)
		}
	})
}
