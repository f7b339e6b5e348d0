package main

import (
	"bytes"
	"crypto/sha256"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/keyfile"
	"secondlook/internal/sign"
	"secondlook/internal/trust"
)

const passphraseOfTests = "correct horse battery staple"

// keys returns key files of people, cheap to open, and their passphrase.
func keys(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{"pass.txt": []byte(passphraseOfTests + "\n")}
	for _, name := range []string{"ann", "ben", "cai", "dee", "mallory"} {
		seed := sha256.Sum256([]byte(name))
		signer, err := sign.New(bytes.NewReader(seed[:]), name)
		require.NoError(t, err)
		files[name+".key"], err = keyfile.Seal(signer, passphraseOfTests, 6)
		require.NoError(t, err)
		files[name+".pub"] = []byte(signer.Key().String() + "\n")
	}
	return files
}

// Every reason has a sentence, and no sentence is without its reason.
func TestEveryReasonHasASentence(t *testing.T) {
	for _, r := range trust.Reasons() {
		require.NotEmpty(t, sentences[r], "%s", r)
	}
	require.Len(t, sentences, len(trust.Reasons()))
}
