package seal

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSeal(t *testing.T) {
	s, err := New(Fresh())
	require.NoError(t, err)
	sealed := s.Seal("head maple", []byte("secret"))
	require.NotContains(t, string(sealed), "secret")
	require.NotEqual(t, sealed, s.Seal("head maple", []byte("secret")), "the same is not seen to be the same")
	opened, err := s.Open("head maple", sealed)
	require.NoError(t, err)
	require.Equal(t, "secret", string(opened))

	_, err = s.Open("head oak", sealed)
	require.ErrorIs(t, err, ErrSealed, "in another's place")
	other, err := New(Fresh())
	require.NoError(t, err)
	_, err = other.Open("head maple", sealed)
	require.ErrorIs(t, err, ErrSealed)
	for i := range sealed {
		spoilt := append([]byte(nil), sealed...)
		spoilt[i] ^= 1
		_, err = s.Open("head maple", spoilt)
		require.ErrorIs(t, err, ErrSealed)
		_, err = s.Open("head maple", sealed[:i])
		require.ErrorIs(t, err, ErrSealed)
	}
}

func TestKeyFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.key")
	one, err := Open(file)
	require.NoError(t, err)
	info, err := os.Stat(file)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	again, err := Open(file)
	require.NoError(t, err)
	_, err = again.Open("x", one.Seal("x", nil))
	require.NoError(t, err, "the key that was made is kept")
	require.NoError(t, os.WriteFile(file, []byte("c2hvcnQ="), 0o600))
	_, err = Open(file)
	require.ErrorIs(t, err, ErrKey)
	_, err = Open(filepath.Join(t.TempDir(), "no", "folder"))
	require.ErrorIs(t, err, os.ErrNotExist)
}

// Whoever comes while the key is being made waits for it, or finds all of it.
func TestOpenAtOnce(t *testing.T) {
	for range 50 {
		file := filepath.Join(t.TempDir(), "key")
		sealed := make([][]byte, 8)
		seals := make([]*Seal, 8)
		var wg sync.WaitGroup
		for i := range seals {
			wg.Go(func() {
				var err error
				if seals[i], err = Open(file); err != nil {
					t.Error(err)
					return
				}
				sealed[i] = seals[i].Seal("a", []byte("b"))
			})
		}
		wg.Wait()
		require.False(t, t.Failed())
		for _, b := range sealed {
			_, err := seals[0].Open("a", b)
			require.NoError(t, err)
		}
		left, err := os.ReadDir(filepath.Dir(file))
		require.NoError(t, err)
		require.Len(t, left, 1)
	}
}
