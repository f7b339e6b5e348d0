package trust

import (
	"crypto/ed25519"
	"crypto/sha256"
	"crypto/sha512"
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Our hashes are Go's, at every length up to four blocks and at drawn ones.
func TestSameHashesAsGo(t *testing.T) {
	long := make([]byte, 600)
	for i := range long {
		long[i] = byte(i * 7)
	}
	for n := range long {
		require.Equal(t, sha256.Sum256(long[:n]), sum256(long[:n]), n)
		require.Equal(t, sha512.Sum512(long[:n]), sum512(long[:n]), n)
	}
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SliceOfN(rapid.Byte(), 0, 5000).Draw(t, "message")
		require.Equal(t, sha256.Sum256(b), sum256(b))
		require.Equal(t, sha512.Sum512(b), sum512(b))
	})
}

// agrees holds our verification against Go's.
func agrees(t require.TestingT, public, text, signature []byte) bool {
	key, err := NewKey("ann", public)
	require.NoError(t, err)
	want := ed25519.Verify(public, text, signature)
	require.Equal(t, want, key.verifies(text, signature))
	return want
}

func TestSameSignaturesAsGo(t *testing.T) {
	s := signer(t, "ann")
	public, text := s.key.public[:], []byte("a text\n")
	good := s.sign(text)
	require.True(t, agrees(t, public, text, good))
	for i := 0; i < len(good); i += stride() {
		for bit := range 8 {
			b := slices.Clone(good)
			b[i] ^= 1 << bit
			require.False(t, agrees(t, public, text, b))
			k := slices.Clone(public)
			k[i%32] ^= 1 << bit
			require.False(t, agrees(t, k, text, good))
		}
	}
	require.False(t, agrees(t, public, append(text, 'x'), good))
	require.False(t, s.key.verifies(text, good[:63]))
	require.False(t, s.key.verifies(text, append(slices.Clone(good), 0)))

	// S + L: the same equation in another spelling (RFC 8032, 5.1.7)
	order, _ := new(big.Int).SetString("7237005577332262213973186563042994240857116359379907606001950938285454250989", 10)
	le := slices.Clone(good[32:])
	slices.Reverse(le)
	more := new(big.Int).Add(new(big.Int).SetBytes(le), order).FillBytes(make([]byte, 32))
	slices.Reverse(more)
	require.False(t, agrees(t, public, text, slices.Concat(good[:32], more)))

	rapid.Check(t, func(t *rapid.T) {
		bytesOf := func(n int, name string) []byte { return rapid.SliceOfN(rapid.Byte(), n, n).Draw(t, name) }
		secret := ed25519.NewKeyFromSeed(bytesOf(32, "seed"))
		text := rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "text")
		require.True(t, agrees(t, secret.Public().(ed25519.PublicKey), text, ed25519.Sign(secret, text)))
		agrees(t, bytesOf(32, "key"), text, bytesOf(64, "signature"))
	})
}

// Points of small order and spellings that are not canonical: whatever Go
// says of them, we say too.
func TestOddPointsAsInGo(t *testing.T) {
	points := [][]byte{make([]byte, 32), {1}, {0xec, 31: 0x7f}, {0xed, 31: 0x7f}, {0xee, 31: 0x7f}, {31: 0x80}, {1, 31: 0x80}}
	for i, p := range points {
		points[i] = append(slices.Clone(p), make([]byte, 32-len(p))...)
		for j := 1; j < 31 && len(p) == 32 && p[31] == 0x7f; j++ {
			points[i][j] = 0xff
		}
	}
	for _, a := range points {
		for _, r := range points {
			agrees(t, a, []byte("text"), append(slices.Clone(r), make([]byte, 32)...))
		}
	}
}
