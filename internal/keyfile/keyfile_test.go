package keyfile

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/sign"
)

const (
	quick      = 4 // of scrypt, for tests
	passphrase = "correct horse battery"
)

func key(t testing.TB) *sign.Signer {
	t.Helper()
	k, err := sign.New(strings.NewReader(strings.Repeat("k", 32)), "ann")
	require.NoError(t, err)
	return k
}

func TestSealAndOpen(t *testing.T) {
	file, err := Seal(key(t), passphrase, quick)
	require.NoError(t, err)
	require.NotContains(t, string(file), "ann")
	back, err := Open(file, passphrase)
	require.NoError(t, err)
	require.Equal(t, key(t), back)
}

func TestRefusals(t *testing.T) {
	_, err := Seal(key(t), "short", quick)
	require.ErrorIs(t, err, ErrShort)
	file, err := Seal(key(t), passphrase, quick)
	require.NoError(t, err)
	for _, wrong := range []string{"", passphrase + " ", strings.ToUpper(passphrase)} {
		_, err = Open(file, wrong)
		require.ErrorIs(t, err, ErrPassphrase)
	}
	for name, b := range map[string][]byte{
		"nothing":   nil,
		"text":      []byte("PRIVATE+KEY+ann"),
		"truncated": file[:len(file)/2],
		"over size": append(bytes.Clone(file), make([]byte, maxFile)...),
	} {
		_, err = Open(b, passphrase)
		require.ErrorIs(t, err, ErrNotKey, name)
	}
}

func TestAnyFlippedByteIsRefused(t *testing.T) {
	file, err := Seal(key(t), passphrase, quick)
	require.NoError(t, err)
	for i := range file {
		b := bytes.Clone(file)
		b[i] ^= 1
		back, err := Open(b, passphrase)
		if err == nil { // armour has room for other line ends and the like, never for another key
			require.Equal(t, key(t), back)
		}
	}
}

// TestOpensWhatTheApprovePageSealed: extension/pages/approve-seal.ts wrote it,
// from the seed 0, 1, 2 … 31.
func TestOpensWhatTheApprovePageSealed(t *testing.T) {
	file, err := os.ReadFile("testdata/from-approve-page.key")
	require.NoError(t, err)
	key, err := Open(file, "correct horse battery staple")
	require.NoError(t, err)
	require.Equal(t, "ann.lee", key.Key().Name())
	require.Equal(t, "ann.lee+791980f6+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4", key.Key().String())
	_, err = Open(file, "wrong horse battery staple")
	require.ErrorIs(t, err, ErrPassphrase)
}
