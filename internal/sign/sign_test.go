package sign

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/mod/sumdb/note"

	"secondlook/internal/trust"
)

// Keys and notes are Go's own, both ways, byte for byte.
func TestSameAsGoNotes(t *testing.T) {
	seed := bytes.Repeat([]byte{7}, 64)
	skey, vkey, err := note.GenerateKey(bytes.NewReader(seed), "gil")
	require.NoError(t, err)
	s, err := Parse(skey)
	require.NoError(t, err)
	require.Equal(t, skey, s.Secret())
	require.Equal(t, vkey, s.Key().String())

	ours, err := s.Sign([]byte("a text\n\n"))
	require.NoError(t, err)
	theirSigner, err := note.NewSigner(s.Secret())
	require.NoError(t, err)
	theirs, err := note.Sign(&note.Note{Text: "a text\n"}, theirSigner)
	require.NoError(t, err)
	require.Equal(t, string(theirs), string(ours))
	verifier, err := note.NewVerifier(s.Key().String())
	require.NoError(t, err)
	_, err = note.Open(ours, note.VerifierList(verifier))
	require.NoError(t, err)
	_, err = s.Sign(ours)
	require.Equal(t, trust.ReasonKeyTwice, err.(*trust.Refusal).Reason)
}

func TestSecretsHaveOneSpelling(t *testing.T) {
	s, err := New(bytes.NewReader(bytes.Repeat([]byte{7}, 32)), "ann")
	require.NoError(t, err)
	back, err := Parse(s.Secret())
	require.NoError(t, err)
	require.Equal(t, s, back)
	for _, bad := range []string{"", s.Secret() + "\n", s.Secret()[1:], s.Key().String(), "PRIVATE+KEY+" + s.Key().String()} {
		_, err := Parse(bad)
		require.Equal(t, ErrSecret, err)
	}
	_, err = New(bytes.NewReader(nil), "ann")
	require.Error(t, err)
	_, err = New(bytes.NewReader(bytes.Repeat([]byte{7}, 32)), "ann lee")
	require.Error(t, err)
}
